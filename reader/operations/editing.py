"""Makes what a person types into the fields of a paper fit to be kept."""

from __future__ import annotations

from reader.errors import EditError
from reader.model import PaperFields


def cleaned(fields: PaperFields) -> PaperFields:
    """The fields on one line each, but for paragraphs of the abstract. Raises EditError."""
    title = _line(fields.title)
    if not title:
        raise EditError("A paper needs a title.")
    if fields.year is not None and not is_year(str(fields.year)):
        raise no_year(str(fields.year))
    return PaperFields(
        title=title,
        authors=tuple(name for name in map(_line, fields.authors) if name),
        year=fields.year,
        venue=_line(fields.venue),
        abstract=fields.abstract.strip(),
    )


def is_year(text: str) -> bool:
    """Whether a person means a year by these digits."""
    return text.isascii() and text.isdigit() and len(text) <= 4 and int(text) > 0


def no_year(text: str) -> EditError:
    """Says that a text is no year."""
    return EditError(f"{text!r} is no year.", advice="Give up to four digits, or none.")


def _line(text: str) -> str:
    return " ".join(text.split())
