"""``reader templates`` and ``reader note ID --template``."""

from __future__ import annotations

from reader.settings.places import note_templates_folder
from tests.cli.conftest import Cli


def test_lists_them(filled: Cli) -> None:
    folder = note_templates_folder()
    folder.mkdir(parents=True)
    (folder / "my-own.md").write_text("Mine.")
    out = filled("templates").out
    assert "Summary" in out
    assert str(folder) in out.replace("\n", "")
    found = filled("templates", "--json").json["templates"]
    assert {"name": "My own", "own": True, "file": str(folder / "my-own.md")} in found
    assert {one["name"] for one in found if not one["own"]} == {
        "Critique",
        "Method",
        "Reading group",
        "Summary",
    }


def test_begins_a_note_and_goes_on_with_one(filled: Cli) -> None:
    assert filled("note", "1", "--template", "summary").status == 0
    text = filled("show", "1", "--json").json["note"]
    assert text.startswith("**In one sentence:**")
    filled("note", "1", "--template", "Method")
    assert filled("show", "1", "--json").json["note"].startswith(text.rstrip() + "\n\n### Question")


def test_a_broken_one_changes_nothing(filled: Cli) -> None:
    folder = note_templates_folder()
    folder.mkdir(parents=True)
    (folder / "Broken.md").write_text("fine\n{{ nobody }}")
    outcome = filled("note", "1", "--template", "Broken")
    assert outcome.status == 1
    assert f"{folder / 'Broken.md'}, line 2." in outcome.err
    assert filled("show", "1", "--json").json["note"] == ""
    assert filled("note", "1", "words", "--template", "Summary").status == 2
