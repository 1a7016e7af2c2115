"""The keys that mean one thing in one place, whatever the keymap says.

With the registry, this is what the ``?`` sheet, the key line and ``docs/keys.md`` are made from.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence


@dataclass(frozen=True, slots=True)
class FixedKeys:
    """What some keys do, which are spelled as in a keymap.

    ``brief`` is what the key line says, beside so many of the keys as ``in_line`` says.
    """

    keys: tuple[str, ...]
    title: str
    brief: str = ""
    in_line: int = 1

    @property
    def codes(self) -> tuple[Qt.Key, ...]:
        """The keys without what is held with them."""
        # Qt's types do not say that a sequence has parts.
        firsts: list[QKeyCombination] = [QKeySequence(keys)[0] for keys in self.keys]  # type: ignore[index]
        return tuple(first.key() for first in firsts)


MARK_WORDS = FixedKeys(("Right", "Left"), "Next word, or the one before", "Words", 2)
MARK_SENTENCES = FixedKeys(("Down", "Up"), "Next sentence, or the one before", "Sentences", 2)
MARK_MORE = FixedKeys(("Shift+Right", "Shift+Down"), "Mark more, or less")
MARK_COLOURS = FixedKeys(("1", "2", "3", "4"), "Yellow, green, blue, pink", "Colour", 4)
MARK_COMMENT = FixedKeys(("C",), "Comment on it", "Comment")
MARK_NEXT = FixedKeys(("H", "Shift+H"), "Next highlight, or the one before", "Next")
MARK_DELETE = FixedKeys(("Del", "Backspace"), "Delete the highlight", "Delete")
MARK_LEAVE = FixedKeys(("Esc",), "Back to reading", "Leave")

SEARCH_LEAVE = FixedKeys(("Return", "Down"), "To the papers", "To the papers", 2)
SEARCH_EARLIER = FixedKeys(("Up",), "Earlier searches", "Earlier searches")
SEARCH_TAKE = FixedKeys(("Tab",), "Take what is offered")

NOTE_LINK = FixedKeys(("[, [",), "Link to a paper", "Link")
NOTE_INDENT = FixedKeys(("Tab", "Shift+Tab"), "Move an item of a list in, or out")

TAG_ADD = FixedKeys(("Return",), "Add the tag", "Add")
TAG_TAKE = FixedKeys(("Tab",), "Take what is offered", "Complete")
TAG_REMOVE = FixedKeys(("Backspace",), "Remove the last tag", "Remove the last")

LINE_ADD = FixedKeys(("Return",), "Add it to the note", "Add")
LINE_END = FixedKeys(("Shift+Enter",), "New line", "New line")
LINE_LEAVE = FixedKeys(("Esc",), "Keep it for later", "Keep for later")

SIDEBAR_LISTS = FixedKeys(("Down", "Up"), "Next list, or the one before", "Lists", 2)
SIDEBAR_FOLD = FixedKeys(("Left", "Right"), "Fold, or unfold", "Fold", 2)

CHART_MARKS = FixedKeys(("Left", "Right", "Up", "Down"), "From mark to mark", "Marks", 4)
CHART_OPEN = FixedKeys(("Return", "Space"), "The papers of a mark", "Its papers")

FIXED_KEYS: Mapping[str, tuple[FixedKeys, ...]] = {
    "In the list": (
        FixedKeys(("Down", "Up"), "Next paper, or the one before"),
        FixedKeys(("Shift+Down", "Shift+Up"), "Select more, or fewer"),
        FixedKeys(("Home", "End"), "First paper, or the last"),
        FixedKeys(("PgDown", "PgUp"), "A page on, or back"),
        FixedKeys(("3, J",), "Three papers on: a number repeats a key"),
    ),
    "While marking a passage": (
        MARK_WORDS,
        MARK_SENTENCES,
        MARK_MORE,
        MARK_COLOURS,
        MARK_COMMENT,
        MARK_NEXT,
        MARK_DELETE,
        MARK_LEAVE,
    ),
    "In the search field": (SEARCH_LEAVE, SEARCH_EARLIER, SEARCH_TAKE),
    "In the note": (NOTE_LINK, NOTE_INDENT),
    "In the tags": (TAG_ADD, TAG_TAKE, TAG_REMOVE),
    "In a line for the note": (LINE_ADD, LINE_END, LINE_LEAVE),
    "In the sidebar": (SIDEBAR_LISTS, SIDEBAR_FOLD),
    "In reading progress": (CHART_MARKS, CHART_OPEN),
}
"""By the place where they act."""
