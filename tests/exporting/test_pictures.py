"""The pictures of notes lie beside exported notes, and the links to them are right."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.errors import ExportError
from reader.exporting.base import Resolve
from reader.library import Library
from tests.libraries.papers import digest
from tests.pictures import GIF, png

Shown = list[tuple[Path, str]]


@pytest.fixture(scope="module")
def new_library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Library]]:
    opened: list[Library] = []

    def new() -> Library:
        opened.append(Library(tmp_path_factory.mktemp("case") / "library"))
        opened[-1].import_digest(digest(["Tides", "Ferns"]))
        return opened[-1]

    yield new
    for library in opened:
        library.close()


@pytest.fixture
def shown(new_library: Callable[[], Library]) -> Library:
    """A library with a note that shows a picture."""
    library = new_library()
    library.set_note(1, f"See\n\n![a figure]({library.keep_picture(png())})")
    return library


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "notes"


def export(library: Library, folder: Path) -> tuple[str, ...]:
    """Exports and returns what was written."""
    report = library.export(folder, library.exportable_ids())
    assert report.conflicts == ()
    return report.written


def pictures_of(file: Path) -> list[bytes]:
    """The pictures that a reader of Markdown finds from a file."""
    found = []
    for token in MarkdownIt().parse(file.read_text(encoding="utf-8").split("---\n", 2)[2]):
        for inner in token.children or ():
            if inner.type == "image":
                found.append((file.parent / unquote(str(inner.attrs["src"]))).read_bytes())
    return found


def note_file(folder: Path) -> Path:
    return next(path for path in folder.rglob("*.md") if path.name != "index.md")


def test_a_picture_lies_beside_the_notes_and_stays_untouched(shown: Library, folder: Path) -> None:
    written = export(shown, folder)
    assert sum(name.startswith("images/") for name in written) == 1
    assert pictures_of(note_file(folder)) == [png()]
    [picture] = (folder / "images").iterdir()
    picture.write_bytes(b"drawn over by the person")
    before = picture.stat().st_mtime_ns
    shown.set_note(1, f"{shown.paper(1).note.text} again")
    assert not any(name.startswith("images/") for name in export(shown, folder))
    assert picture.stat().st_mtime_ns == before
    assert picture.read_bytes() == b"drawn over by the person"


def test_a_picture_that_was_deleted_there_comes_again(shown: Library, folder: Path) -> None:
    export(shown, folder)
    [picture] = (folder / "images").iterdir()
    picture.unlink()
    assert export(shown, folder) == (f"images/{picture.name}",)
    assert pictures_of(note_file(folder)) == [png()]


@pytest.mark.parametrize("relinked_there", [False, True])
def test_a_file_that_was_moved_further_in_finds_its_pictures(
    shown: Library, folder: Path, relinked_there: bool
) -> None:
    export(shown, folder)
    file = note_file(folder)
    (folder / "a" / "b").mkdir(parents=True)
    moved = file.rename(folder / "a" / "b" / file.name)
    text = moved.read_text(encoding="utf-8")
    if relinked_there:  # as a program for notes does when it moves a file
        text = text.replace("(images/", "(../../images/")
    moved.write_text(text.replace("See\n", "See, I say,\n"), encoding="utf-8")
    export(shown, folder)
    assert pictures_of(moved) == [png()]
    assert "See, I say,\n" in moved.read_text(encoding="utf-8")
    assert list((folder / "a").rglob("images")) == []
    assert export(shown, folder) == ()
    shown.set_note(1, f"{shown.paper(1).note.text}\n\n![]({shown.keep_picture(GIF)})")
    export(shown, folder)
    assert pictures_of(moved) == [png(), GIF]
    moved.rename(folder / file.name)
    export(shown, folder)
    assert pictures_of(folder / file.name) == [png(), GIF]


def test_one_document_has_its_pictures_beside_it(shown: Library, folder: Path) -> None:
    folder.mkdir()
    file = folder / "all.md"
    report = shown.export_single(file, [1, 2])
    assert [name[:7] for name in report.written] == ["all.md", "images/"]
    assert pictures_of(file) == [png()]
    report = shown.export_single(file, [1, 2])
    assert (report.written, len(report.unchanged)) == ((), 2)


def test_a_document_in_conflict_is_left_and_has_its_pictures_beside_it(
    shown: Library, folder: Path
) -> None:
    folder.mkdir()
    file = folder / "all.md"
    file.write_text("mine\n", encoding="utf-8")
    report = shown.export_single(file, [1])
    assert report.conflicts == ("all.md",)
    assert file.read_text(encoding="utf-8") == "mine\n"
    assert [name[:7] for name in report.written] == ["images/"]


def test_a_folder_that_is_kept_exported_has_the_pictures(shown: Library, folder: Path) -> None:
    folder.mkdir()
    shown.keep_exported(folder)
    shown.refresh_kept()
    shown.set_note(1, f"![]({shown.keep_picture(png(7))})")
    report = shown.refresh_kept({1})
    assert report is not None
    assert [name[:7] for name in report.written if name.startswith("images")] == ["images/"]
    assert pictures_of(note_file(folder)) == [png(7)]


def test_a_picture_that_the_library_does_not_have_is_no_error(shown: Library, folder: Path) -> None:
    shown.set_note(1, "![gone](images/0123456789abcdef0123456789abcdef.png)")
    export(shown, folder)
    assert not (folder / "images").exists()
    assert "![gone](images/0123" in note_file(folder).read_text(encoding="utf-8")


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="there are no links")
def test_no_picture_is_written_outside_of_the_folder(
    shown: Library, folder: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    folder.mkdir()
    (folder / "images").symlink_to(outside)
    with pytest.raises(ExportError, match="leads out"):
        export(shown, folder)
    assert list(outside.iterdir()) == []
    assert [path.name for path in folder.iterdir()] == ["images"]


def test_a_file_in_the_place_of_the_folder_is_said(shown: Library, folder: Path) -> None:
    folder.mkdir()
    (folder / "images").write_text("mine", encoding="utf-8")
    with pytest.raises(ExportError, match="images"):
        export(shown, folder)
    assert (folder / "images").read_text(encoding="utf-8") == "mine"


def test_a_page_of_html_holds_pictures_also_of_notes_from_further_in(
    shown: Library, tmp_path: Path
) -> None:
    name = shown.keep_picture(png(3))
    shown.set_note(2, f"![far](../{name})")
    shown.export_as(tmp_path / "page.html", [1, 2], "html")
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert page.count('<img src="data:image/png;base64,') == 2


def moved_in(library: Library, folder: Path) -> Path:
    """The file of the first paper's note, in a folder of its own."""
    export(library, folder)
    file = note_file(folder)
    (folder / "a").mkdir()
    moved = file.rename(folder / "a" / file.name)
    export(library, folder)
    assert "(../images/" in moved.read_text(encoding="utf-8")
    return moved


