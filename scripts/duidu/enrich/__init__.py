"""Article → article: what can be known of a text beyond its characters, and its Simplified form."""
