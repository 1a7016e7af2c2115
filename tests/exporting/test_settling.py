"""A person decides, place by place, what they and the library both changed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import ExportError
from reader.exporting.base import Resolve
from reader.exporting.files import Batch
from reader.exporting.merge import Conflict, merge
from reader.library import Library
from reader.model import Status
from tests.exporting.test_merge import TEXTS
from tests.exporting.test_reading_back import Vault
from tests.libraries.papers import digest
from tests.pictures import png

REPORT, OURS, THEIRS, BOTH = Resolve
NOTE = "one\n\ntwo\n\nthree\n\nfour"


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    """Two places of a note and the status are changed there and here."""
    with Library(tmp_path / "library") as library:
        library.import_digest(digest(["Tides", "Gulls"]))
        library.set_note(1, NOTE)
        library.set_starred([2], True)
        vault = Vault(library, tmp_path / "vault")
        vault.export()
        vault.edit("Tides", "one\n", "one there\n")
        vault.edit("Tides", "three\n", "three there\n")
        vault.edit("Tides", "status: inbox\n", "status: queued\n")
        vault.edit("Tides", "four\n", "four there\n")
        library.set_note(1, NOTE.replace("one", "one here").replace("three", "three here"))
        library.set_status([1], Status.READING)
        yield vault


def test_the_places_of_a_conflict_are_found_with_what_is_around_them(vault: Vault) -> None:
    [conflict] = vault.library.export_conflicts(vault.path)
    assert conflict.path == "Tides.md"
    status, one, three = conflict.places
    assert (status.key, status.theirs, status.ours) == (
        "status", "status: queued", "status: reading",
    )  # fmt: skip
    assert (one.line, one.base, one.theirs, one.ours) == (2, "one", "one there", "one here")
    assert (one.before, one.after) == (("## Note",), ("", "two"))
    assert three.base == "three"


def test_each_place_is_decided_alone_and_both_sides_agree_then(vault: Vault) -> None:
    library = vault.library
    steps = len(library.history())
    [conflict] = library.export_conflicts(vault.path)
    library.settle_conflicts(vault.path, [(conflict, [THEIRS, BOTH, OURS])])
    note = "one here\none there\n\ntwo\n\nthree here\n\nfour there"
    assert vault.note(1) == note
    assert vault.file("Tides").read_text().endswith(f"## Note\n{note}\n")
    assert library.paper(1).status is Status.QUEUED
    assert "three there" in "\n".join(vault.revisions(1))
    assert len(library.history()) == steps + 1
    assert library.export_conflicts(vault.path) == []
    assert vault.export() == ()
    assert vault.plan().changes == ()
    library.undo()
    assert library.paper(1).status is Status.READING


def test_a_conflict_of_an_import_is_the_same_one(vault: Vault) -> None:
    assert vault.plan().conflicts[0].conflicts == ("note", "status")
    [conflict] = vault.library.export_conflicts(vault.path)
    vault.library.settle_conflicts(vault.path, [(conflict, [OURS] * 3)])
    assert vault.plan().changes == ()
    assert vault.note(1).endswith("three here\n\nfour there")
    assert "status: reading\n" in vault.file("Tides").read_text()


@pytest.mark.parametrize("side", ["file", "library"])
def test_what_moved_on_while_deciding_is_not_overwritten(vault: Vault, side: str) -> None:
    [conflict] = vault.library.export_conflicts(vault.path)
    if side == "file":
        vault.edit("Tides", "two\n", "two later\n")
    else:
        vault.library.set_note(1, "later")
    before, note = vault.file("Tides").read_bytes(), vault.note(1)
    with pytest.raises(ExportError, match="while you decided"):
        vault.library.settle_conflicts(vault.path, [(conflict, [OURS] * 3)])
    assert (vault.file("Tides").read_bytes(), vault.note(1)) == (before, note)


def test_not_all_places_decided_writes_nothing(vault: Vault) -> None:
    [conflict] = vault.library.export_conflicts(vault.path)
    for choices in ([THEIRS], [BOTH, BOTH, BOTH]):
        with pytest.raises(ExportError, match="decided"):
            vault.library.settle_conflicts(vault.path, [(conflict, choices)])
    assert "one there" in vault.file("Tides").read_text()


def test_what_nobody_can_merge_is_said(vault: Vault) -> None:
    vault.edit("Tides", "title: Tides", "title: [")
    [conflict] = vault.library.export_conflicts(vault.path)
    assert conflict.places == ()
    assert conflict.reason
    assert vault.library.export_conflicts(vault.path / "nowhere") == []


@given(TEXTS, TEXTS, TEXTS, st.data())
def test_every_choice_of_places_is_a_text_with_just_those_lines(
    base: str, theirs: str, ours: str, data: st.DataObject
) -> None:
    found = merge(base, theirs, ours)
    if not isinstance(found, Conflict):
        return
    sides = st.sampled_from([OURS, THEIRS, BOTH])
    choices = [data.draw(sides) for _ in found.places]
    merged = merge(base, theirs, ours, choices=choices)
    assert isinstance(merged, str)
    lines = set(merged.split("\n"))
    for place, choice in zip(found.places, choices, strict=True):
        if choice is not OURS and place.theirs:
            assert set(place.theirs.split("\n")) <= lines
        if choice is not THEIRS and place.ours:
            assert set(place.ours.split("\n")) <= lines
    for choice in (OURS, THEIRS):
        whole = merge(base, theirs, ours, choices=[choice] * len(choices))
        assert whole == merge(base, theirs, ours, resolve=choice)


def test_an_export_that_decides_for_the_library_keeps_what_lost_as_a_version(vault: Vault) -> None:
    vault.export(OURS)
    assert "one there" not in vault.file("Tides").read_text()
    assert any("one there" in text and "three there" in text for text in vault.revisions(1))
    assert vault.note(1).startswith("one here")


@pytest.mark.parametrize("by_export", [True, False])
def test_what_loses_is_kept_before_its_file_is_written(
    vault: Vault, by_export: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def end(_batch: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Batch, "commit", end)
    [conflict] = vault.library.export_conflicts(vault.path)
    decided = [(conflict, [OURS, OURS, OURS])]
    settle = partial(vault.library.settle_conflicts, vault.path, decided)
    with pytest.raises(KeyboardInterrupt):
        vault.export(OURS) if by_export else settle()
    assert any("one there" in text and "three there" in text for text in vault.revisions(1))


def test_pictures_of_a_file_that_was_moved_are_no_change(vault: Vault) -> None:
    library = vault.library
    library.set_note(2, f"![]({library.keep_picture(png())})\nSee.\nMore.")
    vault.path = vault.path.with_name("other")
    vault.export()
    (vault.path / "deep").mkdir()
    vault.file("Gulls").rename(vault.path / "deep" / "Gulls.md")
    vault.edit("Gulls", "(images/", "(../images/")
    assert vault.plan().changes == ()
    vault.edit("Gulls", "See.\n", "See there.\n")
    vault.bring()
    assert vault.note(2).startswith("![](images/")
    assert "See there." in vault.note(2)
    assert vault.export() == ()
    vault.edit("Gulls", "See there.\n", "See it.\n")
    library.set_note(2, vault.note(2).replace("See there.", "See here."))
    [conflict] = library.export_conflicts(vault.path)
    library.settle_conflicts(vault.path, [(conflict, [BOTH])])
    assert vault.note(2).endswith("See here.\nSee it.\nMore.")
    assert vault.note(2).startswith("![](images/")
    assert "(../images/" in vault.file("Gulls").read_text()
    assert vault.export() == ()
    assert library.export_conflicts(vault.path) == []


def test_what_loses_where_the_note_cannot_be_told_is_kept_too(vault: Vault) -> None:
    # Found by any order of edits.
    vault.library.set_starred([1], True)  # it is exported without a note, too
    vault.library.set_note(1, "")
    vault.edit("Tides", "two\n", "## Note\nelsewhere\n")
    vault.export(THEIRS)
    vault.library.set_note(1, "new")
    vault.export(OURS)
    kept = "\n".join([*vault.revisions(1), vault.file("Tides").read_text()])
    for line in ("elsewhere", "one there", "three there", "new"):
        assert line in kept
