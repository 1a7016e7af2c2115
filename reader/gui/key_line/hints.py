"""Which keys are of use where: for each place of the window a few of them, in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from reader.gui.actions import fixed_keys as fixed
from reader.gui.actions.fixed_keys import FixedKeys
from reader.gui.actions.key_text import key_text
from reader.gui.actions.keymap import Binding
from reader.gui.actions.registry import ACTIONS
from reader.gui.language import translate

_BRIEFS = {action.id: action.brief for action in ACTIONS}


class Place(Enum):
    """Where the person is, as far as their next keys depend on it."""

    PAPER = auto()
    SEVERAL_PAPERS = auto()
    NO_PAPER = auto()
    RESULT = auto()
    NO_RESULT = auto()
    SIMILAR_PAPER = auto()
    READING = auto()
    MARKING = auto()
    SEARCH_FIELD = auto()
    NOTE = auto()
    PREVIEW = auto()
    TAGS = auto()
    QUICK_NOTE = auto()
    OTHER_FIELD = auto()
    SIDEBAR = auto()
    PROGRESS = auto()
    ELSEWHERE = auto()


@dataclass(frozen=True, slots=True)
class Does:
    """Actions by their ids, whose first keys stand beside ``brief``, or the brief of the first."""

    actions: tuple[str, ...]
    brief: str = ""


@dataclass(frozen=True, slots=True)
class Hint:
    """What stands on some keys, and what they do."""

    caps: tuple[str, ...]
    words: str


_MOVE = Does(("paper.next", "paper.previous"))
_READ, _STAR, _QUEUE = (
    Does(("paper.toggle-read",)),
    Does(("paper.toggle-star",)),
    Does(("paper.queue",)),
)
_SKIP, _TAG, _NOTE = Does(("paper.skip",)), Does(("paper.tags",)), Does(("paper.note",))
_SEARCH, _UNDO = Does(("go.search",)), Does(("history.undo",))
_DECIDE = (_READ, _STAR, _QUEUE, _SKIP, _TAG)
_HIGHLIGHT = Does(("paper.highlight",), "Highlight")
_PICTURE = Does(("progress.picture",), "Picture")
_LINE = Does(("note.quick",), "Line for the notes")
_CITE = Does(("paper.copy-citation",), "Cite")
_BOLD, _ITALIC = Does(("note.bold",), "Bold"), Does(("note.italic",), "Italic")
_COMMANDS = Does(("palette.open",), "Commands")
_TO_PAPERS = Does(("go.back",), "To the papers")
_LEAVE_SEARCH = Does(("go.back",), "Leave the search")
_ALL = Does(("help.keys",))

HINTS: Mapping[Place, tuple[Does | FixedKeys, ...]] = {
    Place.PAPER: (_MOVE, *_DECIDE, _NOTE, _SEARCH, _UNDO, _ALL),
    Place.SEVERAL_PAPERS: (*_DECIDE, _LINE, _CITE, _UNDO, _ALL),
    Place.NO_PAPER: (_SEARCH, _UNDO, _COMMANDS, _ALL),
    Place.RESULT: (
        _MOVE,
        _LEAVE_SEARCH,
        Does(("paper.open",), "Open"),
        Does(("match.next",), "Next match"),
        *_DECIDE,
        Does(("smart.save",), "Save as a list"),
        _ALL,
    ),
    Place.NO_RESULT: (_LEAVE_SEARCH, _SEARCH, _ALL),
    Place.SIMILAR_PAPER: (_MOVE, Does(("go.back",), "Back"), *_DECIDE, _NOTE, _UNDO, _ALL),
    Place.READING: (
        Does(("paper.read-on",), "Read on"),
        _HIGHLIGHT,
        _NOTE,
        _TO_PAPERS,
        _MOVE,
        *_DECIDE,
        _ALL,
    ),
    Place.MARKING: (
        fixed.MARK_WORDS,
        fixed.MARK_SENTENCES,
        fixed.MARK_COLOURS,
        fixed.MARK_COMMENT,
        fixed.MARK_NEXT,
        fixed.MARK_DELETE,
        fixed.MARK_LEAVE,
    ),
    Place.SEARCH_FIELD: (fixed.SEARCH_LEAVE, fixed.SEARCH_EARLIER, _LEAVE_SEARCH),
    Place.NOTE: (
        Does(("note.preview",), "Preview"),
        fixed.NOTE_LINK,
        _BOLD,
        _ITALIC,
        Does(("note.tick",), "Tick"),
        Does(("go.search",), "Find"),
        _TO_PAPERS,
    ),
    Place.PREVIEW: (Does(("note.preview",), "Write"), _TO_PAPERS, _MOVE, *_DECIDE, _ALL),
    Place.TAGS: (fixed.TAG_ADD, fixed.TAG_TAKE, fixed.TAG_REMOVE, _TO_PAPERS),
    Place.QUICK_NOTE: (fixed.LINE_ADD, fixed.LINE_END, fixed.LINE_LEAVE),
    Place.OTHER_FIELD: (_COMMANDS,),
    Place.SIDEBAR: (fixed.SIDEBAR_LISTS, fixed.SIDEBAR_FOLD, _TO_PAPERS, _SEARCH, _ALL),
    Place.PROGRESS: (
        fixed.CHART_MARKS,
        fixed.CHART_OPEN,
        _PICTURE,
        Does(("go.back",), "Back"),
        _ALL,
    ),
    Place.ELSEWHERE: (_COMMANDS, _ALL),
}
"""The last one stays longest where there is no room for all."""

_WRITING = {
    Place.SEARCH_FIELD,
    Place.NOTE,
    Place.TAGS,
    Place.QUICK_NOTE,
    Place.OTHER_FIELD,
}


def hints(place: Place, keymap: Mapping[str, Binding]) -> tuple[Hint, ...]:
    """The hints of a place, with the keys that act there; what has none is left out."""
    return tuple(_hints(place, keymap))


def _hints(place: Place, keymap: Mapping[str, Binding]) -> Iterator[Hint]:
    for one in HINTS[place]:
        if isinstance(one, FixedKeys):
            caps, brief = one.keys[: one.in_line], one.brief
        else:
            acting = [keymap[action].active(writing=place in _WRITING) for action in one.actions]
            caps = tuple(keys[0] for keys in acting if keys)
            brief = one.brief or _BRIEFS[one.actions[0]]
        if caps:
            yield Hint(tuple(map(key_text, caps)), translate("Actions", brief, "key line"))
