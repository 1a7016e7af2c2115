"""Motion that can be done without, themes that say only what differs, text of any size."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPropertyAnimation
from PySide6.QtWidgets import QApplication, QStyle, QWidget

from reader.gui.theme import Theme, ThemeError, motion
from reader.gui.theme.tokens import DARK, read_theme
from reader.library import Library
from reader.settings.places import themes_folder
from tests.gui.conftest import Person
from tests.gui.watchdog import DRESSES
from tests.libraries.papers import digest, entry


@pytest.fixture(autouse=True)
def usual_motion() -> Iterator[None]:
    yield
    motion.choose("system")


class TestMotion:
    def test_is_short(self, qapp: QApplication) -> None:
        assert 0 < motion.duration() <= motion.LONGEST_MILLISECONDS == 150
        assert motion.duration(5000) == 150

    def test_is_none_where_the_system_wants_none(
        self, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked: list[QStyle.StyleHint] = []
        still = SimpleNamespace(styleHint=lambda hint: asked.append(hint) or 0)
        monkeypatch.setattr(QApplication, "style", lambda: still)
        assert motion.duration() == 0
        assert asked == [QStyle.StyleHint.SH_Widget_Animation_Duration]
        motion.choose("off")
        assert motion.duration() > 0

    def test_is_none_where_the_person_wants_none(self, person: Person) -> None:
        toast = person.window.toast
        person.press("S")
        assert person.window.toast.findChildren(QPropertyAnimation) or toast.isVisible()
        person.until(lambda: not toast.findChildren(QPropertyAnimation))
        there = toast.pos()
        toast.hide()
        person.window.settings.preferences.set("reduced_motion", "on")
        person.press("S")
        assert toast.isVisible()
        assert not toast.findChildren(QPropertyAnimation)
        assert toast.pos().y() == there.y()


class TestAThemeThatSaysWhatDiffers:
    @pytest.fixture
    def file(self) -> Path:
        themes_folder().mkdir(parents=True)
        return themes_folder() / "dusk.toml"

    def test_has_the_rest_from_its_base(self, file: Path) -> None:
        file.write_text('base = "dark"\n[colours]\naccent = "#ABCDEF"\n', "utf-8")
        tokens = read_theme(file)
        assert (tokens.name, tokens.dark, tokens.accent) == ("dusk", True, "#abcdef")
        assert tokens.surface_list == DARK.surface_list

    def test_may_say_nothing_but_its_base(self, file: Path) -> None:
        file.write_text('base = "dark"\nname = "Dusk"\n', "utf-8")
        assert read_theme(file).colour("text") == DARK.text

    def test_with_faults_names_them(self, file: Path) -> None:
        file.write_text('base = "night"\n[colours]\naccent = "blue"\n', "utf-8")
        with pytest.raises(ThemeError, match=r"base is 'night', not one of light, dark"):
            read_theme(file)
        file.write_text('base = "dark"\n[colours]\naccnt = "#ffffff"\ntext = 3\n', "utf-8")
        with pytest.raises(ThemeError, match=r"unknown accnt; text is 3, not a colour"):
            read_theme(file)

    @DRESSES
    def test_is_in_the_menu_and_worn_from_there(self, file: Path, person: Person) -> None:
        file.write_text('base = "dark"\n[colours]\naccent = "#abcdef"\n', "utf-8")
        themes = person.window.theme_menu
        menu = person.window.actions_.submenus["Theme"]
        menu.aboutToShow.emit()
        names = [action.text() for action in menu.actions()]
        assert names == ["As the system", "Light", "Dark", "High contrast", "dusk"]
        assert not themes.own["dusk"].isChecked()
        themes.own["dusk"].trigger()
        assert person.theme.tokens.accent == "#abcdef"
        menu.aboutToShow.emit()
        assert [action.text() for action in menu.actions() if action.isChecked()] == ["dusk"]

    @DRESSES
    def test_the_one_in_force_is_checked_however_it_was_chosen(self, person: Person) -> None:
        menu = person.window.actions_.submenus["Theme"]

        def checked() -> list[str]:
            menu.aboutToShow.emit()
            return [action.text() for action in menu.actions() if action.isChecked()]

        assert checked() == ["As the system"]
        person.press("Ctrl+K")
        person.type("theme: dark")
        person.press("Return")
        assert checked() == ["Dark"]
        person.press("Ctrl+K")
        person.type("theme: dark")
        person.press("Return")
        assert checked() == ["Dark"]

    def test_that_is_faulty_is_said_and_not_worn(self, file: Path, person: Person) -> None:
        file.write_text('base = "dark"\n[colours]\naccent = "blue"\n', "utf-8")
        before = person.theme.tokens
        person.window.actions_.submenus["Theme"].aboutToShow.emit()
        person.window.theme_menu.own["dusk"].trigger()
        said = person.window.toast.text.text()
        assert "dusk" in said
        assert "accent is 'blue', not a colour" in said
        assert person.theme.tokens == before


@DRESSES
@pytest.mark.parametrize("scale", [0.7, 1.5, 2.0])
def test_all_text_follows_the_scale(
    scale: float, person: Person, library: Library, qapp: QApplication
) -> None:
    window = person.window

    def sizes() -> dict[str, float]:
        return {
            "rows": window.list.delegate.row_height,
            "sidebar": window.sidebar.view.sizeHintForRow(0),
            "abstract": window.paper.abstract.document().defaultFont().pixelSize(),
            "title": window.paper.title.document().defaultFont().pixelSize(),
            "heading": window.list.heading.title.fontMetrics().height(),
            "note": window.paper.note.fontMetrics().height(),
            "search": window.list.search.fontMetrics().height(),
            "menus": window.menuBar().fontMetrics().height(),
            "status": window.status_line.saved.fontMetrics().height(),
            "toast": window.toast.text.fontMetrics().height(),
        }

    before = sizes()
    person.theme.set_scale(scale)
    person.settle()
    after = sizes()
    grown = {name: after[name] / before[name] for name in before}
    wrong = {name: round(by, 2) for name, by in grown.items() if (by > 1) != (scale > 1)}
    assert not wrong
    tight = {name: by for name, by in grown.items() if scale > 1 and by < scale * 0.75}
    assert not tight
    assert window.status_line.height() >= window.status_line.saved.sizeHint().height()
    window.grab()
    person.theme.set_scale(1.0)
    person.settle()
    assert sizes() == before


def test_the_size_of_the_systems_text_counts(
    open_window: Callable[[Library], Person], sample: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = Theme("light")
    assert usual.scale == 1.0
    monkeypatch.setattr(Theme, "_system_scale", lambda _self: 1.5)
    person = open_window(sample)
    assert person.theme.scale == 1.5
    person.theme.set_scale(2.0)
    assert person.theme.scale == 3.0


@DRESSES
def test_the_way_to_all_keys_is_the_last_hint_to_go(person: Person) -> None:
    line = person.window.status_line

    def hints() -> list[str]:
        return [hint.words for hint in line.key_line.shown]

    person.window.resize(1440, 900)
    person.settle()
    everything = hints()
    assert everything[0] == "Move"
    assert everything[-1] == "All keys"
    person.window.resize(900, 600)
    person.theme.set_scale(2.0)
    person.settle()
    few = hints()
    assert few == [*everything[: len(few) - 1], "All keys"]
    assert len(few) < len(everything)
    shown = [child for child in line.children() if isinstance(child, QWidget) and child.isVisible()]
    assert max(child.geometry().right() for child in shown) < line.width()


@pytest.mark.parametrize("percent", [100, 150])
def test_lines_of_an_abstract_hold_as_many_letters_as_eyes_follow(
    person: Person, percent: int
) -> None:
    person.theme.set_scale(percent / 100)
    person.window.resize(2200, 900)
    long = "We walk around the island and count what grows there, with a ruler and patience. " * 12
    person.window.library.import_digest(digest([entry("On Islands", abstract=long)]))
    person.press("G, L")
    row = next(
        at
        for at, number in enumerate(person.window.list.model.ids)
        if person.window.library.paper(number).title == "On Islands"
    )
    person.window.list.view.go_to(row)
    person.settle()
    layout = person.window.paper.abstract.document().firstBlock().layout()
    lengths = [layout.lineAt(at).textLength() for at in range(layout.lineCount() - 1)]
    assert len(lengths) > 8
    assert 62 <= sum(lengths) / len(lengths) <= 75
