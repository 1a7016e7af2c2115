"""What the palette offers, and in which order. Only computes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from reader.gui.actions.keymap import Binding
from reader.gui.actions.registry import Action
from reader.gui.list.row_text import shown
from reader.gui.palette.fuzzy import Match, match
from reader.gui.palette.recent import paper_key, query_key
from reader.gui.sidebar.lines import Line
from reader.model import Completion, ListKind, PaperList, PaperRow

MOST = 60
"""So many rows at most: nobody reads further, they type another letter."""

MOST_PAPERS = 8
"""So many papers among what is typed for, and so many more that the index finds."""

# Where nothing is typed, commands are wanted too.
_PAPERS_FIRST = 3
# As many points as lie between two classes of matches: commands and lists are few and always the
# same, so a paper whose title matches as well stands below them.
_BELOW_COMMANDS = 100


@dataclass(frozen=True, slots=True)
class Item:
    """A row of the palette: exactly one of ``action``, ``place``, ``query`` and ``paper_id``.

    ``words`` answer too but are not shown, ``colour`` is the token of a tag's dot, ``places`` are
    the (start, end) of the matched letters.
    """

    name: str
    words: str = ""
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
            return paper_key(self.paper_id)
        return f"action:{self.action}" if self.action else query_key(self.query)


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
    actions: Iterable[Action],
    keymap: Mapping[str, Binding],
    titles: Mapping[str, str],
    words: Mapping[str, str],
) -> list[Item]:
    """The actions with their keys; ``words`` are what else people call them, by their ids."""
    return [
        Item(
            titles[action.id],
            words.get(action.id, ""),
            action.icon,
            keys=keymap[action.id].keys[:1],
            action=action.id,
        )
        for action in actions
    ]


def list_items(lines: Iterable[Line], hints: Mapping[str, str]) -> list[Item]:
    """The lists, smart lists, digests and tags of the sidebar; ``hints`` names their kinds."""
    items = []
    for line in lines:
        if line.place is not None:
            hint = hints.get(line.place.kind.value, hints["list"])
            name = line.hint if line.place.kind is ListKind.TAG else line.name
            items.append(
                Item(name, icon=line.icon, colour=line.colour, hint=hint, place=line.place)
            )
    return items


def author_items(found: Iterable[Completion]) -> list[Item]:
    """Authors: choosing one searches for their papers."""
    return [author_item(f"author:{one.replacement}", one.label) for one in found]


def author_item(query: str, name: str, hint: str = "") -> Item:
    """An author, whose papers answer a query."""
    return Item(name, icon="users", hint=hint, query=query)


def paper_items(rows: Iterable[PaperRow]) -> list[Item]:
    """Papers: choosing one goes to it."""
    return [
        Item(shown(row.title), icon="file-text", hint=str(row.year or ""), paper_id=row.id)
        for row in rows
    ]


def marked(items: Iterable[Item], text: str) -> list[Item]:
    """Items that answer for another reason, with the places where their names do too."""
    found = ((item, match(text, item.name, jumps=False)) for item in items)
    return [replace(item, places=one.places) if one else item for item, one in found]


def ranked(items: Sequence[Item], what: Typed, recent: Sequence[str]) -> list[Item]:
    """The items that answer what was typed, best first; recently used ones before their likes."""
    if what.sign == ">":
        items = [item for item in items if item.action]
    elif what.sign == "#":
        items = [item for item in items if item.place and item.place.kind is ListKind.TAG]
    elif what.sign == "@":
        items = [item for item in items if item.query]
    ages = {key: age for age, key in enumerate(recent)}
    if not what.text:  # everything answers nothing
        known = [item for item in items if item.paper_id is None or item.key in ages]
        known.sort(key=lambda item: ages.get(item.key, len(ages)))
        return _few_papers(known, _PAPERS_FIRST)
    scored = []
    for at, item in enumerate(items):
        found = _match(what.text, item)
        if found is not None:
            age = ages.get(item.key, len(ages))
            # A class of matches is a hundred apart; having been used lifts within it.
            score = found.score + (30 if item.key in ages else 0)
            scored.append((-score, age, at, found.places))
    scored.sort(key=lambda one: one[:3])
    places = {items[at].key: there for *_, at, there in scored}
    best = _few_papers((items[at] for *_, at, _ in scored), MOST_PAPERS)
    return [replace(item, places=places[item.key]) for item in best]


def _match(text: str, item: Item) -> Match | None:
    if item.paper_id is None:
        return match(text, item.name, item.words)
    # In a sentence nearly any letters can be jumped to.
    found = match(text, item.name, jumps=False)
    return None if found is None else Match(found.score - _BELOW_COMMANDS, found.places)


def _few_papers(items: Iterable[Item], most: int) -> list[Item]:
    """The first items, with no more papers among them than so many."""
    kept, papers = [], 0
    for item in items:
        papers += item.paper_id is not None
        if item.paper_id is None or papers <= most:
            kept.append(item)
    return kept[:MOST]
