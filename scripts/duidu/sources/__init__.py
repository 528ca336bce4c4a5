"""A file that an editor holds → what the file itself tells: one module a format, nothing concluded yet."""
