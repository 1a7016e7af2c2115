"""Where the highlights of a paper are in the texts that show it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reader.gui.highlights.painting import Painted, in_lanes
from reader.gui.text_places import for_qt, from_qt
from reader.model import Highlight
from reader.operations.anchoring import Anchor, anchor, find
from reader.operations.highlighting import anchor_of


@dataclass(frozen=True, slots=True)
class Placed:
    """A highlight and where it is in the text of its field, counted as Qt does."""

    highlight: Highlight
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class HighlightPlaces:
    """The highlights of a paper, and where those are that its texts have."""

    highlights: Sequence[Highlight] = ()
    placed: Sequence[Placed] = ()

    @classmethod
    def of(cls, highlights: Sequence[Highlight], texts: Mapping[str, str]) -> HighlightPlaces:
        """Finds the highlights in the texts, which are by field."""
        return cls(highlights, placed(highlights, texts))

    def as_read(self) -> list[Highlight]:
        """All of them in the order of the texts; those that are not there come last."""
        there = [one.highlight for one in self.placed]
        return [*there, *(one for one in self.highlights if one not in there)]

    def find(self, highlight_id: int | None) -> Highlight | None:
        """The highlight of a number."""
        return next((one for one in self.highlights if one.id == highlight_id), None)

    def place_of(self, highlight: Highlight) -> Placed | None:
        """Where a highlight is; None for an orphan."""
        return next((one for one in self.placed if one.highlight.id == highlight.id), None)

    def just(self, field: str, start: int, end: int) -> Highlight | None:
        """The highlight of just this passage."""
        same = [one.highlight for one in self.placed if (one.start, one.end) == (start, end)]
        return next((one for one in same if one.field == field), None)

    def innermost(self, field: str, start: int, end: int) -> Highlight | None:
        """The shortest highlight that has all of this passage in it."""
        around = [
            one
            for one in self.placed
            if one.highlight.field == field and one.start <= start and end <= one.end
        ]
        found = min(around, key=lambda one: one.end - one.start, default=None)
        return found.highlight if found is not None else None

    def after(self, highlight_id: int | None, by: int) -> Highlight | None:
        """The next highlight (or the one before), past the last the first; None: there is none."""
        if not self.placed:
            return None
        ids = [one.highlight.id for one in self.placed]
        at = ids.index(highlight_id) if highlight_id in ids else -1 if by > 0 else 0
        return self.placed[(at + by) % len(ids)].highlight


def placed(highlights: Iterable[Highlight], texts: Mapping[str, str]) -> list[Placed]:
    """Those that are in the texts, by field, in the order in which they are read."""
    found = []
    for highlight in highlights:
        text = texts.get(highlight.field, "")
        # What is shown may lack signs that the paper has: found as in a text that was changed.
        place = None if highlight.orphaned else find(text, anchor_of(highlight))
        if place is not None:
            [(start, end)] = for_qt(text, [place])
            found.append(Placed(highlight, start, end))
    fields = list(texts)
    return sorted(found, key=lambda one: (fields.index(one.highlight.field), one.start, one.end))


def painted(places: Iterable[Placed], field: str) -> list[Painted]:
    """What to paint in the text of a field."""
    return in_lanes(
        [
            Painted(one.start, one.end, one.highlight.colour, one.highlight.id)
            for one in places
            if one.highlight.field == field
        ]
    )


def passage(text: str, start: int, end: int) -> Anchor | None:
    """The anchor of what is selected in a shown text, counted as Qt does; None when it is space."""
    first, last = from_qt(text, start), from_qt(text, end)
    return anchor(text, first, last) if text[first:last].strip() else None
