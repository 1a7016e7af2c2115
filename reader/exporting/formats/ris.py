"""RIS, as EndNote, Zotero, Mendeley and RefWorks read it.

https://refdb.sourceforge.net/manual-0.9.6/sect1-ris-format.html, with the tags that Zotero writes:
T2 for what a paper is in, KW for each tag, N1 for the note (as HTML on one line: a line of its own
would be a tag of RIS to some readers), L1 for the PDF, ID for the citation key.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from reader.exporting.escaping import paragraphs, plain, verbatim
from reader.exporting.formats.kinds import Kind, Work, work_of
from reader.exporting.person_names import name_parts
from reader.model import Paper

_TYPES = {Kind.ARTICLE: "JOUR", Kind.CONFERENCE: "CONF", Kind.PREPRINT: "UNPB"}


def ris(papers: Iterable[Paper]) -> Iterator[str]:
    """The papers as records, one at a time; lines end with CR LF as the format has it."""
    for paper in papers:
        lines = [f"{tag}  - {value}" for tag, value in _fields(paper) if value]
        yield "\r\n".join([*lines, "ER  - ", "", ""])


def _fields(paper: Paper) -> Iterator[tuple[str, str]]:
    work = work_of(paper)
    yield "TY", _TYPES[work.kind]
    yield "ID", work.key
    yield "TI", work.title
    yield from (("AU", _author(name)) for name in work.authors)
    yield "PY", f"{work.year:04}" if work.year else ""
    yield "T2", work.venue
    yield "PB", work.archive
    yield "DO", work.doi
    yield from _addresses(work)
    yield "AB", " ".join(paragraphs(paper.abstract))
    yield from (("KW", plain(tag).replace(";", " ")) for tag in paper.tags)
    yield "N1", _note(paper.note.text)


def _addresses(work: Work) -> Iterator[tuple[str, str]]:
    yield "UR", work.url
    if work.arxiv and work.arxiv not in work.url:
        yield "UR", f"https://arxiv.org/abs/{work.arxiv}"
    yield "L1", work.pdf


def _author(name: str) -> str:
    """``Gu, Albert``, ``King, Martin Luther, Jr.``; what is no person's name as it is."""
    parts = name_parts(name)
    if not parts.given:
        return name
    family = " ".join(filter(None, (parts.particle, parts.family)))
    return ", ".join(filter(None, (family, parts.given, parts.suffix)))


def _note(text: str) -> str:
    blocks = (block.strip("\n") for block in re.split(r"\n[^\S\n]*\n", verbatim(text)))
    return "".join(f"<p>{_lines(block)}</p>" for block in blocks if block.strip())


def _lines(block: str) -> str:
    return "<br>".join(html.escape(plain(line), quote=False) for line in block.splitlines())
