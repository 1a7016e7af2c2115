"""The query language: from what a person typed to what it asks for.

Words are joined by AND and the word being typed is a prefix; ``"a phrase"``, ``-not``, ``title:``
(also ``abstract:``, ``author:``, ``note:``), ``tag:`` and ``is:``. No input raises: what makes no
sense is taken as words, or listed in ``not_understood``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.model import Filter

FIELDS = {
    "title": "title",
    "abstract": "abstract",
    "author": "authors",
    "authors": "authors",
    "note": "note",
}
STATES = ("unread", "read", "inbox", "queued", "reading", "skipped", "starred", "annotated")


@dataclass(frozen=True, slots=True)
class Clause:
    """Words that must (or, negated, must not) be in a paper.

    ``field`` is empty for any field. ``phrase`` asks for the words side by side, ``typing`` takes
    the last of them as a prefix.
    """

    text: str
    field: str = ""
    negated: bool = False
    phrase: bool = False
    typing: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What a person asked for: clauses that the index answers and filters for the database."""

    clauses: tuple[Clause, ...] = ()
    filters: tuple[Filter, ...] = ()
    not_understood: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.clauses or self.filters)


_TOKEN = re.compile(
    r"""(?P<minus>-?)
        (?:(?P<field>[A-Za-z]+):)?
        (?:"(?P<phrase>[^"]*)(?P<closed>"?)|(?P<word>[^\s"]+))""",
    re.VERBOSE,
)


def parse(text: str) -> Query:
    """Reads a query; never raises."""
    clauses: list[Clause] = []
    filters: list[Filter] = []
    not_understood: list[str] = []
    for match in _TOKEN.finditer(text):
        typing = match.end() == len(text) and not match["closed"]
        part = _part(match, typing=typing)
        if isinstance(part, Clause):
            clauses.append(part)
        elif isinstance(part, Filter):
            filters.append(part)
        elif part:
            not_understood.append(part)
    return Query(tuple(clauses), tuple(filters), tuple(not_understood))


def _part(match: re.Match[str], *, typing: bool) -> Clause | Filter | str:
    """A clause, a filter, or what could not be understood."""
    phrase = match["phrase"]
    text = phrase if phrase is not None else match["word"]
    field = (match["field"] or "").lower()
    negated = bool(match["minus"])
    if field == "is":
        return _state(text.lower(), negated) or match[0]
    if field == "tag":
        name = text.strip().removeprefix("#").rstrip("/")
        return Filter("tag", name + "*" * typing, negated) if name else match[0]
    if field and field not in FIELDS:
        text = f"{field} {text}"
    if not any(letter.isalnum() for letter in text):
        return match[0]
    return Clause(text, FIELDS.get(field, ""), negated, phrase is not None, typing)


def _state(text: str, negated: bool) -> Filter | None:
    return Filter("is", text, negated) if text in STATES else None
