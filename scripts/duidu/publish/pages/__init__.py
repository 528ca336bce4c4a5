"""The pages of the site, a module each; `site_pages` puts them together."""
