"""Notes edited in an exported folder come back into the library."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import ExportError
from reader.exporting.base import Resolve
from reader.exporting.comment_lines import comments_in, written
from reader.exporting.escaping import plain
from reader.library import Library
from reader.model import Colour, Highlight, Status
from reader.operations.anchoring import Anchor
from reader.operations.importing_notes import NotesPlan, lines_of
from tests.exporting.hostile import texts
from tests.libraries.papers import digest, entry

REPORT, OURS, THEIRS, _ = Resolve


class Vault:
    """A library with three papers, and the folder that it was exported to."""

    def __init__(self, library: Library, path: Path) -> None:
        self.library = library
        self.path = path

    def export(self, resolve: Resolve = REPORT) -> tuple[str, ...]:
        """The papers' files that an export writes."""
        report = self.library.export(self.path, self.library.exportable_ids(), resolve=resolve)
        assert not report.conflicts
        return tuple(path for path in report.written if path != "index.md")

    def file(self, name: str) -> Path:
        [path] = [p for p in self.path.rglob("*.md") if name in p.name]
        return path

    def edit(self, name: str, old: str, new: str) -> None:
        text = self.file(name).read_bytes().decode("utf-8")
        assert old in text
        self.file(name).write_bytes(text.replace(old, new, 1).encode("utf-8"))

    def plan(self, resolve: Resolve = REPORT) -> NotesPlan:
        return self.library.plan_notes(self.path, resolve=resolve)

    def bring(self, resolve: Resolve = REPORT) -> tuple[str, ...]:
        return self.library.import_notes(self.plan(resolve)).imported

    def note(self, number: int) -> str:
        return self.library.paper(number).note.text

    def revisions(self, number: int) -> list[str]:
        return [one.text for one in self.library.note_revisions(number)]


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    with Library(tmp_path / "library") as library:
        ferns = entry("Ferns", abstract="Ferns unfold slowly. Most of them.")
        library.import_digest(digest(["Tides", ferns, "Gulls"]))
        library.set_note(1, "One.\nTwo.\nThree.")
        library.set_note(2, "Fern.")
        library.highlight(2, "abstract", Anchor("unfold slowly", "", ""), Colour.GREEN, "why?")
        library.add_tags([1], ["sea"])
        library.set_starred([3], True)
        vault = Vault(library, tmp_path / "vault")
        vault.export()
        yield vault


def test_a_note_edited_elsewhere_comes_back_and_the_export_agrees(vault: Vault) -> None:
    vault.edit("Tides", "Two.\n", "Two and more.\n")
    vault.edit("Ferns", "Fern.\n", "Fern.\n\n## Own heading\n\nMine.\n")
    steps = len(vault.library.history())
    assert set(vault.bring()) == {"Tides.md", "Ferns.md"}
    assert vault.note(1) == "One.\nTwo and more.\nThree."
    assert vault.note(2) == "Fern.\n\n## Own heading\n\nMine."
    assert "One.\nTwo.\nThree." in vault.revisions(1)
    assert len(vault.library.history()) == steps + 1
    assert vault.export() == ()
    assert vault.bring() == ()
    undone = vault.library.undo()
    assert undone is not None
    assert "2 papers" in undone.label
    assert (vault.note(1), vault.note(2)) == ("One.\nTwo.\nThree.", "Fern.")


def test_a_preview_changes_nothing_and_says_how_texts_differ(vault: Vault) -> None:
    vault.edit("Tides", "Two.\n", "2.\n")
    vault.edit("Tides", "status: inbox\n", "status: queued\n")
    plan = vault.plan()
    [change] = plan.changes
    lines = [f"{line.sign.value}{line.text}" for line in lines_of(change)]
    assert lines == ["−status: inbox", "+status: queued", " ", " One.", "−Two.", "+2.", " Three."]
    assert plan.unchanged == 2
    assert vault.note(1) == "One.\nTwo.\nThree."


