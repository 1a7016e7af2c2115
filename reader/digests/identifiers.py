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
_MORE = r"(?:[?&#][^\s)\]]{0,300})?"
_QUERY = rf"/?{_MORE}"
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
    text = found[0]
    if "://" in found.string[_start(found) : found.start()]:
        text = _OF_A_SITE.sub("", re.split("[?#]", text)[0])
    doi = normalised_doi(text)
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


def _pattern(form: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile(form, flags)


# In order: a DOI first, for an arXiv-like number may stand inside one. Each begins at something
# rare and every repetition is bounded, so that long text without blanks costs no more than other.
# The last of each are signs of which a text must have one, in lower case: looking for those costs
# a tenth of looking for the pattern.
_PATTERNS: tuple[
    tuple[re.Pattern[str], Callable[[re.Match[str]], Identifier], tuple[str, ...]], ...
] = (
    (
        _pattern(
            r"(?<![\w.])10\.\d{4,9}(?:/|%2F)(?:(?![,;]\s?10\.\d{4})(?:<\d[^\s<>]{0,30}>|[^\s\"<>|])){1,300}"
        ),
        _doi,
        ("10.",),
    ),
    (
        _pattern(
            r"(?:arxiv\.org/(?:abs|pdf|html|ps|format|e-print)|ar5iv\.org/(?:abs|html)|"
            r"alphaxiv\.org/(?:abs|pdf)|(?:huggingface|hf)\.co/papers|scirate\.com/arxiv)/"
            rf"(?P<id>{_ARXIV}){_VERSION}(?:\.pdf)?{_QUERY}{_END}"
        ),
        _arxiv,
        ("xiv", "papers", "ar5iv"),
    ),
    (
        _pattern(rf"(?:(?<!\w)arxiv:\s?|(?<![\w./:-]))(?P<id>{_ARXIV}){_VERSION}(?:\.pdf)?{_END}"),
        _arxiv,
        tuple("0123456789"),
    ),
    (
        _pattern(
            r"openreview\.net/(?:forum|pdf|attachment)\?(?:[^\s#]{0,200}?&)?"
            rf"id=(?P<id>[\w-]{{5,40}}){_MORE}",
            0,
        ),
        _as_it_is("openreview"),
        ("openreview.net",),
    ),
    (
        _pattern(
            rf"(?:aclanthology\.org|aclweb\.org/anthology)/(?P<id>{_ACL})(?:\.pdf|\.bib)?/?{_END}",
            0,
        ),
        _as_it_is("acl"),
        ("aclanthology.org", "aclweb.org"),
    ),
    (
        _pattern(rf"(?:(?<!\w)ACL:\s?|(?<![\w./:-]))(?P<id>{_ACL}){_END}", 0),
        _as_it_is("acl"),
        tuple("0123456789"),
    ),
    (
        _pattern(
            r"(?:pubmed\.ncbi\.nlm\.nih\.gov/|ncbi\.nlm\.nih\.gov/pubmed/|\bPMID:?\s?)"
            rf"(?P<id>0{{0,9}}[1-9]\d{{0,8}})(?!\w)/?{_MORE}"
        ),
        _pubmed,
        ("pubmed", "pmid"),
    ),
    (
        _pattern(
            r"(?:semanticscholar\.org/(?:reader|paper)/(?:[^/\s]{1,300}/)?|\bs2:\s?)"
            rf"(?P<id>[\da-f]{{40}})(?!\w){_MORE}"
        ),
        _semantic_scholar,
        ("semanticscholar.org", "s2:"),
    ),
    (
        _pattern(r"\b(?:CorpusID:|S2CID:?)\s?(?P<id>0{0,9}[1-9]\d{0,11})(?!\w)"),
        _semantic_scholar,
        ("corpusid", "s2cid"),
    ),
)


def find_identifiers(text: str) -> list[Found]:
    """All identifiers and addresses of papers in a text, in order; none inside another."""
    found: list[Found] = []
    folded = text.lower()
    for pattern, identifier, signs in _PATTERNS:
        if not any(sign in folded for sign in signs):
            continue
        for match in pattern.finditer(text):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            named = identifier(match)
            if named.value:
                found.append(Found(named, _start(match), _end(match, named)))
    return sorted(found, key=lambda one: one.start)


def identify(text: str) -> Identifier | None:
    """The first identifier of a bare id or an address, or None."""
    found = find_identifiers(text)
    return found[0].identifier if found else None


def named(scheme: str, value: str) -> list[Identifier]:
    """The identifier that a field of its scheme holds, in a list of one; empty for what is none.

    A DOI of arXiv's is given as the arXiv number it holds. ``value`` may be an address.
    """
    if not value:
        return []
    prefix = {"arxiv": "arXiv:", "pubmed": "PMID:", "acl": "ACL:", "s2": "s2:"}.get(scheme, "")
    text = value.strip()[:_LONGEST_NAMED]
    for attempt in (text, prefix + text):
        found = identify(attempt)
        if found is not None and (
            found.scheme == scheme or {found.scheme, scheme} == {"arxiv", "doi"}
        ):
            return [found]
    return []


_MAY_HAVE_VERSION = re.compile(r"\d[vV]\d")
_ARXIV_VERSION = re.compile(rf"{_ARXIV}v(\d{{1,3}})(?!\d)", re.IGNORECASE)


def version_in(text: str) -> int | None:
    """The version of an arXiv number such as ``2401.01234v2``, or None."""
    found = _ARXIV_VERSION.search(text) if _MAY_HAVE_VERSION.search(text) else None
    return int(found[1]) if found else None


_LONGEST_NAMED = 2000


def written(identifier: Identifier) -> str:
    """The identifier as a person writes it: ``arXiv:2401.01234``."""
    if identifier.scheme == "s2" and identifier.value.startswith("CorpusID:"):
        return identifier.value
    return f"{_WRITTEN.get(identifier.scheme, identifier.scheme)}:{identifier.value}"


def page_link(identifier: Identifier) -> Link | None:
    """The page of a paper on the site of its scheme, or None for a scheme without one."""
    base = _PAGES.get(identifier.scheme)
    if base is None:
        return None
    return Link(LinkKind.PAGE, base + quote(identifier.value, safe="/:;()._-"))


_WRITTEN = {"arxiv": "arXiv", "openreview": "OpenReview", "acl": "ACL", "pubmed": "PMID"}
_PAGES = {
    "arxiv": "https://arxiv.org/abs/",
    "doi": "https://doi.org/",
    "openreview": "https://openreview.net/forum?id=",
    "acl": "https://aclanthology.org/",
    "pubmed": "https://pubmed.ncbi.nlm.nih.gov/",
    "s2": "https://api.semanticscholar.org/",
}


_OF_A_SITE = re.compile(
    r"(?:/(?:full|pdf|epdf|abstract|meta|html)|\.(?:full|pdf))+/?$", re.IGNORECASE
)
"""What sites of publishers add to a DOI in their addresses."""

_ADDRESS_LETTER = re.compile(r"[\w./:%?=&~+-]")
_LONGEST_SITE = 200


def _start(match: re.Match[str]) -> int:
    """Where the address that holds an identifier begins, or the identifier itself."""
    text, start = match.string, match.start()
    first = max(0, start - _LONGEST_SITE)
    while start > first and _ADDRESS_LETTER.match(text[start - 1]):
        start -= 1
    prefix = text[start : match.start()]
    at = max(prefix.rfind("http://"), prefix.rfind("https://"))
    if at >= 0:
        return start + at
    is_site = re.fullmatch(r"(?:[\w-]{1,63}\.){0,5}(?:[\w-]{1,63}/.{0,200})?", prefix)
    return start if is_site or prefix.lower() == "doi:" else match.start()


def _end(match: re.Match[str], identifier: Identifier) -> int:
    """Where the identifier ends: glued punctuation after a DOI is the sentence's."""
    if not match[0].startswith("10."):
        return match.end()
    if identifier.scheme == "doi" and identifier.value in unquote(match[0]).lower():
        rest = match[0].rstrip(".,;:!?'\"’”*)]}>")
        return match.start() + len(rest)
    return match.end()
