"""The look of the site, as a theme for MkDocs and Zensical by the name of `duidu`."""
