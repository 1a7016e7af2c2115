"""A window that goes from right to left, and titles that do so in any window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)

from reader.gui.list.row_text import RowText
from reader.gui.mirror import runs_right_to_left
from reader.gui.theme.fonts import interface_font
from reader.gui.theme.tokens import LIGHT
from reader.library import Library
from reader.model import Digest, Status
from tests.gui.all_screens import SCREENS, Opens, fill
from tests.gui.conftest import Person
from tests.libraries.papers import digest, entry

ARABIC = "الانتباه هو كل ما تحتاجه"
HEBREW = "קשב הוא כל מה שצריך: Transformers revisited"


@pytest.fixture
def right_to_left(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def person(
    right_to_left: None, library: Library, open_window: Callable[[Library], Person]
) -> Person:
    """Somebody at a window from right to left, with titles of both directions."""
    library.import_digest(digest([entry("A title of some length"), ARABIC, HEBREW]))
    library.add_tags([1], ["sea"])
    return open_window(library)


def left_of(inner: QWidget, outer: QWidget) -> int:
    return inner.mapTo(outer, QPoint(0, 0)).x()


def test_panes_go_from_right_to_left(person: Person) -> None:
    window = person.window
    places = [left_of(pane, window) for pane in (window.paper, window.list, window.sidebar)]
    assert places == sorted(places)
    assert left_of(window.list.heading.sort_button, window.list) < window.list.width() / 2


def columns(image: QImage, colour: str) -> list[int]:
    """Where across a picture a colour is."""
    wanted = QColor(colour)
    return [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y) == wanted for y in range(image.height()))
    ]


def row_picture(person: Person, row: int) -> QImage:
    view = person.window.list.view
    rect: QRect = view.visualRect(person.window.list.model.index(row))
    return view.viewport().grab(rect).toImage()


@pytest.mark.parametrize("direction", ["rtl", "ltr"])
def test_a_row_is_painted_as_the_window_goes(
    direction: str, person: Person, qapp: QApplication
) -> None:
    rtl = direction == "rtl"
    if not rtl:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        person.settle()
    person.press("End")  # so that the first row shows its dot, and not its selection
    picture = row_picture(person, 0)
    width = picture.width()
    dots = columns(picture, LIGHT.accent)
    assert dots
    assert all((x > width * 0.9) is rtl and (x < width * 0.1) is not rtl for x in dots)
    chip = columns(picture, LIGHT.colour("tag_blue")) or columns(picture, LIGHT.tag_pink)
    assert all((x > width / 2) is rtl for x in chip if x not in dots)


def test_the_sidebar_is_painted_as_the_window_goes(person: Person) -> None:
    view = person.window.sidebar.view
    place = person.window.sidebar.model.index(0)
    picture = view.viewport().grab(view.visualRect(place)).toImage()
    icon = columns(picture, LIGHT.accent)
    assert icon
    assert all(x > picture.width() / 2 for x in icon)


@pytest.mark.parametrize("direction", ["rtl", "ltr"])
def test_charts_are_painted_as_the_window_goes(
    direction: str, person: Person, library: Library, qapp: QApplication
) -> None:
    rtl = direction == "rtl"
    if not rtl:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    library.set_status([1], Status.READ)
    person.press("G, P")
    sheet = person.window.progress.page.sheet
    chart = sheet.waited
    row = next(at for at, [mark] in enumerate(chart.grid.marks) if mark and mark.papers)
    bar = chart.viewport().grab(chart.visualRect(chart.model().index(row, 0))).toImage()
    places = columns(bar, LIGHT.accent_mid)
    # It begins at the leading edge; at the other one there is room for its number.
    edge = (bar.width() - 1 - max(places), min(places))
    assert (edge if rtl else edge[::-1])[0] < 8
    assert (edge if rtl else edge[::-1])[1] > 40
    legend = sheet.legend.grab().toImage()
    assert all((x < legend.width() / 2) is rtl for x in columns(legend, LIGHT.accent))


@pytest.mark.parametrize("window", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_title_goes_by_its_own_direction(
    window: Qt.LayoutDirection, qapp: QApplication, right_to_left: None
) -> None:
    qapp.setLayoutDirection(window)
    font = interface_font(14)
    assert [runs_right_to_left(text) for text in (ARABIC, HEBREW, "12: A title", "…", "")] == [
        *(True, True),
        *(False, False, False),
    ]
    for text, right in ((ARABIC, True), (HEBREW, True), ("A title", False)):
        laid_out = RowText(text, font, 1000, 2)
        rect = laid_out._layout.lineAt(0).naturalTextRect()
        assert (rect.left() > 500) is right
        assert (rect.right() > 999) is right


def test_the_abstract_goes_by_its_own_direction(person: Person) -> None:
    person.press("G, L")
    for row, right in ((0, False), (1, True)):
        person.window.list.view.go_to(row)
        person.settle()
        title = person.window.paper.title
        block = title.document().firstBlock()
        direction = block.textDirection()
        assert (direction == Qt.LayoutDirection.RightToLeft) is right


@pytest.mark.parametrize(
    ("opens", "empty"), [one[1:] for one in SCREENS], ids=[name for name, *_ in SCREENS]
)
def test_nothing_overlaps(
    opens: Opens,
    empty: bool,
    right_to_left: None,
    library: Library,
    sample_digest: Digest,
    open_window: Callable[[Library], Person],
) -> None:
    if not empty:
        library.import_digest(sample_digest)
        fill(library)
        library.update_index()
    person = open_window(library)
    person.window.resize(1024, 680)
    screen = opens(person)
    person.settle()
    kinds = (QLabel, QAbstractButton, QLineEdit, QComboBox)
    parts = [part for kind in kinds for part in screen.findChildren(kind)]
    overlapping = [
        f"{one} and {other}"
        for one, other in combinations([part for part in parts if part.isVisibleTo(screen)], 2)
        if one.parent() is other.parent()
        and one.geometry().adjusted(1, 1, -1, -1).intersects(other.geometry())
    ]
    assert not overlapping
