"""What kind of work a paper is, as far as its venue and identifiers tell. Only processes data.

Every bibliography wants to know; digests rarely say. Nothing is guessed that is not written there:
a venue that says nothing of conferences is taken for a journal, no venue for a preprint.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from reader.exporting.addresses import address_at, identifiers_of, page_of
from reader.exporting.escaping import plain, web_address
from reader.model import LinkKind, Paper

_ARCHIVE = re.compile(
    r"(arxiv|corr|psyarxiv|socarxiv|biorxiv|medrxiv|chemrxiv|techrxiv|ssrn|osf preprints)\b.*",
    re.IGNORECASE,
)
_CONFERENCE = re.compile(
    r"\b(?:proceedings|proc\.|conference|conf\.|workshops?|symposium|meeting|congress|"
    r"neurips|nips|icml|iclr|aaai|ijcai|cvpr|iccv|eccv|wacv|bmvc|miccai|acl|emnlp|naacl|eacl|"
    r"coling|conll|lrec|aistats|uai|colt|corl|icra|iros|rss|kdd|sigir|cikm|wsdm|www|recsys|chi|"
    r"uist|interspeech|icassp|icse|fse|pldi|popl|oopsla|sosp|osdi|nsdi|usenix|sigmod|vldb|icde|"
    r"stoc|focs|soda|siggraph|colm|tmlr workshop)\b",
    re.IGNORECASE,
)
_JOURNAL = re.compile(
    r"\b(?:journal|transactions|letters|annals|bulletin|magazine|reviews?|tacl|jmlr|tmlr|tpami|"
    r"proceedings of the (?:ieee|national academy|royal society|vldb endowment|acm on)|pnas)\b",
    re.IGNORECASE,
)
_ARXIV_DOI = "10.48550/arxiv."


class Kind(Enum):
    """What kind of work a paper is."""

    ARTICLE = "in a journal"
    CONFERENCE = "at a conference"
    PREPRINT = "in an archive, or nowhere yet"


@dataclass(frozen=True, slots=True)
class Work:
    """What a bibliography says of a paper, on one line each, nothing escaped yet.

    ``archive`` is the name of the archive of a preprint; ``arxiv`` is there whatever the kind.
    """

    key: str
    kind: Kind
    title: str
    authors: tuple[str, ...]
    year: int | None
    venue: str
    archive: str
    arxiv: str
    doi: str
    pubmed: str
    url: str
    pdf: str


def work_of(paper: Paper) -> Work:
    """The facts of a paper. ``key`` is its citation key, or else its reader-id."""
    identifiers = identifiers_of(paper)
    doi, arxiv = identifiers.get("doi", ""), identifiers.get("arxiv", "")
    if doi.casefold().startswith(_ARXIV_DOI):
        # A DOI of arXiv's own says no more than the eprint does.
        arxiv = arxiv or doi[len(_ARXIV_DOI) :]
        doi = ""
    venue = plain(paper.venue)
    archived = _ARCHIVE.fullmatch(venue)
    archive = ""
    if archived:
        archive = "arXiv" if archived[1].casefold() in ("arxiv", "corr") else archived[1]
        venue = ""
    if arxiv and not venue and (not archive or not doi):
        archive = "arXiv"
    return Work(
        key=paper.citation_key or paper.reader_id,
        kind=_kind(venue, doi, archive, acl="acl" in identifiers),
        title=plain(paper.title) or "Untitled",
        authors=tuple(name for name in map(plain, paper.authors) if name),
        year=paper.year,
        venue=venue,
        archive=archive,
        arxiv=arxiv,
        doi=doi,
        pubmed=identifiers.get("pubmed", ""),
        url=_address(paper, doi, arxiv),
        pdf=_pdf(paper),
    )


def _kind(venue: str, doi: str, archive: str, *, acl: bool) -> Kind:
    if not venue:
        return Kind.ARTICLE if doi and not archive else Kind.PREPRINT
    if not _JOURNAL.search(venue) and (acl or _CONFERENCE.search(venue)):
        return Kind.CONFERENCE
    return Kind.ARTICLE


def _address(paper: Paper, doi: str, arxiv: str) -> str:
    """The page of a paper: what the person sees when they open it, else that of an identifier."""
    page = page_of(paper)
    if not page and (doi or arxiv):
        page = address_at("doi", doi) if doi else address_at("arxiv", arxiv)
    return web_address(page)


def _pdf(paper: Paper) -> str:
    addresses = (web_address(link.url) for link in paper.links if link.kind is LinkKind.PDF)
    return next(filter(None, addresses), "")
