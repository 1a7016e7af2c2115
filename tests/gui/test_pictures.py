"""Pictures are pasted into notes and dropped on them, kept in the library, and shown."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QSizeF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.exporting.pictures import names_in
from reader.gui.leaving.printing import write_pdf
from reader.gui.paper.given_pictures import encoded
from reader.gui.paper.preview import Preview
from reader.gui.paper.preview_pictures import PLACE
from reader.gui.pictures import image_of, size_of
from reader.library import Library
from reader.model import no_progress
from tests.gui.conftest import Person
from tests.pictures import GIF, JPEG, SVG, png

MISSING = "images/0123456789abcdef0123456789abcdef.png"


def copy(**what: object) -> None:
    """Copies something, as another program does: ``image``, ``text``, ``files``, or a format."""
    QApplication.clipboard().setMimeData(mime(**what))


def mime(**what: object) -> QMimeData:
    data = QMimeData()
    for kind, content in what.items():
        if kind == "image":
            data.setImageData(content)
        elif kind == "text":
            data.setText(str(content))
        elif kind == "files":
            assert isinstance(content, list)
            data.setUrls([QUrl.fromLocalFile(str(file)) for file in content])
        else:
            assert isinstance(content, bytes)
            data.setData(f"image/{kind}", content)
    return data


def bare(width: int, height: int, colour: str = "#3b6ea5") -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def note_of(person: Person) -> str:
    """The note of the current paper, once all of it is on disk."""
    person.window.paper.note.save()
    person.settle()
    current = person.window.navigation.current
    assert current is not None
    return person.window.library.paper(current).note.text


def write(person: Person, text: str) -> None:
    person.press("N")
    person.type(text)


def said(person: Person) -> str:
    return person.window.toast.text.text()


def test_a_bare_picture_becomes_a_png_at_the_cursor(person: Person, sample: Library) -> None:
    copy(image=bare(4000, 3000))
    write(person, "Before  after")
    for _ in "after!":
        person.press("Left")
    person.press("Ctrl+V")
    text = note_of(person)
    [name] = names_in(text)
    assert text == f"Before ![]({name}) after"
    kept = sample.picture(name)
    assert kept is not None
    assert (size_of(kept).width(), size_of(kept).height()) == (4000, 3000)
    assert image_of(kept, 4000, 3000).pixelColor(5, 5).name() == "#3b6ea5"
    person.type("!")
    assert note_of(person) == f"Before ![]({name})! after"
    for _ in range(3):
        person.press("Ctrl+Z")
    assert names_in(note_of(person)) == []


@pytest.mark.parametrize(("kind", "data"), [("png", png()), ("jpeg", JPEG), ("gif", GIF)])
def test_what_another_program_has_encoded_is_kept_as_it_is(
    person: Person, sample: Library, kind: str, data: bytes
) -> None:
    copy(image=bare(3, 3), text="https://example.org/a.png", **{kind: data})
    write(person, "")
    person.press("Ctrl+V")
    [name] = names_in(note_of(person))
    assert sample.picture(name) == data


def test_the_words_are_meant_where_a_table_comes_as_a_picture_too(person: Person) -> None:
    copy(image=bare(3, 3), text="a\tb\n1\t2")
    write(person, "")
    person.press("Ctrl+V")
    assert note_of(person) == "a\tb\n1\t2"


def test_files_are_kept_under_their_names(person: Person, sample: Library, tmp_path: Path) -> None:
    files = [tmp_path / "A figure [1].png", tmp_path / "two.GIF"]
    files[0].write_bytes(png())
    files[1].write_bytes(GIF)
    copy(files=files)
    write(person, "")
    person.press("Ctrl+V")
    text = note_of(person)
    first, second = names_in(text)
    assert text == f"![A figure 1]({first})\n\n![two]({second})"
    assert [sample.picture(name) for name in (first, second)] == [png(), GIF]
    person.press("Ctrl+Z")
    assert note_of(person) == ""


@pytest.mark.parametrize(("name", "data"), [("a.svg", SVG), ("b.png", SVG), ("c.gif", b"text")])
def test_what_cannot_be_kept_is_refused_with_its_name(
    person: Person, tmp_path: Path, name: str, data: bytes
) -> None:
    (tmp_path / "good.png").write_bytes(png())
    (tmp_path / name).write_bytes(data)
    copy(files=[tmp_path / "good.png", tmp_path / name])
    write(person, "Words")
    person.press("Ctrl+V")
    assert f"“{name}”" in said(person)
    assert "PNG, JPEG, GIF and WebP" in said(person)
    assert note_of(person) == "Words"


def test_other_files_are_no_pictures(person: Person, tmp_path: Path) -> None:
    copy(files=[tmp_path / "a.png", tmp_path / "papers.bib"])
    write(person, "")
    person.press("Ctrl+V")
    assert names_in(note_of(person)) == []


def test_a_picture_is_dropped_where_it_is_let_go(
    person: Person, sample: Library, tmp_path: Path
) -> None:
    file = tmp_path / "dropped.png"
    file.write_bytes(png())
    write(person, "one\ntwo")
    editor = person.window.paper.note
    cursor = QTextCursor(editor.document().firstBlock())
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    at, copying = editor.cursorRect(cursor).center(), Qt.DropAction.CopyAction
    left, held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    data = mime(files=[file])
    for event in (
        QDragEnterEvent(at, copying, data, left, held),
        QDropEvent(at, copying, data, left, held),
    ):
        QApplication.sendEvent(editor.viewport(), event)
        assert event.isAccepted()
    person.settle()
    [name] = names_in(note_of(person))
    assert note_of(person) == f"one![dropped]({name})\ntwo"
    data = mime(text="words")
    event = QDragEnterEvent(at, copying, data, left, held)
    editor.dragEnterEvent(event)
    assert not event.isAccepted()  # the window imports it


def test_a_picture_follows_its_note_when_the_person_goes_on(
    person: Person, sample: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, gone = sample.keep_picture, threading.Event()

    def slowly(picture: bytes | Path) -> str:
        assert gone.wait(20)
        return kept(picture)

    monkeypatch.setattr(sample, "keep_picture", slowly)
    first = person.window.navigation.current
    assert first is not None
    write(person, "First.")
    copy(png=png())
    try:
        person.window.paper.note.paste()
        QTest.keyClick(person._active_window(), Qt.Key.Key_Escape)
        QTest.keyClick(person._active_window(), Qt.Key.Key_J)
        person.until(lambda: person.window.paper.note.paper_id != first)
        QTest.qWait(20)
    finally:
        gone.set()
    person.settle()
    [name] = names_in(sample.paper(first).note.text)
    assert sample.paper(first).note.text == f"First.\n\n![]({name})"
    assert person.window.paper.note.text == ""


def previewed(person: Person, text: str) -> Preview:
    """The preview of the current paper's note, which says this now."""
    current = person.window.navigation.current
    assert current is not None
    person.window.library.set_note(current, text)
    person.until(lambda: person.window.paper.note.text == text)
    if not person.window.paper.notes.previewing:
        person.press("Ctrl+Return")
    preview = person.window.paper.notes.preview
    person.until(lambda: preview.is_filled and preview.document().characterCount() > 1)
    person.settle()
    return preview


