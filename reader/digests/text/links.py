"""Finds web addresses in running text, where punctuation and brackets are glued to them."""

from __future__ import annotations

import re

from reader.model import Link, LinkKind

_CODE_HOSTS = ("github.com", "gitlab.com", "gitee.com", "bitbucket.org", "codeberg.org")
_PAGE_HOSTS = ("doi.org", "dx.doi.org", "pubmed.ncbi.nlm.nih.gov", "www.semanticscholar.org")
_PAGE = re.compile(
    r"arxiv\.org/(?:abs|html)/|alphaxiv\.org/abs/|openreview\.net/forum|aclanthology\.org/|"
    r"huggingface\.co/papers/|semanticscholar\.org/paper/|ncbi\.nlm\.nih\.gov/pubmed/"
)
_PDF = re.compile(r"\.pdf$|arxiv\.org/pdf/|openreview\.net/pdf", re.IGNORECASE)

_ADDRESS = re.compile(
    r"https?://[^\s<>\"{}|\\^`\[\]“”«»（）。，；]+"
    r"|(?<![\w@./-])(?:www\.|(?:github|gitlab|gitee|bitbucket)\.(?:com|org)/|arxiv\.org/)"
    r"[^\s<>\"{}|\\^`\[\]“”«»（）。，；]+",
    re.IGNORECASE,
)
_SIGNS_OF_ADDRESSES = ("://", "www.", ".com/", ".org/")
_NEXT_ADDRESS = re.compile(r"[,;.)]+(?=https?://)", re.IGNORECASE)
_NEXT_SENTENCE = re.compile(
    r"\.(?:We|Our|The|This|These|In|It|To|Code|Project|Models?|Data|All|And)$"
)
_HOST = re.compile(r"https?://(?:[^/?#@]{0,200}@)?([^/?#:@\s]+)", re.IGNORECASE)
_GLUED = ".,;:!?'’*_…"
_LONGEST = 2000


def find_links(text: str) -> tuple[Link, ...]:
    """The distinct addresses of a text in order, each with what it seems to lead to."""
    folded = text.lower()
    if not any(sign in folded for sign in _SIGNS_OF_ADDRESSES):
        return ()  # most abstracts: a twentieth of what the pattern would cost
    urls = dict.fromkeys(url for found in _ADDRESS.finditer(text) for url in _addresses(found[0]))
    return tuple(Link(kind_of(url), url) for url in urls)


def find_urls(text: str) -> list[tuple[int, int]]:
    """Where addresses stand in a text, as (start, end), punctuation glued to them included."""
    return [found.span() for found in _ADDRESS.finditer(text)]


def kind_of(url: str) -> LinkKind:
    """What an address leads to, judged by the address alone."""
    host = _host(url)
    if any(host == code or host.endswith("." + code) for code in _CODE_HOSTS) or host.startswith(
        "gitlab."
    ):
        return LinkKind.CODE
    address = url.partition("?")[0] if "openreview" not in host else url
    if _PDF.search(address):
        return LinkKind.PDF
    if host in _PAGE_HOSTS or _PAGE.search(url):
        return LinkKind.PAGE
    return LinkKind.OTHER


def without_glued(url: str) -> str:
    """An address without the punctuation and closing brackets of the sentence around it."""
    while url:
        last = url[-1]
        if last in _GLUED or (last == ")" and url.count(")") > url.count("(")):
            url = url[:-1]
        else:
            break
    return url


def _addresses(found: str) -> list[str]:
    urls = []
    for piece in _NEXT_ADDRESS.split(found[:_LONGEST]):
        url = without_glued(_NEXT_SENTENCE.sub("", piece))
        url = url if "://" in url else f"https://{url}"
        if "." in _host(url):
            urls.append(url)
    return urls


def _host(url: str) -> str:
    found = _HOST.match(url)
    return found[1].lower() if found else ""
