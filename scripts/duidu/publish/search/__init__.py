"""Article → files from which the browser searches: `files.search_files`."""
