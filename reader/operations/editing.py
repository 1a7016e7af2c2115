"""Makes what a person types into the fields of a paper fit to be kept."""

from __future__ import annotations

from reader.errors import EditError
from reader.model import PaperFields, is_citation_key
from reader.words import say


def cleaned(fields: PaperFields) -> PaperFields:
    """The fields on one line each, but for paragraphs of the abstract. Raises EditError."""
    title = _line(fields.title)
    if not title:
        raise EditError(say("A paper needs a title."))
    if fields.year is not None and not is_year(str(fields.year)):
        raise no_year(str(fields.year))
    return PaperFields(
        title=title,
        authors=tuple(name for name in map(_line, fields.authors) if name),
        year=fields.year,
        venue=_line(fields.venue),
        abstract=fields.abstract.strip(),
        citation_key=None if fields.citation_key is None else _key(fields.citation_key),
    )


def is_year(text: str) -> bool:
    """Whether a person means a year by these digits."""
    return text.isascii() and text.isdigit() and len(text) <= 4 and int(text) > 0


def no_year(text: str) -> EditError:
    """Says that a text is no year."""
    return EditError(
        say("{!r} is no year.").format(text), advice=say("Give up to four digits, or none.")
    )


def _key(text: str) -> str:
    key = text.strip()
    if key and not is_citation_key(key):
        raise EditError(
            say("“{}” cannot be a citation key.").format(key[:40]),
            advice=say("Use letters, digits and . : + / _ - without spaces."),
        )
    return key


def _line(text: str) -> str:
    return " ".join(text.split())
