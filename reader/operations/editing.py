"""Makes what a person types into the fields of a paper fit to be kept."""

from __future__ import annotations

from reader.errors import EditError
from reader.model import PaperFields

FIRST_YEAR, LAST_YEAR = 1, 9999


def cleaned(fields: PaperFields) -> PaperFields:
    """The fields on one line each, but for paragraphs of the abstract. Raises EditError."""
    title = _line(fields.title)
    if not title:
        raise EditError("A paper needs a title.")
    if fields.year is not None and not FIRST_YEAR <= fields.year <= LAST_YEAR:
        raise EditError(f"{fields.year} is no year.", advice="Give four digits, or none.")
    return PaperFields(
        title=title,
        authors=tuple(name for name in map(_line, fields.authors) if name),
        year=fields.year,
        venue=_line(fields.venue),
        abstract=fields.abstract.strip(),
    )


def _line(text: str) -> str:
    return " ".join(text.split())
