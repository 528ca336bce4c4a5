"""Article → files of the site and of other programs. Nothing here opens a file.

`pages.site_pages` gives the paths and the text of all pages; `model_json` the model as data. (Nothing
is imported here, so that the one can be had without loading the other.)
"""
