"""How right, light and fast the search is: `python scripts/search_benchmark`."""
