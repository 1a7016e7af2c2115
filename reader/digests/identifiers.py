"""Recognises the names of papers in public schemes, and writes each in one way.

arXiv: https://info.arxiv.org/help/arxiv_identifier.html; DOI: https://www.doi.org/doi-handbook.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, unquote

from reader.model import Identifier, Link, LinkKind

_NEW_ARXIV = r"\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}"
_OLD_ARXIV = (
    r"(?:astro-ph|cond-mat|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math-ph|nucl-ex|nucl-th|quant-ph|"
    r"physics|math|nlin|cs|q-bio|q-fin|stat|acc-phys|adap-org|alg-geom|ao-sci|atom-ph|bayes-an|"
    r"chao-dyn|chem-ph|cmp-lg|comp-gas|dg-ga|funct-an|mtrl-th|patt-sol|plasm-ph|solv-int|supr-con)"
    r"(?:\.[A-Z]{2})?/\d{2}(?:0[1-9]|1[0-2])\d{3}"
)
_ARXIV = rf"(?:{_NEW_ARXIV}|{_OLD_ARXIV})"
_VERSION = r"(?:v\d+)?"
_END = r"(?![\w/]|\.\d)"
# P19-1001, 2020.acl-main.1
_ACL = r"(?:[A-Z]\d{2}-\d{4}|(?:19|20)\d{2}\.[a-z\d_]+(?:-[a-z\d_]+)*\.\d+)"


@dataclass(frozen=True, slots=True)
class Found:
    """An identifier and where it stands in the text it was found in."""

    identifier: Identifier
    start: int
    end: int


def normalised_arxiv(text: str) -> str:
    """An arXiv number without version and subject class: ``math.GT/0309136v2`` → math/0309136."""
    number = re.sub(r"v\d+$", "", text.strip(), flags=re.IGNORECASE).lower()
    archive, slash, rest = number.partition("/")
    return f"{archive.partition('.')[0]}/{rest}" if slash else number


def normalised_doi(text: str) -> str:
    """A DOI in lower case, unescaped, without the punctuation of the sentence around it."""
    doi = unquote(text).strip().lower()
    while doi:
        last = doi[-1]
        opening = {")": "(", "]": "[", "}": "{", ">": "<"}.get(last)
        glued = doi.count(last) > doi.count(opening) if opening else last in ".,;:!?'\"’”*"
        if not glued:
            break
        doi = doi[:-1]
    return doi


def _arxiv(found: re.Match[str]) -> Identifier:
    return Identifier("arxiv", normalised_arxiv(found["id"]))


def _doi(found: re.Match[str]) -> Identifier:
    doi = normalised_doi(found["id"])
    arxiv = re.fullmatch(rf"10\.48550/arxiv\.({_ARXIV}){_VERSION}", doi, re.IGNORECASE)
    return Identifier("arxiv", normalised_arxiv(arxiv[1])) if arxiv else Identifier("doi", doi)


def _as_it_is(scheme: str) -> Callable[[re.Match[str]], Identifier]:
    return lambda found: Identifier(scheme, found["id"])


def _pubmed(found: re.Match[str]) -> Identifier:
    return Identifier("pubmed", found["id"].lstrip("0"))


def _semantic_scholar(found: re.Match[str]) -> Identifier:
    hexadecimal = found["id"]
    if len(hexadecimal) == 40:
        return Identifier("s2", hexadecimal.lower())
    return Identifier("s2", f"CorpusID:{hexadecimal.lstrip('0')}")


_SITE = r"(?:https?://)?(?:[\w-]+\.)*"

# In order: a DOI first, for an arXiv-like number may stand inside one.
_PATTERNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Identifier]], ...] = (
    (
        re.compile(
            rf"(?:{_SITE}(?:doi\.org/|[\w.-]+/[^\s]{{0,60}}?(?=10\.))|doi:\s*|(?<![\w./]))"
            r"(?P<id>10\.\d{4,9}(?:/|%2F)[^\s\"<>|]{1,300})",
            re.IGNORECASE,
        ),
        _doi,
    ),
    (
        re.compile(
            rf"{_SITE}(?:arxiv\.org/(?:abs|pdf|html|ps|format|e-print)|ar5iv(?:\.labs\.arxiv)?\.org/"
            r"(?:abs|html)|alphaxiv\.org/(?:abs|pdf)|huggingface\.co/papers|hf\.co/papers|"
            rf"scirate\.com/arxiv)/(?P<id>{_ARXIV}){_VERSION}(?:\.pdf)?(?:[?#][^\s)\]]*)?/?{_END}",
            re.IGNORECASE,
        ),
        _arxiv,
    ),
    (
        re.compile(
            rf"(?:arxiv:\s*|(?<![\w./:-]))(?P<id>{_ARXIV}){_VERSION}(?:\.pdf)?{_END}", re.IGNORECASE
        ),
        _arxiv,
    ),
    (
        re.compile(
            rf"{_SITE}openreview\.net/(?:forum|pdf|attachment)\?(?:[^\s#]*?&)?id=(?P<id>[\w-]{{5,40}})"
            r"(?:[&#][^\s)\]]*)?"
        ),
        _as_it_is("openreview"),
    ),
    (
        re.compile(
            rf"{_SITE}(?:aclanthology\.org|aclweb\.org/anthology)/(?P<id>{_ACL})(?:\.pdf|\.bib)?/?{_END}"
        ),
        _as_it_is("acl"),
    ),
    (
        re.compile(rf"(?:(?:acl|ACL):\s*|(?<![\w./:-]))(?P<id>{_ACL}){_END}"),
        _as_it_is("acl"),
    ),
    (
        re.compile(
            rf"(?:{_SITE}(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed)/|\bPMID:?\s*)"
            r"(?P<id>0*[1-9]\d{0,8})(?!\w)/?(?:[?#][^\s)\]]*)?",
            re.IGNORECASE,
        ),
        _pubmed,
    ),
    (
        re.compile(
            rf"{_SITE}semanticscholar\.org/(?:reader|paper)/(?:[^/\s]+/)?(?P<id>[\da-f]{{40}})(?!\w)"
            r"(?:[?#][^\s)\]]*)?",
            re.IGNORECASE,
        ),
        _semantic_scholar,
    ),
    (
        re.compile(
            rf"(?:{_SITE}semanticscholar\.org/)?\b(?:CorpusID:|S2CID:?)\s*(?P<id>0*[1-9]\d{{0,11}})(?!\w)",
            re.IGNORECASE,
        ),
        _semantic_scholar,
    ),
    (
        re.compile(r"\bs2:\s*(?P<id>[\da-f]{40})(?!\w)", re.IGNORECASE),
        _semantic_scholar,
    ),
)


def find_identifiers(text: str) -> list[Found]:
    """All identifiers and addresses of papers in a text, in order; none inside another."""
    found: list[Found] = []
    for pattern, identifier in _PATTERNS:
        for match in pattern.finditer(text):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            named = identifier(match)
            if named.value:
                found.append(Found(named, match.start(), _end(match, named)))
    return sorted(found, key=lambda one: one.start)


def identify(text: str) -> Identifier | None:
    """The first identifier of a bare id or an address, or None."""
    found = find_identifiers(text)
    return found[0].identifier if found else None


def written(identifier: Identifier) -> str:
    """The identifier as a person writes it: ``arXiv:2401.01234``."""
    names = {"arxiv": "arXiv:", "doi": "doi:", "openreview": "OpenReview:", "acl": "ACL:"}
    if identifier.scheme == "s2" and identifier.value.startswith("CorpusID:"):
        return identifier.value
    return (
        names.get(
            identifier.scheme, {"pubmed": "PMID:"}.get(identifier.scheme, f"{identifier.scheme}:")
        )
        + identifier.value
    )


def page_link(identifier: Identifier) -> Link | None:
    """The page of a paper on the site of its scheme, or None for a scheme without one."""
    base = _PAGES.get(identifier.scheme)
    if base is None:
        return None
    return Link(LinkKind.PAGE, base + quote(identifier.value, safe="/:;()._-"))


_PAGES = {
    "arxiv": "https://arxiv.org/abs/",
    "doi": "https://doi.org/",
    "openreview": "https://openreview.net/forum?id=",
    "acl": "https://aclanthology.org/",
    "pubmed": "https://pubmed.ncbi.nlm.nih.gov/",
    "s2": "https://api.semanticscholar.org/",
}


def _end(match: re.Match[str], identifier: Identifier) -> int:
    """Where the identifier ends: glued punctuation after a DOI is the sentence's."""
    if identifier.scheme == "doi" and not unquote(match["id"]).lower().endswith(identifier.value):
        return match.start("id") + len(match["id"].rstrip(".,;:!?'\"’”*)]}>"))
    return match.end()
