"""What the palette offers, and in which order. Only computes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from reader.gui.actions.keymap import Binding
from reader.gui.actions.registry import Action
from reader.gui.palette.fuzzy import match
from reader.gui.sidebar.lines import Line
from reader.model import Completion, ListKind, PaperList, PaperRow

MOST = 60
"""So many rows at most: nobody reads further, they type another letter."""


@dataclass(frozen=True, slots=True)
class Item:
    """A row of the palette: exactly one of ``action``, ``place``, ``query`` and ``paper_id``.

    ``colour`` is the token of a tag's dot, ``places`` the (start, end) of the matched letters.
    """

    name: str
    icon: str = ""
    colour: str = ""
    hint: str = ""
    keys: tuple[str, ...] = ()
    action: str = ""
    place: PaperList | None = None
    query: str = ""
    paper_id: int | None = None
    places: tuple[tuple[int, int], ...] = ()

    @property
    def key(self) -> str:
        """What the list of recently used ones remembers."""
        if self.place is not None:
            return f"list:{self.place.kind.value}:{self.place.value}"
        if self.paper_id is not None:
            return f"paper:{self.paper_id}"
        return f"action:{self.action}" if self.action else f"query:{self.query}"


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, without the sign that says what is meant: ``>``, ``#``, ``@`` or none."""

    sign: str
    text: str


def typed(text: str) -> Typed:
    """Takes the sign off."""
    text = text.strip()
    return Typed(text[0], text[1:].strip()) if text[:1] in (">", "#", "@") else Typed("", text)


def action_items(
    actions: Iterable[Action], keymap: Mapping[str, Binding], titles: Mapping[str, str]
) -> list[Item]:
    """The actions with their keys."""
    return [
        Item(titles[action.id], action.icon, keys=keymap[action.id].keys[:1], action=action.id)
        for action in actions
    ]


def list_items(lines: Iterable[Line], hints: Mapping[str, str]) -> list[Item]:
    """The lists, smart lists, digests and tags of the sidebar; ``hints`` names their kinds."""
    items = []
    for line in lines:
        if line.place is not None:
            hint = hints.get(line.place.kind.value, hints["list"])
            name = line.hint if line.place.kind is ListKind.TAG else line.name
            items.append(Item(name, line.icon, line.colour, hint, place=line.place))
    return items


def author_items(found: Iterable[Completion]) -> list[Item]:
    """Authors: choosing one searches for their papers."""
    return [Item(one.label, "users", query=f"author:{one.replacement}") for one in found]


def paper_items(rows: Iterable[PaperRow]) -> list[Item]:
    """Papers: choosing one goes to it."""
    return [Item(row.title, "file-text", hint=str(row.year or ""), paper_id=row.id) for row in rows]


def ranked(items: Sequence[Item], what: Typed, recent: Sequence[str]) -> list[Item]:
    """The items that answer what was typed, best first; recently used ones before their likes."""
    if what.sign == ">":
        items = [item for item in items if item.action]
    elif what.sign == "#":
        items = [item for item in items if item.place and item.place.kind is ListKind.TAG]
    elif what.sign == "@":
        return []
    ages = {key: age for age, key in enumerate(recent)}
    if not what.text:  # everything answers nothing
        return sorted(items, key=lambda item: ages.get(item.key, len(ages)))[:MOST]
    scored = []
    for at, item in enumerate(items):
        found = match(what.text, item.name)
        if found is not None:
            age = ages.get(item.key, len(ages))
            # A class of matches is a hundred apart; having been used lifts within it.
            score = found.score + (30 if item.key in ages else 0)
            scored.append((-score, age, at, found.places, item))
    scored.sort(key=lambda one: one[:3])
    return [replace(item, places=places) for *_, places, item in scored[:MOST]]