def test_edits_on_both_sides_meet_in_a_new_revision(vault: Vault) -> None:
    vault.edit("Tides", "One.\n", "One there.\n")
    vault.library.set_note(1, "One.\nTwo.\nThree here.")
    vault.bring()
    assert vault.note(1) == "One there.\nTwo.\nThree here."
    assert vault.export() == ("Tides.md",)
    assert vault.file("Tides").read_text().endswith("One there.\nTwo.\nThree here.\n")


def test_a_conflict_is_left_alone_until_it_is_decided(vault: Vault) -> None:
    vault.edit("Tides", "Two.\n", "Two there.\n")
    vault.library.set_note(1, "One.\nTwo here.\nThree.")
    plan = vault.plan()
    assert [change.conflicts for change in plan.changes] == [("note",)]
    assert vault.library.import_notes(plan).imported == ()
    assert vault.note(1) == "One.\nTwo here.\nThree."


@pytest.mark.parametrize(("resolve", "kept"), [(OURS, "here"), (THEIRS, "there")])
def test_who_loses_is_among_the_versions_and_the_export_follows(
    vault: Vault, resolve: Resolve, kept: str
) -> None:
    vault.edit("Tides", "Two.\n", "Two there.\n")
    vault.library.set_note(1, "One.\nTwo here.\nThree.")
    vault.bring(resolve)
    assert vault.note(1) == f"One.\nTwo {kept}.\nThree."
    assert {f"One.\nTwo {side}.\nThree." for side in ("here", "there")} < set(vault.revisions(1))
    vault.export()
    assert f"Two {kept}.\n" in vault.file("Tides").read_text()


def test_tags_status_and_star_come_back(vault: Vault) -> None:
    vault.edit("Tides", "tags: [sea]\n", "tags:\n  - slow\n  - '#a/b'\n")
    vault.edit("Tides", "status: inbox\n", "status: queued\n")
    vault.edit("Tides", "starred: false\n", "starred: true\n")
    vault.edit("Gulls", "starred: true\n", "starred: true\ntags: [new]\n")
    vault.bring()
    paper = vault.library.paper(1)
    assert (paper.tags, paper.status, paper.starred) == (("a/b", "slow"), Status.QUEUED, True)
    assert vault.library.paper(3).tags == ("new",)
    assert vault.export() == ()
    vault.library.undo()
    assert vault.library.paper(1).tags == ("sea",)


def test_a_paper_read_elsewhere_gets_its_day_in_the_file(vault: Vault) -> None:
    vault.edit("Tides", "status: inbox\n", "status: read\n")
    vault.bring()
    assert vault.library.paper(1).read_at is not None
    assert vault.export() == ("Tides.md",)
    assert "\nread: 20" in vault.file("Tides").read_text()


def test_tags_of_both_sides_are_no_contradiction(vault: Vault) -> None:
    vault.edit("Tides", "tags: [sea]\n", "tags: [there, sea]\n")
    vault.library.add_tags([1], ["here"])
    vault.library.remove_tags([1], ["sea"])
    vault.export()
    assert "tags: [there, here]\n" in vault.file("Tides").read_text()
    vault.bring()
    assert vault.library.paper(1).tags == ("here", "there")
    assert vault.export() == ()


def test_the_comment_of_a_highlight_comes_back(vault: Vault) -> None:
    vault.edit("Ferns", "*green* — why?", "*green* — because *they* can")
    vault.bring()
    [highlight] = vault.library.paper(2).highlights
    assert highlight.comment == "because *they* can"
    assert vault.export() == ()
    vault.edit("Ferns", " — because *they* can", "")
    vault.bring()
    assert vault.library.paper(2).highlights[0].comment == ""
    assert vault.export() == ()


def test_a_comment_of_both_sides_is_a_conflict(vault: Vault) -> None:
    vault.edit("Ferns", "*green* — why?", "*green* — there")
    vault.library.comment_highlight(1, "here")
    [change] = vault.plan().changes
    assert change.conflicts == ("comment on “unfold slowly”",)
    vault.bring(THEIRS)
    assert vault.library.paper(2).highlights[0].comment == "there"
    assert vault.export() == ()


