"""Where a paper is on the web, as far as its links and identifiers say. Only processes data."""

from __future__ import annotations

from reader.exporting.escaping import plain, web_address
from reader.model import LinkKind, Paper

SCHEMES = ("arxiv", "doi", "openreview", "acl", "pubmed", "s2")
_PAGES = {
    "arxiv": "https://arxiv.org/abs/",
    "doi": "https://doi.org/",
    "openreview": "https://openreview.net/forum?id=",
    "acl": "https://aclanthology.org/",
    "pubmed": "https://pubmed.ncbi.nlm.nih.gov/",
}


def identifiers_of(paper: Paper) -> dict[str, str]:
    """The first identifier of each scheme, in our order of schemes."""
    first: dict[str, str] = {}
    for identifier in paper.identifiers:
        first.setdefault(identifier.scheme, plain(identifier.value))
    return {scheme: first[scheme] for scheme in SCHEMES if scheme in first}


def page_of(paper: Paper) -> str:
    """The best address of a paper: its page, else one made of an identifier, else any link."""
    links = [link for link in paper.links if web_address(link.url)]
    identifiers = identifiers_of(paper)
    candidates = [
        *(link.url for link in links if link.kind is LinkKind.PAGE),
        *(address_at(scheme, value) for scheme, value in identifiers.items() if scheme in _PAGES),
        *(link.url for link in links),
    ]
    return candidates[0] if candidates else ""


def address_at(scheme: str, value: str) -> str:
    """The page of an identifier; KeyError for a scheme that has none."""
    return _PAGES[scheme] + value
