"""Words and sentences of a text, and steps from one to the next. Places are counted as Qt does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QTextBoundaryFinder

from reader.gui.text_places import Places

_Kind = QTextBoundaryFinder.BoundaryType


@dataclass(frozen=True, slots=True)
class Marked:
    """What is selected: the end that stays, and the end that moves."""

    fixed: int
    moving: int

    @property
    def start(self) -> int:
        """Where it begins."""
        return min(self.fixed, self.moving)

    @property
    def end(self) -> int:
        """Where it ends."""
        return max(self.fixed, self.moving)


def words(text: str) -> Places:
    """The words, without the signs between them."""
    pieces = _pieces(QTextBoundaryFinder(_Kind.Word, text), text)
    return tuple(
        (start, start + _units(piece)) for start, piece in pieces if any(map(str.isalnum, piece))
    )


def sentences(text: str) -> Places:
    """The sentences, without the space between them."""
    found = []
    for start, piece in _pieces(QTextBoundaryFinder(_Kind.Sentence, text), text):
        if piece.strip():
            first = start + len(piece) - len(piece.lstrip())
            found.append((first, first + _units(piece.strip())))
    return tuple(found)


def _pieces(finder: QTextBoundaryFinder, text: str) -> Iterator[tuple[int, str]]:
    """What a text is divided into, and where each piece begins."""
    units = text.encode("utf-16-le", "surrogatepass")
    start = 0
    while (end := finder.toNextBoundary()) >= 0:
        yield start, units[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")
        start = end


def _units(text: str) -> int:
    return len(text) + sum(letter > "\uffff" for letter in text)


def stepped(places: Places, marked: Marked, by: int) -> Marked | None:
    """The next of ``places`` (or the one before) as the selection; None when there is none.

    From less than a whole one first that one, from more than one the nearest of them.
    """
    inside = [place for place in places if marked.start <= place[0] and place[1] <= marked.end]
    if inside and (marked.start, marked.end) not in places:
        chosen = inside[0] if by > 0 else inside[-1]
        return Marked(*chosen)
    around = [place for place in places if place[0] < marked.end and marked.start < place[1]]
    if around and (marked.start, marked.end) not in places:
        return Marked(*(around[0] if by > 0 else around[-1]))
    beyond = (
        [place for place in places if place[0] >= marked.end]
        if by > 0
        else [place for place in places if place[1] <= marked.start]
    )
    return Marked(*(beyond[0] if by > 0 else beyond[-1])) if beyond else None


def extended(places: Places, marked: Marked, by: int, *, fresh: bool) -> Marked:
    """The selection with its moving end a step further; back over its fixed end it turns round.

    A ``fresh`` one, of just one step, grows in both directions.
    """
    if fresh and by < 0:
        marked = Marked(marked.end, marked.start)
    elif fresh:
        marked = Marked(marked.start, marked.end)
    at, fixed = marked.moving, marked.fixed
    # After the fixed end it stops where places end, before it where they begin.
    stops = {end for _, end in places if end > fixed} | {s for s, _ in places if s < fixed}
    beyond = [stop for stop in stops | {fixed} if (stop - at) * by > 0]
    return Marked(fixed, min(beyond, key=lambda stop: abs(stop - at), default=at))