@given(texts, texts, st.booleans())
def test_any_comment_reads_back_as_it_was(quote: str, comment: str, orphaned: bool) -> None:
    one = Highlight(1, "abstract", quote, "", "", "yellow", "", orphaned)
    line = written(one, comment)
    assert [c.comment for c in comments_in(["", line], [one]).values()] == [plain(comment)]
    other = Highlight(2, "title", quote, "", "", "yellow", "other")
    assert comments_in([line], [one, other]) == {}


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("status: inbox\n", "status: finished\n", "status is none of"),
        ("starred: false\n", "starred: 3\n", "neither true nor false"),
        ("tags: [sea]\n", "tags: sea\n", "no list"),
        ("tags: [sea]\n", "tags: [[1]]\n", "no list"),
        ("## Note\n", "", "“## Note” is gone"),
        ("## Note\n", "# Note\n", "“## Note” is gone"),
        ("## Note\nOne.\n", "## Note \nx\n## Note  \n1.\n", "several headings"),
    ],
)
def test_what_cannot_be_understood_is_said_and_not_guessed(
    vault: Vault, old: str, new: str, reason: str
) -> None:
    before = vault.library.paper(1)
    vault.edit("Tides", old, new)
    [change] = vault.plan().changes
    assert not change
    assert reason in change.problems[0]
    vault.bring()
    assert vault.library.paper(1) == before


def test_a_heading_of_the_person_above_the_note_is_not_the_notes(vault: Vault) -> None:
    vault.edit("Ferns", "## Highlights\n", "## Note\nMy own.\n\n## Highlights\n")
    assert vault.plan().changes == ()
    vault.edit("Ferns", "Fern.\n", "F.\n")
    vault.bring()
    assert vault.note(2) == "F."


def test_a_heading_in_the_note_is_the_notes(vault: Vault) -> None:
    vault.edit("Tides", "Two.\n", "```\n## Note\n```\n\n## Note\n\nTwo.\n")
    vault.bring()
    assert vault.note(1) == "One.\n```\n## Note\n```\n\n## Note\n\nTwo.\nThree."
    assert vault.export() == ()
    assert vault.plan().changes == ()


def test_a_note_emptied_elsewhere_is_emptied_and_kept_among_the_versions(vault: Vault) -> None:
    vault.edit("Ferns", "## Note\nFern.\n", "## Note\n")
    vault.bring()
    assert vault.note(2) == ""
    assert "Fern." in vault.revisions(2)
    assert vault.export() == ()


def test_a_note_begun_elsewhere_comes_in(vault: Vault) -> None:
    with vault.file("Gulls").open("a") as stream:
        stream.write("\nMy own line.\n\n## Note\n\nBegun there.\n")
    vault.bring()
    assert vault.note(3) == "Begun there."
    assert vault.export() == ()


def test_files_are_found_wherever_they_were_moved_and_foreign_ones_are_said(vault: Vault) -> None:
    vault.edit("Tides", "Two.\n", "2.\n")
    (vault.path / "deep").mkdir()
    vault.file("Tides").rename(vault.path / "deep" / "Renamed.md")
    (vault.path / "diary.md").write_text("# Today\n", encoding="utf-8")
    plan = vault.plan()
    assert plan.without_id == ("diary.md",)
    assert vault.library.import_notes(plan).imported == ("deep/Renamed.md",)
    assert vault.note(1) == "One.\n2.\nThree."
    assert vault.export() == ()


