"""Pictures that notes show are kept in the library as they are, and no text loses its own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import EditError
from reader.exporting.pictures import hash_of, named, names_in, parted, relinked
from reader.library import Library
from reader.operations import picturing
from tests.conftest import Clock
from tests.pictures import GIF, JPEG, SVG, WEBP, png

NAME = "images/0123456789abcdef0123456789abcdef.png"


@pytest.mark.parametrize(
    ("data", "ending"), [(png(), ".png"), (JPEG, ".jpg"), (GIF, ".gif"), (WEBP, ".webp")]
)
def test_a_picture_is_kept_as_it_is_and_once(library: Library, data: bytes, ending: str) -> None:
    name = library.keep_picture(data)
    assert name.startswith("images/")
    assert name.endswith(ending)
    assert named(name) == name
    assert library.picture(name) == data
    assert library.keep_picture(data) == name
    assert library.keep_picture(data + b" ") != name


@pytest.mark.parametrize(
    ("data", "said"),
    [(SVG, "SVG"), (b"", "PNG"), (b"%PDF-1.7", "PNG"), (b"RIFF\0\0\0\0WAVE", "PNG")],
)
def test_what_is_no_picture_is_refused(library: Library, data: bytes, said: str) -> None:
    with pytest.raises(EditError, match=said):
        library.keep_picture(data)


def test_a_picture_that_is_too_large_is_refused_with_the_limit(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picturing, "LARGEST", 3_000_000)
    library.keep_picture(JPEG.ljust(3_000_000))
    with pytest.raises(EditError, match=r"has 3\.1 MB.* up to 3 MB"):
        library.keep_picture(JPEG.ljust(3_100_000))


def test_a_file_is_kept_too_if_it_is_one(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picturing, "LARGEST", 1_000)
    file = tmp_path / "a figure.png"
    file.write_bytes(png())
    assert library.picture(library.keep_picture(file)) == png()
    file.write_bytes(png().ljust(1_001))
    for path, said in (
        (file, "“a figure.png” has"),
        (tmp_path / "gone.png", "“gone.png” cannot be read"),
        (tmp_path, "is no file"),
        (Path("/dev/zero"), "is no file" if os.name != "nt" else "cannot be read"),
    ):
        with pytest.raises(EditError, match=said):
            library.keep_picture(path)


def test_a_name_that_nothing_is_kept_by_is_none(library: Library) -> None:
    for name in (NAME, "images/x.png", "../../etc/passwd", ""):
        assert library.picture(name) is None


def test_keeping_a_picture_is_no_step_to_undo(sample: Library) -> None:
    sample.set_starred([1], True)
    name = sample.keep_picture(png())
    sample.undo()
    assert not sample.paper(1).starred
    assert sample.picture(name) == png()


def test_pictures_that_no_text_shows_go_after_a_while(sample: Library, clock: Clock) -> None:
    seen, earlier, deleted, unseen = (sample.keep_picture(png(seed)) for seed in range(4))
    sample.set_note(1, f"![]({earlier})")
    clock.advance(minutes=5)
    sample.set_note(1, f"![]({seen})")
    sample.set_note(2, f"![]({deleted})")
    sample.delete_papers([2])
    clock.advance(days=29)
    sample.thin_note_revisions()
    assert sample.picture(unseen) == png(3)
    again = sample.keep_picture(png(4))
    clock.advance(days=2)
    assert sample.keep_picture(png(4)) == again  # pasted once more: as good as new
    sample.thin_note_revisions()
    assert sample.picture(unseen) is None
    assert [sample.picture(name) for name in (seen, earlier, deleted, again)] == [
        png(0),
        png(1),
        png(2),
        png(4),
    ]
    sample.undo()
    assert sample.picture(deleted) == png(2)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"![a]({NAME}) and ![]({NAME})", [NAME]),
        (f"![a](<./{NAME}> 'title')", [NAME]),
        (f"![a](../../{NAME})", [NAME]),
        (f"See {NAME}.", [NAME]),
        (f"[a]: {NAME}\n", [NAME]),
        (f"![a](elsewhere/{NAME})", []),
        (f"![a](https://example.org/{NAME})", []),
        (f"![a]({NAME}.exe) my{NAME} {NAME}2", []),
        ("![a](images/mine.png)", []),
    ],
)
def test_which_pictures_a_note_shows(text: str, names: list[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("plain", ["plain"]),
        (f"a ![w]({NAME}) b", ["a ", (NAME, "w"), " b"]),
        (f"![](<../{NAME}> 'title')![x]( {NAME} )", ["", (NAME, ""), "", (NAME, "x"), ""]),
        (f"![w](https://e.org/{NAME}) ![w](images/x.png)", None),
        ("![" * 3_000, None),
    ],
)
def test_a_paragraph_is_parted_at_its_pictures(text: str, parts: list[object] | None) -> None:
    found = [part if isinstance(part, str) else (part.name, part.words) for part in parted(text)]
    assert found == ([text] if parts is None else parts)


@given(st.text("../ images0123456789abcdef.png()x", max_size=200), st.integers(0, 3))
def test_names_are_found_again_wherever_the_note_goes(text: str, depth: int) -> None:
    text = text.replace("x", f"({NAME})")
    moved = relinked(text, "../" * depth)
    assert names_in(moved) == names_in(text)
    assert relinked(relinked(text, "../"), "../" * depth) == moved
    assert all(hash_of(name) for name in names_in(text))
