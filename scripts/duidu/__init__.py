"""duidu (對讀): from the text layer of a Chinese journal article to a reading site.

The data goes one way: `recover` makes an article of a text layer, `enrich` adds to it, `publish`
writes it out. `check` stands between the model and every write.
"""

__version__ = "0.1.0"
