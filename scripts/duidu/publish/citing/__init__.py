"""How an article is cited: its facts (`record`), references for people (`reference_styles`), files for
reference managers (`bibtex`, `ris`, `csl`), and what the head of its page says (`meta`, `jsonld`).

What is not known is left out, everywhere: nothing is made up, and nothing is left empty.
"""
