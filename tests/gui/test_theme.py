"""Colours that can be read, drawings and fonts that are there, and themes of one's own."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from reader.data import data_folder
from reader.gui.theme import Theme, ThemeError, Tokens
from reader.gui.theme.contrast import contrast
from reader.gui.theme.fonts import INTERFACE, READING, interface_font, load_fonts, reading_font
from reader.gui.theme.icons import icon_names, pixmap
from reader.gui.theme.style_sheet import _derived
from reader.gui.theme.tokens import (
    DARK,
    HIGH_CONTRAST,
    LIGHT,
    TAG_COLOURS,
    chip_background,
    read_theme,
    tag_colour,
)
from tests.gui.conftest import Person

THEMES = [pytest.param(theme, id=theme.name) for theme in (LIGHT, DARK, HIGH_CONTRAST)]
SURFACES = ("surface_side", "surface_list", "surface_paper", "surface_field")
SELECTIONS = ("accent_soft", "selection_unfocused")
HIGHLIGHTS = ("highlight_yellow", "highlight_green", "highlight_blue", "highlight_pink")
# WCAG 2.2, success criteria 1.4.3 (text) and 1.4.11 (marks and focus rings).
TEXT_RATIO, MARK_RATIO = 4.5, 3.0


def text_pairs() -> list[tuple[str, str]]:
    """Every token that is text, with every token it is painted on."""
    return [
        *product(("text", "text_quiet"), (*SURFACES, *SELECTIONS)),
        *product(("text",), HIGHLIGHTS),
        *product(("accent",), (*SURFACES, "accent_soft")),
        *product(("danger",), SURFACES),
        ("text_on_accent", "accent"),
        ("surface_list", "text"),
    ]


@pytest.mark.parametrize("theme", THEMES)
class TestEveryThemeCanBeRead:
    def test_text(self, theme: Tokens) -> None:
        faint = {
            f"{text} on {surface}": round(ratio, 2)
            for text, surface in text_pairs()
            if (ratio := contrast(theme.colour(text), theme.colour(surface))) < TEXT_RATIO
        }
        assert not faint

    def test_chips(self, theme: Tokens) -> None:
        faint = {}
        for tag, surface in product(TAG_COLOURS, ("surface_list", "surface_paper", *SELECTIONS)):
            below = chip_background(
                theme, tag, theme.colour(surface), selected=surface in SELECTIONS
            )
            if (ratio := contrast(theme.colour(tag), below)) < TEXT_RATIO:
                faint[f"{tag} on {surface}"] = round(ratio, 2)
        assert not faint

    def test_marks(self, theme: Tokens) -> None:
        marks = product(("star", "accent", "text_quiet"), (*SURFACES, *SELECTIONS))
        faint = {
            f"{mark} on {surface}": round(ratio, 2)
            for mark, surface in marks
            if (ratio := contrast(theme.colour(mark), theme.colour(surface))) < MARK_RATIO
        }
        assert not faint

    def test_hovered_and_pressed(self, theme: Tokens) -> None:
        for surface in map(theme.colour, SURFACES):
            assert contrast(theme.text, theme.hover(surface)) >= TEXT_RATIO
            assert contrast(theme.text, theme.pressed(surface)) >= TEXT_RATIO


def test_contrast_is_what_wcag_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#2a56d4", "#2a56d4") == pytest.approx(1)


def test_a_tag_keeps_its_colour() -> None:
    """From run to run, from spelling to spelling, and for all tags under one."""
    colours = [tag_colour(tag) for tag in ("survey", "diffusion", "vision", "agents")]
    assert colours == ["tag_orange", "tag_blue", tag_colour("Vision/video"), tag_colour(" AGENTS ")]


def test_every_icon_is_drawn(qapp: QApplication) -> None:
    names = icon_names()
    assert "inbox" in names
    assert "reader" in names
    blank = [
        name
        for name in names
        if not any(
            pixmap(name, "#ff0000", 24).toImage().pixelColor(x, y).alpha()
            for x, y in product(range(24), repeat=2)
        )
    ]
    assert not blank
    with pytest.raises(KeyError, match="no-such-icon"):
        pixmap("no-such-icon", "#ff0000")


def test_our_fonts_are_used(qapp: QApplication) -> None:
    assert set(load_fonts()) >= {INTERFACE, READING}
    for weight in (400, 500, 600, 700):
        font = interface_font(13, weight)
        assert QFontInfo(font).family() == INTERFACE
        assert font.pixelSize() == 13
    assert QFontInfo(reading_font(17, italic=True)).family() == READING


@pytest.mark.parametrize("theme", THEMES)
class TestWhatIsPaintedOverSomething:
    """Chips of a status, the toast, what is off, what is selected, what is highlighted."""

    def test_chips_of_a_status(self, theme: Tokens) -> None:
        for surface in ("surface_list", *SELECTIONS):
            selected = surface in SELECTIONS
            below = chip_background(theme, "accent", theme.colour(surface), selected=selected)
            assert contrast(theme.accent, below) >= TEXT_RATIO, surface
        assert contrast(theme.text_on_accent, theme.accent) >= TEXT_RATIO

    def test_toast(self, theme: Tokens) -> None:
        assert contrast(theme.surface_list, theme.text) >= TEXT_RATIO
        line = _derived(theme)["toast_line"]
        assert contrast(line, theme.text) >= MARK_RATIO
        assert all(contrast(theme.text, theme.colour(surface)) >= 3 for surface in SURFACES)

    def test_what_is_off(self, theme: Tokens) -> None:
        """WCAG asks nothing of it; it should be read all the same."""
        off = _derived(theme)["text_disabled"]
        for surface in SURFACES:
            assert contrast(off, theme.colour(surface)) >= MARK_RATIO, surface
            assert contrast(off, theme.colour(surface)) < contrast(
                theme.text_quiet, theme.colour(surface)
            ), "what is off must not look like what is on"

    def test_selected_and_marked_text(self, theme: Tokens) -> None:
        for below in (*SELECTIONS, *HIGHLIGHTS):
            assert contrast(theme.text, theme.colour(below)) >= TEXT_RATIO, below
        # A snippet's marked words, and a match that was stepped to.
        assert contrast(theme.text, theme.highlight_yellow) >= TEXT_RATIO
        assert contrast(theme.text_on_accent, theme.accent) >= TEXT_RATIO

    def test_marks_of_highlights(self, theme: Tokens) -> None:
        for colour in ("yellow", "green", "blue", "pink"):
            mark = theme.colour(f"mark_{colour}")
            assert contrast(mark, theme.surface_paper) >= MARK_RATIO, colour

    def test_buttons(self, theme: Tokens) -> None:
        derived = _derived(theme)
        for below in ("accent_hover", "accent_pressed"):
            assert contrast(theme.text_on_accent, derived[below]) >= TEXT_RATIO, below
        assert contrast(theme.accent, derived["soft_hover"]) >= TEXT_RATIO
        for surface in ("side", "list", "paper", "field"):
            for state in ("hover", "pressed"):
                below = derived[f"{state}_{surface}"]
                assert contrast(theme.text, below) >= TEXT_RATIO

    def test_floating_things(self, theme: Tokens) -> None:
        float_ = _derived(theme)["surface_float"]
        assert contrast(theme.text, float_) >= TEXT_RATIO
        assert contrast(theme.text_quiet, float_) >= TEXT_RATIO


class TestAThemeOfOnesOwn:
    @pytest.fixture
    def file(self, tmp_path: Path) -> Path:
        text = (data_folder("resources") / "themes" / "dark.toml").read_text(encoding="utf-8")
        file = tmp_path / "mine.toml"
        file.write_text(text, encoding="utf-8")
        return file

    def test_is_used(self, file: Path) -> None:
        file.write_text(file.read_text(encoding="utf-8").replace("#8eacff", "#ABCDEF"), "utf-8")
        theme = Theme("light")
        theme.use_file(file)
        assert (theme.mode, theme.tokens.accent) == ("custom", "#abcdef")

    def test_with_faults_names_them_all_and_changes_nothing(self, file: Path) -> None:
        text = file.read_text(encoding="utf-8")
        text = text.replace("\naccent =", "\naccnt =").replace('"#edb653"', '"golden"')
        file.write_text(text, encoding="utf-8")
        theme = Theme("light")
        with pytest.raises(ThemeError, match=r"mine.*missing accent.*unknown accnt.*golden"):
            theme.use_file(file)
        assert (theme.mode, theme.tokens) == ("light", LIGHT)

    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (b"name = ", "not valid TOML"),
            (b"\xff\xfe", "not valid TOML"),
            (b'name = "x"', r"dark is not true or false; the table \[colours\] is missing"),
            (b"colours = 3\ndark = 1\nname = 2", "name is not a text"),
        ],
    )
    def test_that_is_none_is_refused(self, file: Path, content: bytes, words: str) -> None:
        file.write_bytes(content)
        with pytest.raises(ThemeError, match=words):
            read_theme(file)

    def test_that_is_gone_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(ThemeError, match=r"cannot be read.*no\.toml"):
            read_theme(tmp_path / "no.toml")

    def test_of_an_unknown_name_is_refused(self) -> None:
        with pytest.raises(ThemeError, match=r"'sepia'.*system, light, dark"):
            Theme("sepia")


def test_a_change_of_theme_dresses_the_open_window(person: Person) -> None:
    theme = person.theme
    person.window.resize(1440, 900)

    def surface() -> str:
        image = person.window.list.view.viewport().grab().toImage()
        return image.pixelColor(image.width() - 4, image.height() - 4).name()

    assert surface() == LIGHT.surface_list
    theme.set_mode("dark")
    person.settle()
    assert surface() == DARK.surface_list
    theme.set_mode("light")
    person.settle()
    assert surface() == LIGHT.surface_list


@pytest.mark.parametrize("theme", ["light", "dark", "high-contrast"])
def test_a_ring_stands_around_a_filled_button_with_the_focus(person: Person, theme: str) -> None:
    person.theme.set_mode(theme)
    tokens = person.theme.tokens
    window = QWidget()
    button, other = QPushButton("Do it", window), QPushButton("Not", window)
    button.setProperty("role", "primary")
    row = QVBoxLayout(window)
    row.addWidget(other)
    row.addWidget(button)
    window.show()
    window.activateWindow()
    person.until(window.isActiveWindow)

    def edge() -> list[str]:
        """What is seen from the middle of the leading edge inwards."""
        seen = window.grab().toImage()
        y = button.geometry().center().y()
        return [seen.pixelColor(button.x() + x, y).name() for x in range(7)]

    button.setFocus()
    ring, gap, inside = edge()[0], edge()[2], edge()[6]
    assert ring == inside == tokens.accent
    assert gap == edge()[3]
    assert contrast(gap, ring) >= MARK_RATIO
    other.setFocus()
    assert edge() == [tokens.accent] * 7
    window.deleteLater()


@pytest.mark.parametrize("theme", ["light", "dark", "high-contrast"])
def test_what_stands_in_an_empty_field_can_be_read(person: Person, theme: str) -> None:
    person.theme.set_mode(theme)
    field = person.window.list.search
    placeholder = field.palette().placeholderText().color()
    assert placeholder.alpha() == 255
    assert contrast(placeholder.name(), person.theme.tokens.surface_field) >= TEXT_RATIO
