"""What a library can be exported as beside Markdown: one module a format.

A new one is a module that makes texts of papers, and its line below. Only processes data; see
reader.operations.exports for who reads the papers and writes the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from reader.errors import ExportError
from reader.exporting.formats.bibtex import biblatex, bibtex
from reader.exporting.formats.csl_json import csl_json
from reader.exporting.formats.html_page import html_page
from reader.exporting.formats.note_html import Picture
from reader.exporting.formats.ris import ris
from reader.exporting.formats.table import table
from reader.model import Paper
from reader.words import say

Write = Callable[[Iterable[Paper], Mapping[str, Picture]], Iterator[str]]
"""Makes the text of papers, piece by piece. The pictures are those that their notes show."""


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A format: its name for the command line, its title for people, the endings of its files.

    One without ``write`` is the whole library as JSON Lines, which is more than its papers.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    write: Write | None = None
    pictures: bool = False


def _plainly(write: Callable[[Iterable[Paper]], Iterator[str]]) -> Write:
    return lambda papers, _pictures: write(papers)


EXPORT_FORMATS = (
    ExportFormat("bibtex", "BibTeX", (".bib", ".bibtex"), _plainly(bibtex)),
    ExportFormat("biblatex", "BibLaTeX", (".biblatex",), _plainly(biblatex)),
    ExportFormat("csl-json", "CSL-JSON", (".json",), _plainly(csl_json)),
    ExportFormat("ris", "RIS", (".ris",), _plainly(ris)),
    ExportFormat("csv", "Table (CSV)", (".csv",), _plainly(table)),
    ExportFormat("html", "Web page (HTML)", (".html", ".htm"), html_page, pictures=True),
    ExportFormat("jsonl", "Whole library (JSON Lines)", (".jsonl", ".ndjson")),
)


def format_named(name: str) -> ExportFormat:
    """The format of a name. Raises ExportError."""
    for known in EXPORT_FORMATS:
        if known.name == name:
            return known
    names = ", ".join(known.name for known in EXPORT_FORMATS)
    raise ExportError(
        say("There is no format “{}” to export to.").format(name),
        advice=say("There are: {}.").format(names),
    )


def format_of(file: str) -> ExportFormat | None:
    """The format that the ending of a file's name means, if it means one."""
    ending = PurePath(file).suffix.lower()
    return next((known for known in EXPORT_FORMATS if ending in known.suffixes), None)
