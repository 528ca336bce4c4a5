"""Article → files from which the browser searches: `search_files.search_files`."""