def pictures(preview: Preview) -> list[QSizeF]:
    """The sizes of the pictures that are seen."""
    layout, found = preview.document().documentLayout(), []
    block = preview.document().begin()
    while block.isValid():
        if block.text() == PLACE:
            box = block.layout().lineAt(0)
            found.append(QSizeF(box.naturalTextWidth(), layout.blockBoundingRect(block).height()))
        block = block.next()
    return found


def test_the_preview_shows_pictures_no_wider_than_it_is(person: Person, sample: Library) -> None:
    large = sample.keep_picture(_bytes(bare(3000, 1500, "#cc3344")))
    small = sample.keep_picture(_bytes(bare(90, 30, "#338844")))
    preview = previewed(person, f"See ![large]({large}) and\n\n- ![small](../{small}) in an item")
    first, second = pictures(preview)
    assert preview.viewport().width() - 12 < first.width() < preview.viewport().width()
    assert first.height() == pytest.approx(first.width() / 2, abs=4)
    assert (second.width(), round(second.height(), -1)) == (90, 30)
    assert preview.toPlainText() == f"See\n{PLACE}\nand\n•\t\n{PLACE}\nin an item"
    image = preview.grab().toImage()
    assert image.pixelColor(image.width() // 2, 100).name() == "#cc3344"
    before = preview.height()
    person.window.resize(1000, 700)
    person.settle()
    assert preview.viewport().width() < first.width()
    assert pictures(preview)[0].width() < preview.viewport().width()
    assert preview.height() < before


def test_a_missing_picture_is_a_quiet_box_with_its_words(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(Preview, "loadResource", lambda self, *what: asked.append(what))
    preview = previewed(person, f"![The figure]({MISSING}) ![](x.png)")
    [box] = pictures(preview)
    assert 20 < box.height() < 80
    preview.grab()
    assert asked == []
    assert preview.toPlainText() == f"{PLACE}\npicture"


@pytest.mark.qt_log_ignore("JPEG|JFIF|marker")
def test_a_picture_that_is_damaged_is_a_box_too(person: Person, sample: Library) -> None:
    preview = previewed(person, f"![]({sample.keep_picture(JPEG)}) ![]({sample.keep_picture(GIF)})")
    box, dot = pictures(preview)
    assert box.width() > 100
    assert dot.width() == 1


def test_a_picture_shows_as_soon_as_the_preview_does_after_pasting(person: Person) -> None:
    copy(image=bare(4000, 3000))
    write(person, "")
    person.press("Ctrl+V")
    person.press("Ctrl+Return")
    preview = person.window.paper.notes.preview
    [shown] = pictures(preview)
    assert shown.height() == pytest.approx(shown.width() * 3 / 4, abs=4)


def test_a_picture_of_a_billion_points_is_not_read(sample: Library) -> None:
    data = png(0, 3, 2).replace(b"\0\0\0\3\0\0\0\2", b"\0\1\0\0\0\1\0\0")
    assert size_of(data).isEmpty()
    assert image_of(data, 100, 100).isNull()


@pytest.mark.qt_log_ignore("JPEG|JFIF|marker")
def test_what_only_says_that_it_is_a_picture_is_read_by_no_other_reader() -> None:
    for data in (SVG, b"%PDF-1.7", b"\xff\xd8\xff" + SVG, b""):
        assert image_of(data, 100, 100).isNull()


def test_pictures_are_in_a_pdf(sample: Library, tmp_path: Path, qapp: QApplication) -> None:
    name = sample.keep_picture(_bytes(bare(300, 200)))
    for number, note in enumerate((f"![a]({name})", f"![a]({MISSING})"), 1):
        sample.set_note(number, f"Before {note} after")
        write_pdf(sample.papers([number]), tmp_path / f"{number}.pdf", no_progress, sample.picture)
    has = [b"/Subtype /Image" in (tmp_path / f"{number}.pdf").read_bytes() for number in (1, 2)]
    assert has == [True, False]


def _bytes(image: QImage) -> bytes:
    data = encoded(image)
    assert isinstance(data, bytes)
    return data
