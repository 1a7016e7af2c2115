"""Where the highlights of a paper are in the texts that show it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
