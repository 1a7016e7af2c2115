"""The page of reading progress and the week in the sidebar, by keys and by pointer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from reader.gui.language import short_number
from reader.gui.progress.chart import Chart
from reader.gui.progress.grid import Grid, Mark
from reader.gui.progress.painting import ground_of
from reader.gui.theme.contrast import contrast
from reader.gui.theme.fonts import interface_font
from reader.gui.theme.tokens import (
    DARK,
    HIGH_CONTRAST,
    LIGHT,
    SPACE_8,
    TAG_COLOURS,
    TEXT_SMALL,
    Tokens,
)
from reader.library import Library
from reader.model import Status
from tests.conftest import Clock
from tests.gui.conftest import Person
from tests.libraries.papers import digest

THEMES = [pytest.param(theme, id=theme.name) for theme in (LIGHT, DARK, HIGH_CONTRAST)]


@pytest.fixture
def reading(sample: Library, clock: Clock) -> Library:
    """Five papers of 1 May 2026; by Wednesday 6 May three are read, one is skipped."""
    for paper_id, day in ((1, 4), (2, 4), (3, 6)):
        clock.now = datetime(2026, 5, day, 12, tzinfo=UTC)
        sample.set_status([paper_id], Status.READ)
    sample.set_status([4], Status.SKIPPED)
    sample.add_tags([1, 2], ["nlp/long"])
    sample.add_tags([3], ["<b>bold"])
    return sample


@pytest.fixture
def reader(open_window: Callable[[Library], Person], reading: Library) -> Person:
    """Somebody who has the page before them."""
    person = open_window(reading)
    person.press("G, P")
    return person


def chart_of(person: Person, name: str) -> Chart:
    chart = getattr(person.window.progress.page.sheet, name)
    assert isinstance(chart, Chart)
    return chart


def current(person: Person) -> Mark:
    assert isinstance(person.focused, Chart)
    mark = person.focused.current
    assert mark is not None
    return mark


def go_to(person: Person, chart: Chart, query: str) -> None:
    """Walks to a mark by arrow keys."""
    chart.setFocus()
    row, column = next(
        (row, column)
        for row, marks in enumerate(chart.grid.marks)
        for column, mark in enumerate(marks)
        if mark is not None and mark.query == query
    )
    at = chart.currentIndex()
    for key, count in (("Left", at.column() - column), ("Right", column - at.column())):
        for _ in range(count):
            person.press(key)
    at = chart.currentIndex()
    for key, count in (("Up", at.row() - row), ("Down", row - at.row())):
        for _ in range(count):
            person.press(key)
    assert current(person).query == query


def test_the_page_opens_at_today(reader: Person) -> None:
    assert reader.window.stack.currentWidget() is reader.window.progress.page
    assert reader.focused is chart_of(reader, "days")
    mark = current(reader)
    assert (mark.query, mark.papers) == ("read:2026-05-06", 1)
    assert mark.says.startswith("1 paper read on Wednesday")
    assert "3 papers read" in reader.window.progress.page.sheet.summary.text()


@pytest.mark.parametrize(
    ("name", "query", "papers"),
    [
        ("days", "read:2026-05-04", {1, 2}),
        ("weeks", "read:2026-05-04..2026-05-06", {1, 2, 3}),
        ("waited", "waited:2..6 decided:2025-05-05..2026-05-06", {1, 2, 3, 4}),
        ("tags", "tag:nlp read:2026-05", {1, 2}),
        ("tags", "tag:<b>bold read:2026-05", {3}),
    ],
)
def test_enter_lists_the_papers_of_a_mark(
    reader: Person, name: str, query: str, papers: set[int]
) -> None:
    chart = chart_of(reader, name)
    if name == "waited":
        query = next(m[0].query for m in chart.grid.marks if m[0] is not None and m[0].papers)
    go_to(reader, chart, query)
    assert current(reader).papers == len(papers)
    reader.press("Return")
    window = reader.window
    assert window.stack.currentWidget() is window.panes.splitter
    assert window.list.search.text() == query
    assert set(window.list.model.ids) == papers
    assert reader.focused is window.list.view
    reader.press("Esc")
    assert not window.navigation.searching


def test_a_click_lists_the_papers_of_a_mark(reader: Person) -> None:
    chart = chart_of(reader, "weeks")
    place = chart.visualRect(chart.model().index(*chart.grid.now())).center()
    QTest.mouseClick(
        chart.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
    )
    reader.settle()
    assert set(reader.window.list.model.ids) == {1, 2, 3}


def test_a_mark_of_no_papers_leads_nowhere(reader: Person) -> None:
    reader.press("Up")
    assert current(reader).papers == 0
    reader.press("Return")
    assert reader.window.progress.shown


def test_arrows_lead_from_chart_to_chart(reader: Person) -> None:
    days, weeks, waited = (chart_of(reader, name) for name in ("days", "weeks", "waited"))
    column = days.currentIndex().column()
    reader.press("Down")
    assert reader.focused is weeks
    assert weeks.currentIndex().column() == column
    reader.press("Left")
    reader.press("Up")
    assert reader.focused is days
    assert (days.currentIndex().row(), days.currentIndex().column()) == (6, column - 1)
    reader.press("Down")
    reader.press("Down")
    assert reader.focused is waited
    reader.press("Tab")
    assert reader.focused is chart_of(reader, "tags")


def test_a_day_that_is_not_yet_cannot_be_gone_to(reader: Person) -> None:
    reader.press("Right")
    assert current(reader).query == "read:2026-05-06"


def test_no_paper_is_acted_on_while_none_is_in_sight(reader: Person, reading: Library) -> None:
    before = len(reading.history())
    for key in ("J", "X", "S", "L", "M", "B", "E", "Del", "Return", "T", "N", "*"):
        if not reader.window.progress.shown:
            reader.press("G, P")
        reader.press(key)
    assert len(reading.history()) == before
    reader.press("G, P")
    reader.press("Esc")
    assert not reader.window.progress.shown
    reader.press("S")
    assert len(reading.history()) == before + 1


def test_esc_leads_back_to_the_papers(reader: Person) -> None:
    reader.press("Esc")
    assert reader.window.stack.currentWidget() is reader.window.panes.splitter
    assert reader.focused is reader.window.list.view


@pytest.mark.parametrize("key", ["G, I", "G, L", "/"])
def test_other_places_take_the_place_of_the_page(reader: Person, key: str) -> None:
    reader.press(key)
    assert not reader.window.progress.shown
    if key == "/":
        assert reader.focused is reader.window.list.search
    else:
        assert reader.focused is reader.window.list.view


def test_it_follows_what_happens(reader: Person, reading: Library) -> None:
    assert current(reader).papers == 1
    reading.set_status([5], Status.READ)
    reader.until(lambda: current(reader).papers == 2)
    assert reader.window.progress.shown
    reader.press("Z")
    reader.until(lambda: current(reader).papers == 1)
    assert reader.window.progress.shown


def test_another_year(reader: Person, clock: Clock, reading: Library) -> None:
    clock.now = datetime(2027, 3, 1, 12, tzinfo=UTC)
    reading.set_status([5], Status.READ)
    reader.until(lambda: reader.window.progress.page.years.count() == 3)
    years = reader.window.progress.page.years
    years.setFocus()
    reader.press("Down")
    reader.press("Down")
    assert reader.window.progress.page.year == 2026
    days = chart_of(reader, "days")
    reader.until(lambda: sum(m.papers for row in days.grid.marks for m in row if m) == 3)
    assert len(days.grid.columns) == 53
    assert days.grid.marks[0][0] is None
    assert days.grid.columns[0].text == "Jan"


def test_marks_are_spoken(reader: Person) -> None:
    for chart in reader.window.progress.page.sheet.charts:
        table = QAccessible.queryAccessibleInterface(chart)
        assert table is not None
        assert table.text(QAccessible.Text.Name)
        children = (table.child(at) for at in range(table.childCount()))
        said = {child.text(QAccessible.Text.Name) for child in children if child is not None}
        marks = {mark.says for row in chart.grid.marks for mark in row if mark is not None}
        assert marks <= said
        assert {head.name for head in chart.grid.rows} <= said


def test_tool_tips_show_no_markup_of_others(reader: Person) -> None:
    chart = chart_of(reader, "tags")
    tips = [
        chart.model().index(row, 11).data(Qt.ItemDataRole.ToolTipRole)
        for row in range(chart.model().rowCount())
    ]
    assert any("&lt;b&gt;bold" in tip for tip in tips)
    assert not any("<b>" in tip for tip in tips)


def test_the_mark_under_the_pointer_has_a_ground(reader: Person) -> None:
    chart = chart_of(reader, "waited")
    row = next(at for at, marks in enumerate(chart.grid.marks) if marks[0] and marks[0].papers)
    box = chart.visualRect(chart.model().index(row, 0))
    corner = box.topRight() - QPoint(8, -8)  # the bar's room ends before it

    def ground() -> str:
        reader.settle()
        return chart.viewport().grab().toImage().pixelColor(corner).name()

    assert ground() == LIGHT.surface_paper
    QTest.mouseMove(chart.viewport(), box.center())
    assert ground() == LIGHT.pressed(LIGHT.surface_paper)
    QTest.mouseMove(reader.window.progress.page.back)
    QApplication.sendEvent(chart.viewport(), QEvent(QEvent.Type.Leave))
    assert ground() == LIGHT.surface_paper


def test_marks_may_go_from_under_the_pointer(reader: Person) -> None:
    chart = chart_of(reader, "tags")
    last = chart.model().index(chart.model().rowCount() - 1, 11)
    QTest.mouseMove(chart.viewport(), chart.visualRect(last).center())
    reader.settle()
    chart.show_grid(Grid())
    reader.settle()
    assert chart.model().rowCount() == 0


@pytest.mark.parametrize("size", [QSize(900, 600), QSize(1024, 680), QSize(1440, 900)])
def test_nothing_is_cut_off_at_the_side(reader: Person, size: QSize) -> None:
    reader.window.resize(size)
    reader.settle()
    page = reader.window.progress.page
    for chart in page.sheet.charts:
        right = chart.mapTo(page.sheet, chart.rect().topRight()).x()
        assert right <= page.scroller.viewport().width()
        last = chart.visualRect(chart.model().index(0, chart.model().columnCount() - 1))
        assert last.right() < chart.viewport().width()


def test_the_keys_are_never_out_of_sight(reader: Person) -> None:
    reader.window.resize(900, 600)
    reader.settle()
    for chart in reader.window.progress.page.sheet.charts:
        chart.setFocus()
        reader.settle()
        assert chart.visibleRegion().contains(
            chart.viewport().mapTo(chart, chart.visualRect(chart.currentIndex()).center())
        )


@pytest.mark.parametrize(
    ("papers", "short"),
    [
        (999, "999"),
        (1_000, "1.0k"),
        (9_999, "9.9k"),
        (25_314, "25k"),
        (100_000, "100k"),
        (7_000_000, "7M"),
    ],
)
def test_a_large_number_is_short_beside_the_weeks(papers: int, short: str) -> None:
    assert short_number(papers) == short


def test_a_library_read_in_one_week_has_room_for_its_number(
    open_window: Callable[[Library], Person], library: Library
) -> None:
    library.import_digest(digest(f"Invented Paper Number {at}" for at in range(1_200)))
    library.set_status(range(1, 1_201), Status.READ)
    person = open_window(library)
    person.press("G, P")
    weeks = chart_of(person, "weeks")
    [head] = weeks.grid.rows
    assert head.text == "1.2k"
    metrics = QFontMetricsF(interface_font(TEXT_SMALL))
    assert metrics.horizontalAdvance(head.text) <= weeks.beside() - SPACE_8


def test_nothing_read_yet(open_window: Callable[[Library], Person], sample: Library) -> None:
    person = open_window(sample)
    person.press("G, P")
    page = person.window.progress.page
    assert page.nothing.isVisible()
    assert person.focused is page.back
    person.press("Ctrl+Shift+P")
    assert "nothing to draw" in person.window.toast.text.text()
    sample.set_status([1], Status.READ)
    person.until(lambda: page.scroller.isVisible())
    person.press("Esc")
    assert person.focused is person.window.list.view


def test_the_picture(reader: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    chosen = tmp_path / "year"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(chosen), ""))
    reader.window.progress.page.keep.click()
    reader.settle()
    picture = QImage(str(tmp_path / "year.png"))
    sheet = reader.window.progress.page.sheet
    assert picture.width() == sheet.width() * 2
    assert picture.pixelColor(2, 2).name() == LIGHT.surface_paper
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 3)
        for y in range(0, picture.height(), 3)
    }
    assert LIGHT.accent in colours
    assert "Saved year.png" in reader.window.toast.text.text()


@pytest.mark.qt_log_ignore("QImageWriter", "libpng")
def test_a_picture_that_cannot_be_written(
    reader: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    chosen = tmp_path / "no" / "such" / "folder.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(chosen), ""))
    reader.window.progress.page.keep.click()
    reader.settle()
    assert "could not be written" in reader.window.toast.text.text()


# --- The week -----------------------------------------------------------------------------------


def test_the_week_against_what_came_in(
    open_window: Callable[[Library], Person], sample: Library
) -> None:
    person = open_window(sample)
    week = person.window.progress.week
    person.until(week.isVisible)
    assert week.told(week.week) == "0 of 5"
    sample.set_status([1, 2], Status.READ)
    person.until(lambda: week.told(week.week) == "2 of 5")
    assert week.accessibleName() == "This week: 2 papers read, 5 came in"
    assert [day.papers for day in week.week.days] == [0, 0, 0, 0, 2, 0, 0]


def test_more_read_than_came_in(open_window: Callable[[Library], Person], reading: Library) -> None:
    person = open_window(reading)
    week = person.window.progress.week
    person.until(week.isVisible)
    assert week.told(week.week) == "3 read"


@pytest.mark.parametrize("key", ["Return", "Space", "click"])
def test_the_week_opens_the_page(
    open_window: Callable[[Library], Person], reading: Library, key: str
) -> None:
    person = open_window(reading)
    week = person.window.progress.week
    person.until(week.isVisible)
    if key == "click":
        QTest.mouseClick(week, Qt.MouseButton.LeftButton)
        person.settle()
    else:
        week.setFocus()
        person.press(key)
    assert person.window.progress.shown
    assert person.focused is chart_of(person, "days")


def test_the_week_gives_way_in_a_low_window(reader: Person) -> None:
    reader.press("Esc")
    week = reader.window.progress.week
    reader.window.resize(900, 600)
    reader.until(lambda: not week.isVisible())
    reader.window.resize(1024, 760)
    reader.until(week.isVisible)


# --- Colours and sizes --------------------------------------------------------------------------


@pytest.mark.parametrize("theme", THEMES)
def test_numbers_on_the_colour_of_their_tag_can_be_read(theme: Tokens) -> None:
    for colour, share in product(TAG_COLOURS, (0.0, 0.5, 1.0)):
        mark = Mark("", 1, "", share, colour)
        assert contrast(theme.text, ground_of(mark, theme)) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_marks_stand_out_from_the_paper(theme: Tokens) -> None:
    for colour in ("accent", "accent_mid"):
        assert contrast(theme.colour(colour), theme.surface_paper) >= 3
        if not theme.dark or colour == "accent":
            assert contrast(theme.colour(colour), theme.surface_side) >= 3