def test_hostile_files_are_refused_one_by_one(vault: Vault, tmp_path: Path) -> None:
    head = vault.file("Ferns").read_text().split("---\n")[1]
    tides, gulls = (vault.library.paper(number).reader_id.encode() for number in (1, 3))
    for name in ("Tides", "Gulls"):
        vault.file(name).unlink()
    made = {
        "broken.md": b"---\nreader-id: " + tides + b"\ntitle: [\n---\n## Note\nBroken.\n",
        "unclosed.md": b"---\nreader-id: " + gulls + b"\n## Note\nUnclosed.\n",
        "binary.md": b"---\nreader-id: c\n---\n\xff\xfe",
        "nul.md": b"---\nreader-id: d\n---\nx\0y",
        "long.md": b"---\nreader-id: e\n---\n" + b"x\n" * 5_000_000,
        "stranger.md": b"---\nreader-id: nobody\n---\n",
        "zz copy.md": f"---\n{head}---\n## Note\nCopy.\n".encode(),
        "bomb.md": b"---\nreader-id: f\nx: &a [1,1]\ny: &b [*a,*a]\nz: [*b,*b,*b]\n--- \n",
    }
    for name, data in made.items():
        (vault.path / name).write_bytes(data)
    (tmp_path / "secret.md").write_text(f"---\n{head}---\n## Note\nSecret.\n", encoding="utf-8")
    (vault.path / "link.md").symlink_to(tmp_path / "secret.md")
    os.mkfifo(vault.path / "fifo.md")
    vault.edit("Ferns", "Fern.\n", "Good.\n")
    plan = vault.plan()
    reasons = {one.path: one.reason for one in plan.refused}
    assert reasons.pop("link.md") == "it leads out of the folder"
    assert "cannot be read" in reasons.pop("broken.md")
    assert "no end" in reasons.pop("unclosed.md")
    assert "UTF-8" in reasons.pop("binary.md")
    assert "NUL" in reasons.pop("nul.md")
    assert "MB" in reasons.pop("long.md")
    assert "no paper" in reasons.pop("stranger.md")
    assert "no paper" in reasons.pop("bomb.md")
    assert "same reader-id" in reasons.pop("zz copy.md")
    assert reasons == {}
    assert vault.library.import_notes(plan).imported == ("Ferns.md",)
    assert vault.note(2) == "Good."
    assert vault.note(1) == "One.\nTwo.\nThree."


def test_a_paper_changed_since_the_preview_is_left_and_said(vault: Vault) -> None:
    vault.edit("Tides", "Two.\n", "2.\n")
    vault.edit("Ferns", "Fern.\n", "F.\n")
    plan = vault.plan()
    vault.library.set_note(1, "Meanwhile.")
    done = vault.library.import_notes(plan)
    assert (done.imported, done.left) == (("Ferns.md",), ("Tides.md",))
    assert vault.note(1) == "Meanwhile."


def test_only_what_was_chosen_comes_in(vault: Vault) -> None:
    vault.edit("Tides", "Two.\n", "2.\n")
    vault.edit("Ferns", "Fern.\n", "F.\n")
    assert vault.library.import_notes(vault.plan(), ["Tides.md"]).imported == ("Tides.md",)
    assert vault.note(2) == "Fern."
    assert vault.bring() == ("Ferns.md",)


def test_without_a_base_only_what_cannot_contradict_comes_in(vault: Vault, tmp_path: Path) -> None:
    vault.edit("Tides", "Two.\n", "2.\n")
    vault.edit("Ferns", "Fern.\n", "F.\n")
    vault.edit("Tides", "tags: [sea]\n", "tags: [there]\n")
    moved = vault.path.rename(tmp_path / "elsewhere")
    vault.library.set_note(2, "")
    plan = vault.library.plan_notes(moved)
    assert [change.conflicts for change in plan.changes] == [(), ("note",)]
    vault.library.import_notes(plan)
    assert (vault.note(1), vault.note(2)) == ("One.\nTwo.\nThree.", "F.")
    assert vault.library.paper(1).tags == ("sea", "there")
    vault.library.import_notes(vault.library.plan_notes(moved, resolve=THEIRS))
    assert vault.note(1) == "One.\n2.\nThree."


def test_a_folder_that_is_not_there_is_explained(vault: Vault, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="no folder"):
        vault.library.plan_notes(tmp_path / "nowhere")


def test_line_ends_and_marks_of_other_systems_are_no_change(vault: Vault) -> None:
    raw = vault.file("Tides").read_bytes()
    vault.file("Tides").write_bytes(b"\xef\xbb\xbf" + raw.replace(b"\n", b"\r\n") + b"\r\n\r\n")
    assert vault.plan().changes == ()
