"""A codec of Whoosh whose segments are arrays on disk, memory-mapped and never decoded.

See docs/search.md for the format and how it is used.
"""
