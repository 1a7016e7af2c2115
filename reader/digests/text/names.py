"""Names of people as they are read: given names first, one person a name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reader.digests.text.invisible import without_invisible
from reader.digests.text.markup import without_markup
from reader.digests.text.tex import readable

_PLAIN = re.compile(r"[\w .'-]+")
_BRACES = re.compile(r"[{}]")
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d)\.?", re.IGNORECASE)
_OTHERS = re.compile(r"(?:and\s+)?(?:others|et\.?\s*al\.?|…|\.\.\.)", re.IGNORECASE)
_PARENTHESES = re.compile(r"\([^()]*\)")
_AND = re.compile(r",?\s+(?:and|&|und|et)\s+|\s*[;&]\s*")
_COMMA = re.compile(r"\s*,\s*")
_KEPT_COMMA = "\ue000"
_MOST = 5000


def whole(name: str) -> str:
    """A name for ``person`` whose commas belong to it, such as that of an institution."""
    return name.replace(",", _KEPT_COMMA)


def person(name: str) -> str:
    """One name: TeX and markup read, ``Lovelace, Ada`` as ``Ada Lovelace``; may be empty.

    ``King, Jr., Martin Luther`` is BibTeX's order of last name, suffix and given names.
    """
    text = name
    if not _PLAIN.fullmatch(name):
        text = without_invisible(_BRACES.sub("", readable(without_markup(name))))
    text = " ".join(text.split()).strip(" ,;")
    if _OTHERS.fullmatch(text):
        return ""
    parts = [part for part in _COMMA.split(text) if part]
    if len(parts) < 2:
        return text.replace(_KEPT_COMMA, ",")
    last, *given = parts
    suffix = next((part for part in given if _SUFFIX.fullmatch(part)), "")
    given = [part for part in given if part is not suffix]
    together = " ".join([*given, last]).replace(_KEPT_COMMA, ",")
    return f"{together}, {suffix}" if suffix else together


def people(names: Iterable[str]) -> tuple[str, ...]:
    """Several names, each of one person, without the empty ones and without repetition."""
    read = (person(name) for name in names)
    return tuple(dict.fromkeys(name for name in read if name))[:_MOST]


def people_in_line(text: str) -> tuple[str, ...]:
    """The people of ``A. Turing, K. Gödel and E. Noether``; what is in parentheses goes.

    Where semicolons part the names, or every name between ``and`` has one comma, commas are taken
    to part last names from given ones.
    """
    text = _PARENTHESES.sub("", text)
    while "(" in text and _PARENTHESES.search(text):
        text = _PARENTHESES.sub("", text)
    pieces = [piece for piece in _AND.split(text) if piece.strip()]
    if ";" in text or (len(pieces) > 1 and all(piece.count(",") == 1 for piece in pieces)):
        return people(pieces)
    return people(name for piece in pieces for name in _COMMA.split(piece))
