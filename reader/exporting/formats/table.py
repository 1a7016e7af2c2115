"""CSV (RFC 4180) that spreadsheets open as it is meant: UTF-8 with its mark, no formulas.

A cell that a spreadsheet would take for a formula gets an apostrophe in front, as OWASP advises
(https://owasp.org/www-community/attacks/CSV_Injection): a title may come from anywhere.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from reader.exporting.escaping import paragraphs, plain, verbatim
from reader.exporting.formats.kinds import Work, work_of
from reader.model import LinkKind, Paper

_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
_BOM = "\ufeff"
COLUMNS = (
    "citation key",
    "title",
    "authors",
    "year",
    "venue",
    "status",
    "starred",
    "tags",
    "doi",
    "arxiv",
    "url",
    "pdf",
    "code",
    "abstract",
    "note",
    "highlights",
    "added",
    "read",
    "digests",
    "reader-id",
)


def table(papers: Iterable[Paper]) -> Iterator[str]:
    """The papers as rows under their headings, one at a time."""
    yield _BOM + _row(COLUMNS)
    for paper in papers:
        yield _row(map(_safe, _cells(paper, work_of(paper))))


def _cells(paper: Paper, work: Work) -> tuple[str, ...]:
    code = next((plain(link.url) for link in paper.links if link.kind is LinkKind.CODE), "")
    return (
        paper.citation_key,
        work.title,
        "; ".join(work.authors),
        str(work.year or ""),
        plain(paper.venue),
        paper.status.value,
        "yes" if paper.starred else "no",
        "; ".join(map(plain, paper.tags)),
        work.doi,
        work.arxiv,
        work.url,
        work.pdf,
        code,
        "\n\n".join(paragraphs(paper.abstract)),
        verbatim(paper.note.text).replace("\0", ""),
        "\n".join(_highlight(h.quote, h.comment) for h in paper.highlights),
        paper.added_at.date().isoformat(),
        paper.read_at.date().isoformat() if paper.read_at else "",
        "; ".join(plain(digest.title) for digest in paper.digests),
        paper.reader_id,
    )


def _highlight(quote: str, comment: str) -> str:
    return " — ".join(filter(None, (f"“{plain(quote)}”", plain(comment))))


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.lstrip(" \u00a0\u3000\ufeff").startswith(_FORMULA) else cell


def _row(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow(cells)
    return line.getvalue()