def test_a_note_that_comes_back_from_further_in_calls_its_pictures_as_before(
    shown: Library, folder: Path
) -> None:
    moved, before = moved_in(shown, folder), shown.paper(1).note.text
    assert shown.plan_notes(folder).changes == ()
    text = moved.read_text(encoding="utf-8")
    moved.write_text(text.replace("See\n", "See here\n"), encoding="utf-8")
    shown.import_notes(shown.plan_notes(folder))
    assert shown.paper(1).note.text == before.replace("See\n", "See here\n")
    assert export(shown, folder) == ()
    assert pictures_of(moved) == [png()]


def test_where_a_file_went_is_no_place_to_decide(shown: Library, folder: Path) -> None:
    moved = moved_in(shown, folder)
    text = moved.read_text(encoding="utf-8").replace("See\n", "I saw\n")
    # As a program for notes leaves it that knows no relative links.
    moved.write_text(text.replace("(../images/", "(./images/"), encoding="utf-8")
    shown.set_note(1, shown.paper(1).note.text.replace("See\n", "They saw\n"))
    [conflict] = shown.export_conflicts(folder)
    assert [(place.theirs, place.ours) for place in conflict.places] == [("I saw", "They saw")]
    shown.settle_conflicts(folder, [(conflict, [Resolve.THEIRS])])
    assert pictures_of(moved) == [png()]
    assert "I saw\n" in shown.paper(1).note.text
    assert "(images/" in shown.paper(1).note.text
    assert export(shown, folder) == ()


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_every_picture_of_a_note_is_in_the_export(
    new_library: Callable[[], Library], data: st.DataObject
) -> None:
    library = new_library()
    folder = library.folder.parent / "notes"
    deepest = data.draw(st.sampled_from([Path(), Path("a"), Path("a/b c")]))
    for _ in range(data.draw(st.integers(1, 3))):
        seeds = data.draw(st.lists(st.integers(0, 9), max_size=4))
        words = data.draw(st.lists(st.text("ab #-*>é[]\n", max_size=8), min_size=5, max_size=5))
        parts = [
            f"{word}\n\n![{seed}]({library.keep_picture(png(seed))})"
            for seed, word in zip(seeds, words, strict=False)
        ]
        library.set_note(1, "\n\n".join(["Note.", *parts]))
        export(library, folder)
        file = note_file(folder)
        assert pictures_of(file) == [png(seed) for seed in seeds]
        (folder / deepest).mkdir(parents=True, exist_ok=True)
        file.rename(folder / deepest / file.name)
