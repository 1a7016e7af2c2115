"""Whatever is done, the window shows the lists and counts that the database would give."""

from __future__ import annotations

import random
from collections.abc import Callable
from threading import Event

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor

from reader.gui.list import prefetching
from reader.gui.list.model import PaperListModel
from reader.library import Library
from reader.model import Listing, ListKind, PaperList, Since, Sort, Status
from tests.gui.conftest import Person
from tests.libraries.papers import digest

PAPERS = 30
KEYS = ("S", "X", "M", "L", "B", "Z", "Shift+Z", "J", "K", "Shift+J", "Del")
PLACES = ("G, I", "G, L", "G, R", "G, S", "G, T")
SORTS = (Sort.ADDED, Sort.YEAR, Sort.TITLE, Sort.RELEVANCE)


@pytest.fixture
def many(library: Library) -> Library:
    library.import_digest(digest(f"Paper {n % 7} of {n}" for n in range(PAPERS)))
    return library


@pytest.mark.parametrize("seed", range(5))
def test_any_keys_leave_the_window_as_the_library_is(
    open_window: Callable[[Library], Person], many: Library, seed: int
) -> None:
    chance = random.Random(seed)
    person = open_window(many)
    with Library(many.folder) as other:
        for _ in range(40):
            do_something(person, many, other, chance)
            person.settle()
            the_window_is_as_the_library(person, many)


def do_something(person: Person, library: Library, other: Library, chance: random.Random) -> None:
    what = chance.random()
    window = person.window
    if what < 0.12:
        person.press(chance.choice(PLACES))
    elif what < 0.2:
        window.navigation.order_by(chance.choice(SORTS))
    elif what < 0.3:
        ids = chance.sample(range(1, PAPERS + 1), 2)
        other.set_status(ids, chance.choice(list(Status)))
        if chance.random() < 0.5:  # else the next key of this window meets what it has not heard of
            window.jobs.change(library.notice_others)
    elif what < 0.4:
        # Faster than the window can follow.
        person.type("".join(chance.choices("sxmlbz", k=4)))
    else:
        person.press(chance.choice(KEYS))


def the_window_is_as_the_library(person: Person, library: Library) -> None:
    window = person.window
    window.jobs.change(library.notice_others)
    person.settle()
    navigation, model = window.navigation, window.list.model
    assert list(model.ids) == library.list_ids(navigation.list, navigation.order)
    rows = [model.data(model.index(at), PaperListModel.RowRole) for at in range(len(model.ids))]
    assert rows == library.rows(model.ids)
    counts = library.counts().lists
    assert {kind: person.count(kind) for kind in counts} == counts
    if model.ids:
        at = window.list.view.currentIndex().row()
        assert model.ids[at] == navigation.current


def test_a_decision_asks_for_no_whole_list_and_counts_nothing(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = person.window.library
    whole = watch_whole_lists(monkeypatch, library)

    def no_counts(*_arguments: object) -> None:
        raise AssertionError("all was counted")

    monkeypatch.setattr(library, "counts", no_counts)
    inbox = person.count(ListKind.INBOX)
    person.press("X")
    person.press("S")
    person.press("Z")
    assert not whole
    assert person.count(ListKind.INBOX) == inbox - 1


def test_what_was_decided_is_indexed_and_the_list_is_still_followed(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = person.window.library
    whole = watch_whole_lists(monkeypatch, library)
    person.press("X")
    person.window.jobs.change(lambda: library.set_note(person.window.navigation.current or 1, "a"))
    person.settle()
    person.until(lambda: not library.index_waiting() and not person.window.busy())
    person.press("X")
    assert not whole
    the_window_is_as_the_library(person, library)


def test_a_list_that_was_shown_before_is_not_asked_for_as_a_whole(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = person.window.library
    person.press("G, S")
    person.press("G, I")
    whole = watch_whole_lists(monkeypatch, library)
    person.press("S")
    person.press("X")
    for place in ("G, S", "G, I", "G, S"):
        person.press(place)
        the_window_is_as_the_library(person, library)
    assert person.window.list.model.rowCount() == 1
    assert not whole


def test_a_long_list_is_asked_for_ahead(
    open_window: Callable[[Library], Person], many: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prefetching, "LONG", PAPERS)
    person = open_window(many)
    whole = watch_whole_lists(monkeypatch, many)
    person.press("S")
    person.press("G, L")
    the_window_is_as_the_library(person, many)
    assert not whole
    person.press("G, I")
    person.press("*")
    person.press("S")  # more papers than are followed at once
    followed = many.followed
    at_once: list[PaperList] = []
    monkeypatch.setattr(
        many, "followed", lambda place, *rest: at_once.append(place) or followed(place, *rest)
    )
    person.press("G, L")
    assert at_once == [PaperList(ListKind.ALL)]
    the_window_is_as_the_library(person, many)


def test_what_happens_while_a_list_is_asked_for_ahead_is_not_missed(
    open_window: Callable[[Library], Person], many: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    listing, begun, go_on = many.listing, Event(), Event()
    person = open_window(many)
    monkeypatch.setattr(prefetching, "LONG", PAPERS)

    def slow(place: PaperList, sort: Sort, since: Since | None = None) -> Listing:
        made = listing(place, sort, since)
        if place.kind is ListKind.ALL:
            begun.set()
            go_on.wait(10)
        return made

    monkeypatch.setattr(many, "listing", slow)
    many.set_starred([1], True)
    person.until(begun.is_set)
    many.import_digest(digest(["Another paper"]))
    go_on.set()
    person.settle()
    person.press("G, L")
    the_window_is_as_the_library(person, many)


def watch_whole_lists(monkeypatch: pytest.MonkeyPatch, library: Library) -> list[PaperList]:
    """The lists that are asked for from now on, rather than followed."""
    asked: list[PaperList] = []
    listing = library.listing

    def watched(place: PaperList, sort: Sort, since: Since | None = None) -> Listing:
        made = listing(place, sort, since)
        if made.taken is None:
            asked.append(place)
        return made

    monkeypatch.setattr(library, "listing", watched)
    return asked


def test_the_ground_under_a_short_list_is_painted(person: Person) -> None:
    """The view is opaque to Qt, which then paints nothing where there are no rows."""
    viewport = person.window.list.view.viewport()
    picture = viewport.grab(QRect(QPoint(0, viewport.height() - 20), viewport.size())).toImage()
    assert picture.pixelColor(5, 5) == QColor(person.theme.tokens.surface_list)
