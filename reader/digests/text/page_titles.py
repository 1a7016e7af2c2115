"""Titles of web pages, which read-later lists and bookmarks have instead of titles of papers."""

from __future__ import annotations

import re

_NUMBER = re.compile(
    r"^\s*(?:\[(?:arXiv:)?[\w.-]{1,20}/?\d[\w.]{0,20}\]|\(PDF\)|\[PDF\])\s*", re.IGNORECASE
)
_SITES = (
    "arXiv(?:\\.org)?(?: e-Print archive)?|OpenReview|ACL Anthology|PubMed|Semantic Scholar|"
    "Papers [Ww]ith Code|Hugging Face|ScienceDirect|SpringerLink|IEEE Xplore|Nature|PLOS ONE|"
    "bioRxiv|medRxiv|ResearchGate|Medium|Google Scholar|ACM Digital Library|PMC|alphaXiv"
)
_SITE = re.compile(rf"\s+(?:[|·–—-]|::)\s+(?:{_SITES})\s*$")
_BY = re.compile(r"\s+\|\s+by\s+[^|]{1,80}(?:\s+\|\s+[^|]{1,60})*\s*$")
_PAPER_PAGE = re.compile(r"^\s*Paper page\s+-\s+")


def without_site(title: str) -> str:
    """A page's title without ``[2401.01234]`` before it and the name of the site after it."""
    title = _PAPER_PAGE.sub("", _NUMBER.sub("", title))
    for pattern in (_SITE, _BY):
        shorter = pattern.sub("", title)
        title = shorter if shorter.strip() else title
    return title.strip()
