"""duidu (對讀): from the text layer of a Chinese journal article to a reading site.

The data goes one way: `recover` makes an article of a text layer, `correct` makes what an editor declares,
`check` proves that nothing was lost, `enrich` adds to it, `publish` writes it out; `pipeline` has the order.
"""

__version__ = "0.2.0"
