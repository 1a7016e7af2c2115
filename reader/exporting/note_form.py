"""What a template for a note knows of the paper, and what it makes. Only processes text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reader.exporting.addresses import page_of
from reader.exporting.escaping import paragraphs, plain, verbatim, web_address
from reader.exporting.templating import Verbatim, fill
from reader.model import Paper

# Of the private use area, and taken out of all that a paper says.
_CURSOR = "\ue0f5"


@dataclass(frozen=True, slots=True)
class FilledTemplate:
    """The text of a new note, and where in it one begins to write."""

    text: str
    cursor: int


def fill_note(template: str, paper: Paper, today: date) -> FilledTemplate:
    """The beginning of a paper's note. Raises TemplateFaultError."""
    known = {
        "title": plain(paper.title),
        "authors": [plain(author) for author in paper.authors],
        "year": paper.year,
        "venue": plain(paper.venue),
        "abstract": paragraphs(paper.abstract),
        "url": Verbatim(web_address(page_of(paper))),
        "tags": [plain(tag) for tag in paper.tags],
        "highlights": [
            {"quote": plain(one.quote), "comment": plain(one.comment), "colour": one.colour}
            for one in paper.highlights
        ],
        "paper": paper,
        "today": today.isoformat(),
        "cursor": Verbatim(_CURSOR),
    }
    # No final line end: one begins to write there, or the editor adds one.
    text = verbatim(fill(template, **known))
    before, mark, after = text.partition(_CURSOR)
    whole = before + after.replace(_CURSOR, "")
    return FilledTemplate(whole, len(before) if mark else len(whole))
