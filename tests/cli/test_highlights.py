"""``reader highlights``, and highlights in ``reader show``."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.library import Library
from reader.model import Colour, PaperFields
from reader.operations.anchoring import Anchor
from tests.cli.conftest import Cli
from tests.libraries.papers import digest, entry


@pytest.fixture
def marked(folder: Path) -> None:
    """Two papers with a highlight each, one of them an orphan."""
    with Library(folder) as library:
        papers = [entry("Ferns", abstract="Ferns count in threes."), entry("Eels")]
        library.import_digest(digest(papers))
        library.highlight(1, "abstract", Anchor("count in threes", "", ""), Colour.GREEN, "why?")
        library.highlight(2, "title", Anchor("Eels", "", ""))
        library.add_tags([1], ["plants/green"])
        library.edit_paper(2, PaperFields("Lampreys"))


@pytest.mark.usefixtures("marked")
class TestHighlights:
    def test_for_programs(self, cli: Cli) -> None:
        document = cli("highlights", "--json").json
        assert document["total"] == 2
        orphan, green = document["highlights"]
        assert (orphan["title"], orphan["quote"], orphan["orphaned"]) == ("Lampreys", "Eels", True)
        expected = {
            "id": 1,
            "paper_id": 1,
            "title": "Ferns",
            "field": "abstract",
            "quote": "count in threes",
            "colour": "green",
            "comment": "why?",
            "orphaned": False,
            "tags": ["plants/green"],
        }
        assert expected.items() <= {**green, "tags": green["tags"]}.items()
        assert set(green) - set(expected) == {"reader_id", "made_at"}

    def test_of_a_colour_and_a_tag(self, cli: Cli) -> None:
        def found(*options: str) -> list[int]:
            return [one["id"] for one in cli("highlights", "--json", *options).json["highlights"]]

        assert found("--colour", "green") == [1]
        assert found("--colour", "pink") == []
        assert found("--tag", "plants") == [1]
        assert found("--tag", "animals") == []
        assert cli("highlights", "--colour", "mauve").status == 2

    def test_for_people(self, cli: Cli) -> None:
        out = cli("highlights").out
        for words in ("count in threes", "why?", "no longer in", "Lampreys"):
            assert words in out
        assert cli("highlights", "--colour", "pink").out == "No highlights.\n"

    def test_show(self, cli: Cli) -> None:
        [one] = cli("show", 2, "--json").json["highlights"]
        assert one == {
            "id": 2,
            "field": "title",
            "quote": "Eels",
            "colour": "yellow",
            "comment": "",
            "orphaned": True,
        }
        assert "Highlights\n“Eels” (yellow, no longer in the text)\n" in cli("show", 2).out
        assert "“count in threes” (green): why?" in cli("show", 1).out
