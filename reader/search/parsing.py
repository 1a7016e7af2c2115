"""The query language: from what a person typed to what it asks for.

Words are joined by AND and the word being typed is a prefix; ``"a phrase"``, ``-not``, ``OR``,
``( )``, ``wor*d``, ``word~``, the fields of ``FIELDS`` and the filters of ``FILTERS``, and
``sort:``. No input raises: what makes no sense is taken as words, or listed as not understood.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import field as dataclass_field

from reader.model import Filter, NotUnderstood, Sort
from reader.search.query import And, Clause, Match, Node, Not, Or, Query

FIELDS = {
    "title": "title",
    "abstract": "abstract",
    "author": "authors",
    "authors": "authors",
    "note": "note",
}
STATES = ("unread", "read", "inbox", "queued", "reading", "skipped", "starred", "annotated")
HAVING = ("note", "highlight", "todo", "code", "pdf", "abstract")
SORTS = tuple(sort.value for sort in Sort)
# Deeper brackets and later words than any person types; a pasted page must not hold up the field.
_DEEPEST = 32
_MOST_PARTS = 100

_TOKEN = re.compile(
    r"""(?P<bracket>[()])
      | (?P<minus>-*)(?:
            (?P<group>[A-Za-z]+:)?(?=\()
          | (?:(?P<field>[A-Za-z]+):)?
            (?:"(?P<phrase>[^"]*)(?P<closed>"?) | (?P<word>[^\s"()]+))
        )
      | (?P<stray>[^\s()])""",
    re.VERBOSE,
)
_NUMBERS = re.compile(r"(\d{1,4})?\.\.(\d{1,4})?|(\d{1,4})")
_AGE = re.compile(r"\d{1,4}[dwmy]")
_DAYS = re.compile(r"(?:\d{4}(?:-\d\d){0,2})?(?:\.\.(?:\d{4}(?:-\d\d){0,2})?)?")


def parse(text: str) -> Query:
    """Reads a query; never raises."""
    return _Parser(text).query()


# --- Filters ------------------------------------------------------------------------------------


def _one_of(names: tuple[str, ...]) -> Callable[[str], str]:
    def read(value: str) -> str:
        return value.lower() if value.lower() in names else ""

    return read


def _tag(value: str) -> str:
    return value.strip().removeprefix("#").rstrip("/")


def _numbers(value: str) -> str:
    return value if _NUMBERS.fullmatch(value) and value != ".." else ""


def _days(value: str) -> str:
    known = value.lower() in ("today", "yesterday") or _AGE.fullmatch(value.lower())
    return value.lower() if known or (_DAYS.fullmatch(value) and value.strip(".")) else ""


def _text(value: str) -> str:
    return value.strip()


# What follows the colon, made even; empty where it means nothing.
FILTERS: dict[str, Callable[[str], str]] = {
    "is": _one_of(STATES),
    "has": _one_of(HAVING),
    "tag": _tag,
    "year": _numbers,
    "added": _days,
    "read": _days,
    "decided": _days,
    "waited": _numbers,
    "venue": _text,
    "digest": _text,
    "arxiv": _text,
    "doi": _text,
}


def without_filters(text: str) -> tuple[str, tuple[str, ...]]:
    """A query without the filters that narrow all of it, and the names of those filters.

    What stands in brackets stays, and all does where alternatives are asked for.
    """
    depth, spans, names = 0, [], []
    for match in _TOKEN.finditer(text):
        name = (match["field"] or "").lower()
        if match["bracket"]:
            depth = max(0, depth + (1 if match["bracket"] == "(" else -1))
        elif depth:
            continue
        elif match["word"] in ("OR", "AND") and not name:
            if match["word"] == "OR":
                return text, ()
            spans.append(match.span())
        elif name in FILTERS and FILTERS[name](match["phrase"] or match["word"] or ""):
            spans.append(match.span())
            names.append(name)
    return (_without(text, spans), tuple(dict.fromkeys(names))) if names else (text, ())


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    """The text without some of its parts, and without the room they took."""
    starts = [0, *(end for _, end in spans)]
    ends = [*(start for start, _ in spans), len(text)]
    kept = (text[start:end].strip() for start, end in zip(starts, ends, strict=True))
    return " ".join(filter(None, kept))


# --- Words and brackets -------------------------------------------------------------------------


@dataclass(slots=True)
class _Level:
    """An open bracket: its alternatives, the last of which is being filled."""

    field: str = ""
    negated: bool = False
    alternatives: list[list[Node]] = dataclass_field(default_factory=lambda: [[]])

    def node(self) -> Node | None:
        filled = [_joined(parts, And) for parts in self.alternatives if parts]
        if not filled:
            return None
        node = _joined(filled, Or)
        return Not(node) if self.negated else node


def _joined(parts: list[Node], kind: type[And] | type[Or]) -> Node:
    return parts[0] if len(parts) == 1 else kind(tuple(parts))


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text
        self._levels = [_Level()]
        self._group = _Level()  # what a `-title:` before a bracket says of it
        self._too_deep = 0
        self._parts = 0
        self._sort: Sort | None = None
        self._not_understood: list[NotUnderstood] = []

    def query(self) -> Query:
        for match in _TOKEN.finditer(self._text):
            if match["bracket"]:
                self._bracket(match)
            elif match["stray"]:
                self._misunderstand(match)
            elif match["word"] is None and match["phrase"] is None:
                self._before_bracket(match)
            else:
                self._part(match)
        while len(self._levels) > 1:
            self._close()
        return Query(self._levels[0].node(), self._sort, tuple(self._not_understood))

    def _bracket(self, match: re.Match[str]) -> None:
        group, self._group = self._group, _Level()
        if match["bracket"] == "(":
            if len(self._levels) > _DEEPEST:
                self._too_deep += 1
                self._misunderstand(match)
            else:
                group.field = group.field or self._levels[-1].field
                self._levels.append(group)
        elif self._too_deep:
            self._too_deep -= 1
            self._misunderstand(match)
        elif len(self._levels) > 1:
            self._close()
        else:
            self._misunderstand(match)

    def _close(self) -> None:
        node = self._levels.pop().node()
        if node is not None:
            self._levels[-1].alternatives[-1].append(node)

    def _before_bracket(self, match: re.Match[str]) -> None:
        name = (match["group"] or "").removesuffix(":").lower()
        if name and name not in FIELDS:
            self._misunderstand(match)
        self._group = _Level(FIELDS.get(name, ""), bool(match["minus"]))

    def _part(self, match: re.Match[str]) -> None:
        if match["word"] in ("OR", "AND") and not match["field"] and not match["minus"]:
            if match["word"] == "OR":
                self._levels[-1].alternatives.append([])
            return
        self._parts += 1
        node = self._node(match) if self._parts <= _MOST_PARTS else None
        if node is not None:
            self._levels[-1].alternatives[-1].append(Not(node) if match["minus"] else node)

    def _node(self, match: re.Match[str]) -> Node | None:
        """A clause or filter; None, and a note of it, where it could not be understood."""
        typing = match.end() == len(self._text) and not match["closed"]
        phrase = match["phrase"]
        text = phrase if phrase is not None else match["word"]
        field = (match["field"] or "").lower()
        if field == "sort" and text.lower() in SORTS:
            self._sort = Sort(text.lower())
            return None
        if field in FILTERS or field == "sort":
            value = FILTERS[field](text) if field in FILTERS else ""
            if value:
                # A tag being typed is the beginning of one.
                return Filter(field, value + "*" * (typing and field == "tag"))
            self._misunderstand(match)
            return None
        if field and field not in FIELDS:
            text = f"{field} {text}"
        if not any(letter.isalnum() for letter in text):
            self._misunderstand(match)
            return None
        field = FIELDS.get(field, "") or self._levels[-1].field
        if phrase is not None:
            return Clause(text, field, Match.PHRASE, typing)
        if text.endswith("~"):
            return Clause(text.rstrip("~"), field, Match.FUZZY)
        if "*" in text:
            return Clause(text, field, Match.WILDCARD)
        return Clause(text, field, Match.WORDS, typing, match.start("word"), match.end("word"))

    def _misunderstand(self, match: re.Match[str]) -> None:
        if match[0].strip():
            self._not_understood.append(NotUnderstood(match[0], match.start(), match.end()))
