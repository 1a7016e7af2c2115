"""A walk through every screen with the Tab key and the ears of a screen reader."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QScrollArea,
    QTableView,
    QTextBrowser,
    QWidget,
)

from reader.library import Library
from reader.model import Status
from tests.gui.all_screens import SCREENS, Opens, fill, preview
from tests.gui.conftest import Person

_Text = QAccessible.Text
_NO_ROLES = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane)


@pytest.fixture
def at(
    open_window: Callable[[Library], Person], library: Library, sample_digest: object
) -> Callable[[Opens, bool], tuple[Person, QWidget]]:
    """Opens a screen."""

    def go(opens: Opens, empty: bool) -> tuple[Person, QWidget]:
        if not empty:
            library.import_digest(sample_digest)  # type: ignore[arg-type]
            fill(library)
            library.update_index()
        person = open_window(library)
        return person, opens(person)

    return go


def focusable(screen: QWidget) -> list[QWidget]:
    """What can have the focus on a screen, and is there."""
    return [
        widget
        for widget in [screen, *screen.findChildren(QWidget)]
        if widget.isVisibleTo(screen)
        and widget.isEnabled()
        and widget.window() is screen.window()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.focusProxy() is None
        # The field inside of a box is the box.
        and not isinstance(widget.parent(), QAbstractSpinBox)
    ]


def interface(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None, f"{widget} cannot be heard"
    return found


def called(widget: QWidget) -> str:
    """How a failing test names a widget."""
    name = interface(widget).text(_Text.Name)
    return f"{type(widget).__name__} {widget.objectName()!r} “{name}”"


def tab_stops(start: QWidget) -> list[QWidget]:
    """Where Tab leads, until it comes round."""
    window = QGuiApplication.focusWindow()
    assert window is not None
    stops: list[QWidget] = []
    for _ in range(200):
        QTest.keyClick(window, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None, f"Tab leads nowhere after {called((stops or [start])[-1])}"
        if isinstance(now, QTextBrowser) and now is (stops or [start])[-1]:
            continue  # from link to link of a text
        if stops and now is stops[0]:
            return stops
        assert now not in stops, f"Tab goes in a circle at {called(now)} and leaves out others"
        stops.append(now)
    raise AssertionError("Tab does not come round")


def place(widget: QWidget, screen: QWidget) -> QRect:
    """Where a widget is seen on a screen; what is scrolled away, at that edge of its page."""
    found = QRect(widget.mapTo(screen, QPoint(0, 0)), widget.size())
    above = widget.parentWidget()
    while above is not None and above is not screen:
        if isinstance(above, QScrollArea):
            page = QRect(above.mapTo(screen, QPoint(0, 0)), above.size())
            found.moveTop(max(page.top(), min(found.top(), page.bottom() - found.height())))
        above = above.parentWidget()
    return found


def panes(person: Person) -> list[QWidget]:
    window = person.window
    return [window.sidebar, window.list, window.paper, window.status_line]


@pytest.mark.parametrize(
    ("opens", "empty"), [one[1:] for one in SCREENS], ids=[n for n, *_ in SCREENS]
)
def test_every_control_is_named_and_reached_in_order(
    opens: Opens, empty: bool, at: Callable[[Opens, bool], tuple[Person, QWidget]]
) -> None:
    person, screen = at(opens, empty)
    controls = focusable(screen)
    assert controls
    nameless = [called(one) for one in controls if not interface(one).text(_Text.Name).strip()]
    assert not nameless
    assert not [called(one) for one in controls if interface(one).role() in _NO_ROLES]

    start = QApplication.focusWidget()
    assert start is not None, "nothing has the focus when the screen opens"
    if screen is getattr(person.window.commands, "palette", None):
        # Its field keeps the focus: Tab goes from answer to answer.
        return
    stops = tab_stops(start)
    by_tab = [one for one in controls if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert not [called(one) for one in by_tab if one not in stops], "Tab does not reach these"
    strange = [called(one) for one in stops if one not in controls]
    assert not strange, "Tab leads to what is not on the screen"
    check_order(stops, screen, panes(person) if screen is person.window else [])


def check_order(stops: list[QWidget], screen: QWidget, parts: list[QWidget]) -> None:
    """Pane after pane, and within one from top to bottom and on from the leading edge."""

    def part_of(widget: QWidget) -> int:
        return next((at for at, part in enumerate(parts) if part.isAncestorOf(widget)), -1)

    numbers = [part_of(stop) for stop in stops]
    if len(set(numbers)) == 1:
        places = [place(stop, screen) for stop in stops]
        first = min(range(len(stops)), key=lambda at: (places[at].top(), places[at].left()))
    else:
        begins = [at for at, number in enumerate(numbers) if number != numbers[at - 1]]
        first = min(begins, key=lambda at: numbers[at])
    round_ = stops[first:] + stops[:first]
    order = [part_of(stop) for stop in round_]
    assert order == sorted(order), [called(stop) for stop in round_]
    for before, after in pairwise(round_):
        if part_of(before) == part_of(after):
            here, there = place(before, screen), place(after, screen)
            above, beside = there.bottom() < here.top(), there.right() < here.left()
            same_line = there.top() < here.bottom() and there.bottom() > here.top()
            # Up is forward only to the head of the next column.
            backwards = (above and there.left() < here.right()) or (same_line and beside)
            assert not backwards, f"from {called(before)} Tab goes back to {called(after)}"


def children(widget: QWidget) -> list[QAccessibleInterface]:
    table = interface(widget)
    return [child for child in map(table.child, range(table.childCount())) if child is not None]


def test_rows_speak_title_state_star_and_date(
    at: Callable[[Opens, bool], tuple[Person, QWidget]], library: Library
) -> None:
    person, _ = at(lambda person: person.window, False)
    person.press("G, L")
    said = [child.text(_Text.Name) for child in children(person.window.list.view)]
    [row] = [words for words in said if words.startswith("Sea Anemones")]
    assert row == (
        "Sea Anemones, Inbox, starred, has a note, 2 highlights, "
        "tagged sea, slow/animals, 28 April 2026"
    )
    library.set_status([1], Status.QUEUED)
    person.settle()
    said = [child.text(_Text.Name) for child in children(person.window.list.view)]
    assert any(", To read, unread, starred" in words for words in said)
    lists = [child.text(_Text.Name) for child in children(person.window.sidebar.view)]
    assert "Starred, 1 paper" in lists
    assert "Read, 1 paper" in lists
    assert "To read, 1 paper" in lists


def test_states_are_told(at: Callable[[Opens, bool], tuple[Person, QWidget]]) -> None:
    person, _ = at(lambda person: person.window, False)
    person.press("G, L")
    person.press("Home")
    window = person.window
    rows = [c for c in children(window.list.view) if c.role() is QAccessible.Role.Cell]
    assert [bool(row.state().selected) for row in rows[:2]] == [True, False]
    assert rows[0].state().focused
    assert interface(window.paper.abstract).state().readOnly
    assert interface(window.paper.title).state().readOnly
    assert not interface(window.paper.note).state().readOnly
    assert interface(window.paper.note).state().multiLine
    star = next(b for b in window.paper.tool_bar._buttons if b.objectName() == "paper.toggle-star")
    assert interface(star).text(_Text.Description) == "Starred"
    assert interface(star).text(_Text.Name) == "Star or unstar"
    person.press("J")
    assert interface(star).text(_Text.Description) == "Not starred"
    chosen = [line for line in children(window.sidebar.view) if line.state().selected]
    assert [line.text(_Text.Name) for line in chosen] == ["All papers, 7 papers"]


def test_ticks_are_told(at: Callable[[Opens, bool], tuple[Person, QWidget]]) -> None:
    _, screen = at(preview, False)
    table = screen.findChild(QTableView)
    assert table is not None
    cells = [cell for cell in children(table) if cell.role() == QAccessible.Role.Cell]
    ticked = [cell for cell in cells if cell.state().checkable]
    assert ticked
    assert all(cell.state().checked for cell in ticked)


def test_the_status_of_the_paper_is_told(
    at: Callable[[Opens, bool], tuple[Person, QWidget]], library: Library
) -> None:
    person, _ = at(lambda person: person.window, False)
    library.set_status([1], Status.READING)
    person.press("G, G")
    status = interface(person.window.paper.tool_bar.status)
    assert status.text(_Text.Name) == "Status: Reading"
