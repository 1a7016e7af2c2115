"""How highlights are spoken of."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from reader.gui.actions.fixed_keys import MARK_COLOURS
from reader.gui.language import translate
from reader.gui.list.row_text import shown
from reader.model import Colour, Highlight

_NAMES = {
    Colour.YELLOW: QT_TRANSLATE_NOOP("Highlights", "Yellow"),
    Colour.GREEN: QT_TRANSLATE_NOOP("Highlights", "Green"),
    Colour.BLUE: QT_TRANSLATE_NOOP("Highlights", "Blue"),
    Colour.PINK: QT_TRANSLATE_NOOP("Highlights", "Pink"),
}
COLOUR_KEYS = dict(zip(MARK_COLOURS.keys, Colour, strict=True))
"""The colours by the keys that mean them."""


def colour_name(colour: str) -> str:
    """A colour in the person's language."""
    return translate("Highlights", _NAMES[Colour(colour)])


def spoken(highlight: Highlight) -> str:
    """All of a highlight, for ears."""
    sentence = translate("Highlights", "{colour}: “{quote}”")
    parts = [sentence.format(colour=colour_name(highlight.colour), quote=shown(highlight.quote))]
    if highlight.comment:
        parts.append(translate("Highlights", "Comment: {}").format(shown(highlight.comment)))
    if highlight.orphaned:
        parts.append(no_longer())
    return ". ".join(parts)


def no_longer() -> str:
    """What is said of an orphan."""
    return translate("Highlights", "No longer in the text")
