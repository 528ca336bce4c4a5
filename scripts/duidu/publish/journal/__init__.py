"""The pages that tell of many articles: issues, indexes, who cites whom; and the feed of what is new.

They are made of what each article contributes (`contribution`), never of the articles themselves.
"""
