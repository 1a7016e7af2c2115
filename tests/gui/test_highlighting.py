"""Marking passages of a paper by keys alone and by the mouse."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from reader.gui.paper.plain_text import PlainText, cursor_over
from reader.library import Library
from reader.model import Colour, Highlight, PaperFields
from reader.operations.anchoring import Anchor
from tests.gui.conftest import Person

# Abstract: "We watch anemones attend to one another. Attention is all they have."
ANEMONES, MAP = 1, 5


def go_to(person: Person, paper_id: int = ANEMONES) -> None:
    person.press("G, L")
    place = list(person.window.list.model.ids).index(paper_id)
    person.window.list.view.go_to(place)
    person.settle()


def marks(library: Library, paper_id: int = ANEMONES) -> list[tuple[str, str, str]]:
    found = library.paper(paper_id).highlights
    return [(one.quote, one.colour, one.comment) for one in found]


def selected(view: PlainText) -> str:
    return view.textCursor().selectedText()


class TestByKeys:
    def test_a_sentence(self, person: Person, sample: Library) -> None:
        go_to(person)
        person.press("H")
        assert person.focused is person.window.paper.abstract
        assert selected(person.window.paper.abstract) == "We watch anemones attend to one another."
        person.press("Down")
        person.press("2")
        assert marks(sample) == [("Attention is all they have.", "green", "")]
        assert person.window.toast.text.text().startswith("Highlighted a passage of “Attention")
        person.press("Esc")
        assert person.focused is person.window.list.view
        assert selected(person.window.paper.abstract) == ""
        assert not person.window.paper.marking.bar.isVisible()

    def test_words(self, person: Person) -> None:
        abstract = person.window.paper.abstract
        go_to(person)
        steps = {
            "H": "We watch anemones attend to one another.",
            "Right": "We",
            "Shift+Right": "We watch",
        }
        for key, expected in steps.items():
            person.press(key)
            assert selected(abstract) == expected
        for key, expected in (
            ("Right", "We"),
            ("Right", "watch"),
            ("Right", "anemones"),
            ("Shift+Left", "watch anemones"),
            ("Shift+Left", "We watch anemones"),
            ("Shift+Right", "watch anemones"),
            ("Down", "We watch anemones attend to one another."),
            ("Shift+Down", abstract.toPlainText()),
            ("Left", "have"),
            ("Shift+Left", "they have"),
            ("K", "Attention is all they have."),
            ("K", "We watch anemones attend to one another."),
            ("J", "Attention is all they have."),
        ):
            person.press(key)
            assert selected(abstract) == expected, key

    def test_over_to_the_title_and_back(self, person: Person, sample: Library) -> None:
        go_to(person)
        title, abstract = person.window.paper.title, person.window.paper.abstract
        person.press("H")
        person.press("Right")
        person.press("Left")
        assert (selected(title), selected(abstract)) == ("Study", "")
        assert person.focused is title
        person.press("3")
        person.press("Right")
        assert (selected(title), selected(abstract)) == ("", "We")
        assert marks(sample) == [("Study", "blue", "")]

    def test_where_there_is_no_abstract_the_title_is_marked(
        self, person: Person, sample: Library
    ) -> None:
        go_to(person, MAP)
        person.press("H")
        assert person.focused is person.window.paper.title
        for key in ("Right", "Down", "Down", "4"):
            person.press(key)
        assert marks(sample, MAP) == [
            ("Eleven Ways to Fold a Map of a Very Large Transformer", "pink", "")
        ]

    def test_other_colours_comments_and_deleting(self, person: Person, sample: Library) -> None:
        go_to(person)
        person.press("H")
        person.press("1")
        person.press("4")
        assert marks(sample) == [("We watch anemones attend to one another.", "pink", "")]
        person.press("C")
        assert person.focused is person.window.paper.marking.bar.field
        person.type("ypjh 1234 so?")
        person.press("Return")
        assert person.focused is person.window.paper.abstract
        assert marks(sample)[0][2] == "ypjh 1234 so?"
        person.press("C")
        person.type("forgotten")
        person.press("Esc")
        assert person.focused is person.window.paper.abstract
        assert marks(sample)[0][2] == "ypjh 1234 so?"
        person.press("Del")
        assert marks(sample) == []
        person.press("Esc")
        person.press("Z")
        assert marks(sample)[0][1:] == ("pink", "ypjh 1234 so?")

    def test_a_comment_at_once_makes_the_highlight(self, person: Person, sample: Library) -> None:
        go_to(person)
        person.press("H")
        person.press("C")
        person.until(lambda: person.window.paper.marking.bar.writing)
        person.type("first")
        person.press("Return")
        assert marks(sample) == [("We watch anemones attend to one another.", "yellow", "first")]

    def test_from_one_highlight_to_the_next(self, person: Person, sample: Library) -> None:
        sample.highlight(ANEMONES, "abstract", Anchor("all they have", "", ""), Colour.BLUE)
        sample.highlight(ANEMONES, "abstract", Anchor("anemones", "", ""))
        sample.highlight(ANEMONES, "title", Anchor("Sea Anemones", "", ""))
        go_to(person)
        title, abstract = person.window.paper.title, person.window.paper.abstract
        person.press("H")
        seen = []
        for _ in range(4):
            person.press("H")
            seen.append(selected(title) or selected(abstract))
        assert seen == ["Sea Anemones", "anemones", "all they have", "Sea Anemones"]
        person.press("Shift+H")
        assert selected(abstract) == "all they have"
        person.press("1")
        assert ("all they have", "yellow", "") in marks(sample)
        assert len(marks(sample)) == 3

    def test_other_keys_do_what_they_always_do(self, person: Person, sample: Library) -> None:
        go_to(person)
        person.press("H")
        person.press("S")
        assert sample.paper(ANEMONES).starred
        assert person.window.paper.marking.on

    def test_another_paper_ends_it(self, person: Person, sample: Library) -> None:
        go_to(person)
        person.press("H")
        person.press("Ctrl+End")
        assert not person.window.paper.marking.on
        assert selected(person.window.paper.abstract) == ""
        person.press("1")
        assert marks(sample) == []

    def test_of_several_papers_nothing_is_marked(self, person: Person) -> None:
        person.press("*")
        person.press("H")
        assert not person.window.paper.marking.on
        assert person.window.toast.text.text().startswith("Go to one paper first")


def drag(view: PlainText, words: str) -> None:
    """Selects words with the mouse."""
    start = view.toPlainText().index(words)
    first = view.cursorRect(cursor_over(view, start, start)).center()
    last = view.cursorRect(cursor_over(view, start + len(words), start + len(words))).center()
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(view.viewport(), left, none, first)
    QTest.mouseMove(view.viewport(), QPoint((first.x() + last.x()) // 2, first.y()))
    QTest.mouseMove(view.viewport(), last)
    QTest.mouseRelease(view.viewport(), left, none, last)


class TestByMouse:
    def test_what_is_selected_gets_the_colour_that_is_clicked(
        self, person: Person, sample: Library
    ) -> None:
        go_to(person)
        bar = person.window.paper.marking.bar
        drag(person.window.paper.abstract, "watch anemones")
        assert bar.isVisible()
        QTest.mouseClick(bar.swatches[1], Qt.MouseButton.LeftButton)
        person.settle()
        assert marks(sample) == [("watch anemones", "green", "")]
        assert [swatch.isChecked() for swatch in bar.swatches] == [False, True, False, False]
        QTest.mouseClick(bar.delete_button, Qt.MouseButton.LeftButton)
        person.settle()
        assert marks(sample) == []

    def test_h_and_a_digit_mark_what_is_selected(self, person: Person, sample: Library) -> None:
        go_to(person)
        drag(person.window.paper.title, "Attention")
        person.press("H")
        person.press("3")
        assert marks(sample) == [("Attention", "blue", "")]

    def test_a_click_on_a_highlight_offers_what_can_be_done_with_it(
        self, person: Person, sample: Library
    ) -> None:
        sample.highlight(ANEMONES, "abstract", Anchor("watch anemones attend", "", ""))
        sample.highlight(
            ANEMONES, "abstract", Anchor("anemones", "watch ", ""), Colour.PINK, "soft"
        )
        go_to(person)
        view = person.window.paper.abstract
        at = view.toPlainText().index("emones")
        place = view.cursorRect(cursor_over(view, at, at)).center()
        QTest.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
        )
        bar = person.window.paper.marking.bar
        assert selected(view) == "anemones"
        assert bar.comment.text() == "soft"
        QTest.mouseClick(bar.comment_button, Qt.MouseButton.LeftButton)
        person.type("hard\n")
        person.settle()
        assert ("anemones", "pink", "hard") in marks(sample)


class TestTheList:
    def listed(self, person: Person) -> list[Highlight]:
        listing = person.window.paper.marking.listing
        return [line.highlight for line in listing.lines] if listing.isVisible() else []

    def test_it_is_in_the_order_of_the_text_with_orphans_last(
        self, person: Person, sample: Library
    ) -> None:
        go_to(person)
        assert self.listed(person) == []
        sample.highlight(ANEMONES, "abstract", Anchor("We watch anemones", "", ""), comment="one")
        sample.highlight(ANEMONES, "abstract", Anchor("they have", "", ""), Colour.BLUE)
        sample.highlight(ANEMONES, "title", Anchor("Study", "", ""))
        paper = sample.paper(ANEMONES)
        rest = "Attention is all they have."
        sample.edit_paper(ANEMONES, PaperFields(paper.title, abstract=rest))
        person.settle()
        assert [(one.quote, one.orphaned) for one in self.listed(person)] == [
            ("Study", False),
            ("they have", False),
            ("We watch anemones", True),
        ]
        line = person.window.paper.marking.listing.lines[2]
        assert line.accessibleName() == (
            "Yellow: “We watch anemones”. Comment: one. No longer in the text"
        )

    def test_its_keys(self, person: Person, sample: Library) -> None:
        sample.highlight(ANEMONES, "abstract", Anchor("anemones", "", ""))
        sample.highlight(ANEMONES, "abstract", Anchor("all", "", ""))
        go_to(person)
        listing = person.window.paper.marking.listing
        listing.lines[0].setFocus()
        person.press("3")
        assert [colour for _, colour, _ in marks(sample)] == ["blue", "yellow"]
        assert listing.lines[0].hasFocus()
        person.press("C")
        person.type("soft\n")
        person.settle()
        assert marks(sample)[0] == ("anemones", "blue", "soft")
        listing.lines[1].setFocus()
        person.press("Return")
        assert selected(person.window.paper.abstract) == "all"
        person.press("Esc")
        listing.lines[1].setFocus()
        person.press("Del")
        assert marks(sample) == [("anemones", "blue", "soft")]
        assert listing.lines[0].hasFocus()

    def test_an_orphan_can_be_commented_on_and_deleted(
        self, person: Person, sample: Library
    ) -> None:
        sample.highlight(ANEMONES, "abstract", Anchor("anemones", "", ""))
        sample.edit_paper(ANEMONES, PaperFields("Nothing", abstract="Nothing at all."))
        go_to(person)
        listing = person.window.paper.marking.listing
        listing.lines[0].setFocus()
        person.press("C")
        person.type("old\n")
        person.settle()
        assert marks(sample) == [("anemones", "yellow", "old")]
        assert listing.lines[0].hasFocus()
        person.press("Del")
        assert marks(sample) == []


def test_what_is_marked_is_painted_and_overlapping_ones_can_be_told_apart(
    person: Person, sample: Library
) -> None:
    sample.highlight(ANEMONES, "abstract", Anchor("watch anemones attend", "", ""), Colour.YELLOW)
    sample.highlight(ANEMONES, "abstract", Anchor("anemones", "", ""), Colour.PINK)
    go_to(person)
    view, tokens = person.window.paper.abstract, person.theme.tokens
    image = view.viewport().grab().toImage()

    def colours(words: str) -> set[str]:
        start = view.toPlainText().index(words)
        first = view.cursorRect(cursor_over(view, start, start))
        last = view.cursorRect(cursor_over(view, start + len(words), start + len(words)))
        columns = range(first.left() + 2, last.left() - 1)
        rows = range(first.top(), min(first.bottom() + 4, image.height()))
        return {image.pixelColor(x, y).name() for x in columns for y in rows}

    both = {tokens.highlight_pink, tokens.mark_pink, tokens.mark_yellow}
    assert both <= colours("anemones")
    assert {tokens.highlight_yellow, tokens.mark_yellow} <= colours("attend")
    assert tokens.mark_pink not in colours("attend")
    assert not {tokens.mark_yellow, tokens.highlight_yellow} & colours("another")
