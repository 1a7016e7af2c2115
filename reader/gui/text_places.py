"""Places in a text, as Qt counts them. Only computes.

Python counts characters; Qt counts UTF-16 units, of which 𝛼 or an emoji has two.
"""

from __future__ import annotations

from collections.abc import Iterable

Places = tuple[tuple[int, int], ...]


def for_qt(text: str, places: Iterable[tuple[int, int]]) -> Places:
    """Places (start, end) in ``text``, counted as Qt does."""
    if text.isascii() or max(text) <= "\uffff":
        return tuple(places)
    return tuple((_units(text, start), _units(text, end)) for start, end in places)


def from_qt(text: str, units: int) -> int:
    """The place in ``text`` that Qt calls ``units``."""
    if text.isascii():
        return units
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore"))


def _units(text: str, place: int) -> int:
    return len(text[:place].encode("utf-16-le", "surrogatepass")) // 2
