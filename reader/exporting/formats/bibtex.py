"""BibTeX and BibLaTeX.

BibTeX: O. Patashnik, “BibTeXing” (https://ctan.org/pkg/bibtex), 3.1 and 3.2; the eprint fields are
those of arXiv (https://info.arxiv.org/help/hypertex/bibstyles.html). BibLaTeX: its manual
(https://ctan.org/pkg/biblatex), 2.1.1 (types), 2.2.2 (fields), 3.14.7 (eprints). What is the
person's own goes where JabRef and Zotero look for it: tags in ``keywords``, the note in ``annote``
or ``annotation`` (``note`` would be printed in every list of references), status and star in
JabRef's ``readstatus`` and ``ranking``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reader.exporting.escaping import paragraphs, plain, verbatim
from reader.exporting.formats import tex
from reader.exporting.formats.kinds import Kind, Work, work_of
from reader.exporting.person_names import PersonName, name_parts
from reader.model import Paper, Status

_UNWANTED = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127))
_READ = {Status.READ: "read", Status.READING: "skimmed"}
_TYPES = {Kind.ARTICLE: "article", Kind.CONFERENCE: "inproceedings"}


def bibtex(papers: Iterable[Paper]) -> Iterator[str]:
    """The papers as BibTeX, an entry at a time."""
    for paper in papers:
        yield _entry(paper, modern=False)


def biblatex(papers: Iterable[Paper]) -> Iterator[str]:
    """The papers as BibLaTeX, an entry at a time."""
    for paper in papers:
        yield _entry(paper, modern=True)


def _entry(paper: Paper, *, modern: bool) -> str:
    work = work_of(paper)
    kind = _TYPES.get(work.kind, "online" if modern and work.url else "misc")
    fields = [*(_biblatex(work) if modern else _bibtex(work)), *_own(paper, modern=modern)]
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields if value)
    return f"@{kind}{{{work.key},\n{lines}}}\n\n"


def _bibtex(work: Work) -> Iterator[tuple[str, str]]:
    yield from _common(work)
    yield "year", str(work.year or "")
    if work.kind is Kind.ARTICLE:
        yield "journal", tex.escaped(work.venue)
    elif work.kind is Kind.CONFERENCE:
        yield "booktitle", tex.escaped(work.venue)
    elif work.archive and not work.arxiv:
        yield "howpublished", tex.escaped(work.archive)
    if work.arxiv:
        yield "eprint", tex.address(work.arxiv)
        yield "archivePrefix", "arXiv"
    yield from _names(work)


def _biblatex(work: Work) -> Iterator[tuple[str, str]]:
    yield from _common(work)
    yield "date", f"{work.year:04}" if work.year else ""
    if work.kind is Kind.ARTICLE:
        yield "journaltitle", tex.escaped(work.venue)
    elif work.kind is Kind.CONFERENCE:
        yield "booktitle", tex.escaped(work.venue)
    if work.arxiv:
        yield "eprint", tex.address(work.arxiv)
        yield "eprinttype", "arxiv"
    elif work.archive:
        yield "organization", tex.escaped(work.archive)
    yield from _names(work)


def _common(work: Work) -> Iterator[tuple[str, str]]:
    yield "title", tex.title(work.title)
    yield "author", " and ".join(map(_author, work.authors))


def _names(work: Work) -> Iterator[tuple[str, str]]:
    yield "doi", tex.address(work.doi)
    yield "pmid", tex.address(work.pubmed)
    yield "url", tex.address(work.url)
    yield "pdf", tex.address(work.pdf)


def _own(paper: Paper, *, modern: bool) -> Iterator[tuple[str, str]]:
    """The abstract, and what the person thought of the paper."""
    yield "abstract", "\n\n".join(tex.readable(part) for part in paragraphs(paper.abstract))
    # A comma parts one keyword from the next.
    tags = (tex.escaped(plain(tag).replace(",", " ").replace(";", " ")) for tag in paper.tags)
    yield "keywords", ", ".join(" ".join(tag.split()) for tag in tags if tag.strip())
    note = verbatim(paper.note.text).translate(_UNWANTED)
    yield "annotation" if modern else "annote", tex.escaped(note) if note.strip() else ""
    yield "readstatus", _READ.get(paper.status, "")
    yield "ranking", "rank5" if paper.starred else ""


def _author(name: str) -> str:
    """``Gu, Albert``, ``van der Maaten, Laurens``, ``King, Jr., Martin Luther``, ``{Team X}``."""
    parts = name_parts(name)
    if not parts.given or not _plainly_parted(parts):
        return f"{{{tex.escaped(name)}}}"
    family = " ".join(filter(None, (parts.particle, parts.family)))
    return ", ".join(tex.escaped(part) for part in (family, parts.suffix, parts.given) if part)


def _plainly_parted(parts: PersonName) -> bool:
    """Whether BibTeX reads the parts as they are meant: it parts at commas and at ``and``."""
    words = f"{parts.particle} {parts.family} {parts.given} {parts.suffix}"
    return "," not in words and not {"and", "others"} & set(words.casefold().split())
