"""The third line of a row: why its paper is where it is, or what is to do."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from reader.gui.jobs import Jobs
from reader.gui.language import translate
from reader.gui.list.model import PaperListModel
from reader.gui.list.row_text import shown
from reader.gui.navigation import Navigation
from reader.library import SIMILAR_LISTED, Library
from reader.model import Likeness, ListKind, PaperTodos, Similar, Snippet, Sort

# More new papers than this are another list.
_MOST_NEW = 64
_MOST_TODOS = 2


class Reasons(QObject):
    """Finds what the third line of the rows in view says, where they have one."""

    def __init__(
        self, library: Library, jobs: Jobs, navigation: Navigation, model: PaperListModel
    ) -> None:
        super().__init__(model)
        self._library = library
        self._jobs = jobs
        self._navigation = navigation
        self._model = model

    def fetch(self, ids: Sequence[int]) -> None:
        """Asks for the lines of papers, and hands them to the model."""
        library, query = self._library, self._navigation.answered
        place = self._navigation.list
        if self._navigation.order is Sort.LIKENESS:
            ask = partial(library.likeness, ids)
            self._jobs.query(ask, self._show_likeness, "snippets", aside=True)
        elif place.kind is ListKind.SIMILAR and not query.strip():
            number = int(place.value)
            self._jobs.query(
                lambda: library.similar(number, SIMILAR_LISTED), self._show_similar, "snippets"
            )
        elif place.kind is ListKind.TODO and not query.strip():
            self._jobs.query(lambda: library.todos(ids), self._show_todos, "snippets")
        elif query.strip():
            self._jobs.query(
                lambda: library.snippets(query, ids), self._model.set_snippets, "snippets"
            )

    def _show_likeness(self, found: dict[int, Likeness]) -> None:
        self._show({key: because(likeness) for key, likeness in found.items()})

    def _show_similar(self, found: list[Similar]) -> None:
        self._show({one.paper_id: " · ".join(map(shown, one.words)) for one in found})

    def _show_todos(self, found: list[PaperTodos]) -> None:
        self._show({one.paper_id: still_to_do(one) for one in found})

    def _show(self, lines: dict[int, str]) -> None:
        self._model.set_snippets(
            {key: Snippet("", line, ()) for key, line in lines.items() if line}
        )


def because(likeness: Likeness) -> str:
    """Why a person may like a paper, in their language; empty where nothing speaks for it."""
    if likeness.title:
        starred = translate("Reasons", "Because you starred “{}”")
        words = starred if likeness.starred else translate("Reasons", "Because you read “{}”")
        return words.format(shown(likeness.title))
    words = ", ".join(map(shown, likeness.words))
    return translate("Reasons", "Because of {}").format(words) if words else ""


def still_to_do(paper: PaperTodos) -> str:
    """The first things to do with a paper, and how many more there are."""
    words = [f"☐ {shown(todo.text)}" for todo in paper.todos[:_MOST_TODOS]]
    more = len(paper.todos) - _MOST_TODOS
    return " · ".join([*words, *([translate("Reasons", "%Ln more", "", more)] if more > 0 else [])])


def steady(before: Sequence[int], now: Sequence[int]) -> list[int]:
    """The papers of ``now`` in the order of ``before``, new ones after those they follow now.

    A star changes what a person may like; the list must not jump under their hand for it.
    """
    known = set(before)
    new = sum(key not in known for key in now)
    if new > _MOST_NEW:
        return list(now)
    staying = set(now)
    order = [key for key in before if key in staying]
    previous: int | None = None
    for key in now:
        if key not in known:
            order.insert(0 if previous is None else order.index(previous) + 1, key)
        previous = key
    return order
