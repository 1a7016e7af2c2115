"""The formats that reader knows, one module each, in the order in which equals are preferred.

A new one is a module here with a ``FORMAT``, and its line below.
"""

from __future__ import annotations

from importlib import import_module

from reader.digests.registry import Format

_MODULES = (
    "trending",
    "link_list",
    "csl_json",
    "semantic_scholar",
    "openalex",
    "openreview",
    "papis",
    "zotero_csv",
    "zotero_rdf",
    "zotero_database",
    "reader_notes",
    "reader_list",
    "web_page",
    "markdown_list",
    "pocket",
    "instapaper",
    "raindrop",
    "readwise",
    "omnivore",
    "wallabag",
    "bookmarks",
    "medline",
    "pubmed_xml",
    "endnote_tagged",
    "endnote_xml",
    "isi",
    "nep",
    "citation_cff",
    "arxiv_api",
    "feed",
    "opml",
    "scholar_alert",
    "hugging_face",
    "conference",
    "arxiv_mail",
    "bibtex",
    "ris",
)

FORMATS: tuple[Format, ...] = tuple(
    import_module(f"{__name__}.{module}").FORMAT for module in _MODULES
)
