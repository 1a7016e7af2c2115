"""The view of all highlights: found by colour, tag and words, and gone to."""

from __future__ import annotations

import pytest

from reader.gui.highlights.dialog import HighlightsDialog
from reader.library import Library
from reader.model import Colour
from reader.operations.anchoring import Anchor
from tests.gui.conftest import Person
from tests.gui.watchdog import DRESSES
from tests.libraries.papers import digest, entry

ANEMONES, BRIDGES, WORDY = 1, 2, 6


@pytest.fixture
def marked(sample: Library) -> None:
    """Three highlights in two papers, one of which has tags."""
    sample.add_tags([BRIDGES], ["crossings/old"])
    sample.highlight(ANEMONES, "abstract", Anchor("anemones", "", ""), Colour.PINK, "soft")
    sample.highlight(ANEMONES, "abstract", Anchor("all they have", "", ""), Colour.BLUE)
    sample.highlight(BRIDGES, "title", Anchor("Remember", "", ""), Colour.PINK)


@pytest.fixture
def dialog(marked: None, person: Person) -> HighlightsDialog:
    return opened(person)


def opened(person: Person) -> HighlightsDialog:
    person.press("G, H")
    person.until(lambda: person.window.findChild(HighlightsDialog) is not None)
    found = person.window.findChild(HighlightsDialog)
    assert isinstance(found, HighlightsDialog)
    person.until(found.isActiveWindow)
    person.settle()
    return found


def quotes(dialog: HighlightsDialog) -> list[str]:
    return [one.highlight.quote for one in dialog.shown]


def test_by_colour(dialog: HighlightsDialog, person: Person) -> None:
    assert person.focused is dialog.view
    assert quotes(dialog) == ["Remember", "all they have", "anemones"]
    person.press("4")
    assert quotes(dialog) == ["Remember", "anemones"]
    person.press("3")
    assert quotes(dialog) == ["all they have"]
    assert [swatch.isChecked() for swatch in dialog.swatches] == [False, False, True, False]
    person.press("2")
    assert quotes(dialog) == []
    assert "h highlights" in dialog.summary.text()
    person.press("0")
    assert len(quotes(dialog)) == 3


def test_by_words_of_comment_passage_and_title(dialog: HighlightsDialog, person: Person) -> None:
    person.press("/")
    person.type("SOFT field")
    person.settle()
    assert quotes(dialog) == ["anemones"]
    person.press("Return")
    assert person.focused is dialog.view


def test_by_tag_with_those_that_nest_in_it(dialog: HighlightsDialog, person: Person) -> None:
    offered = [dialog.tags.itemText(at) for at in range(dialog.tags.count())]
    assert offered == ["All tags", "crossings", "crossings/old"]
    person.press("T")
    person.press("Down")
    person.press("Return")
    assert dialog.tags.currentData() == "crossings"
    assert quotes(dialog) == ["Remember"]


def test_enter_goes_to_the_passage_in_its_paper(dialog: HighlightsDialog, person: Person) -> None:
    person.press("J")
    person.press("Return")
    person.settle()
    assert person.window.findChild(HighlightsDialog) is None
    abstract = person.window.paper.abstract
    person.until(lambda: abstract.textCursor().selectedText() == "all they have")
    assert person.window.navigation.current == ANEMONES
    assert person.focused is abstract


def test_it_follows_what_changes_and_stays_where_it_was(
    dialog: HighlightsDialog, person: Person, sample: Library
) -> None:
    person.press("J")
    person.press("J")
    sample.highlight(BRIDGES, "title", Anchor("Bridges", "", ""))
    person.settle()
    assert quotes(dialog) == ["Bridges", "Remember", "all they have", "anemones"]
    row = dialog.view.currentIndex()
    said = row.data()
    assert (
        said == "Pink: “anemones”. Comment: soft. In: Attention among Sea Anemones: A Field Study"
    )


def test_ten_thousand_open_without_a_stop(person: Person, sample: Library) -> None:
    text = sample.paper(ANEMONES).abstract
    from reader.model import Highlight
    from reader.store import highlights

    with sample._store.write() as database:
        for at in range(10_000):
            one = Highlight(0, "abstract", text[at % 40 : at % 40 + 9], "", "", "green")
            highlights.add(database, 1 + at % 5, one, sample._now())
    assert len(quotes(opened(person))) == 10_000


def heights(dialog: HighlightsDialog) -> list[int]:
    """How high each row is drawn."""
    model = dialog.model
    rows = [dialog.view.visualRect(model.index(at)).height() for at in range(model.rowCount())]
    assert all(rows)
    return rows


@DRESSES
def test_a_row_is_as_high_as_what_it_says(person: Person, sample: Library) -> None:
    long, other = "words and more words " * 6, "letters and numbers " * 6
    sample.import_digest(
        digest([entry("Wordy", abstract=f"Short and sweet. {long}and less. {other}and signs.")])
    )
    for quote, comment in (("Short", ""), ("sweet", "soft"), (long, ""), (other, "so?")):
        sample.highlight(WORDY, "abstract", Anchor(quote, "", ""), Colour.BLUE, comment)
    dialog = opened(person)
    line = dialog.fontMetrics().height()
    long_said, long_, short_said, short = heights(dialog)
    assert short < short_said < long_said
    assert short < long_ < long_said
    assert short <= 4 * line
    dialog.resize(1100, dialog.height())
    person.settle()
    wide = heights(dialog)
    assert wide[-1] == short
    person.theme.set_scale(2.0)
    person.settle()
    assert heights(dialog)[-1] > 1.5 * short
