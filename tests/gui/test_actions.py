"""Every action of the registry does what it says when its key is pressed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLineEdit,
    QMenu,
    QStyleOptionViewItem,
    QToolButton,
)

from reader.gui.actions.keymap import default_keymap, read_keymap
from reader.gui.actions.registry import ACTIONS
from reader.gui.duplicates.dialog import DuplicatesDialog
from reader.gui.highlights.dialog import HighlightsDialog
from reader.gui.history_dialog import HistoryDialog
from reader.gui.imports.preview import ImportPreview
from reader.gui.key_sheet import KeySheet
from reader.gui.noting.history_dialog import NoteHistoryDialog
from reader.gui.paper.editing import EditDialog
from reader.gui.settings.dialog import SettingsDialog
from reader.gui.sidebar.naming import NameDialog
from reader.gui.vault.merge_dialog import MergeDialog
from reader.library import Library
from reader.model import ListKind, PaperList, SmartList, Status
from reader.operations.anchoring import Anchor
from tests.gui.all_screens import contradict
from tests.gui.conftest import Person
from tests.gui.pdf_text import pdf_text
from tests.gui.watchdog import DRESSES
from tests.libraries.papers import SAMPLE_TEXT, digest, entry

ALL = PaperList(ListKind.ALL)
BINDINGS = read_keymap(default_keymap())
Proof = Callable[[Person, str, pytest.MonkeyPatch, Path], None]
PROOFS: dict[str, Proof] = {}
_PICTURE = pytest.mark.may_block(
    100, "a year is painted with four times the pixels, by somebody who just chose a file for it"
)
_SLOW = {"view.zoom": DRESSES, "progress.picture": _PICTURE}


def proves(*actions: str) -> Callable[[Proof], Proof]:
    """Says which actions a function tests; it is called with each key of each of them."""

    def register(proof: Proof) -> Proof:
        PROOFS.update(dict.fromkeys(actions, proof))
        return proof

    return register


def everywhere(person: Person) -> list[int]:
    """Goes to All papers, where nothing leaves the list; returns the numbers in order."""
    person.press("G, L")
    person.window.list.view.go_to(0)
    person.settle()
    assert person.focused is person.window.list.view
    return list(person.window.list.model.ids)


def library_of(person: Person) -> Library:
    return person.window.library


@proves("paper.next")
def _next(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    ids = everywhere(person)
    for expected in [*ids[1:], ids[-1]]:
        person.press(key)
        assert person.window.navigation.selected == (expected,)
    assert person.current_title == library_of(person).paper(ids[-1]).title


@proves("paper.previous")
def _previous(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    ids = everywhere(person)
    person.window.list.view.go_to(2)
    for expected in (ids[1], ids[0], ids[0]):
        person.press(key)
        assert person.window.navigation.selected == (expected,)


@proves("export.merge")
def _merge(person: Person, key: str, _patch: pytest.MonkeyPatch, folder: Path) -> None:
    contradict(person, folder)
    person.press(key)
    person.until(lambda: isinstance(QApplication.activeModalWidget(), MergeDialog))


@proves("paper.open")
def _open(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    everywhere(person)
    person.press(key)
    assert person.focused is person.window.paper.abstract
    person.press("Esc")
    assert person.focused is person.window.list.view


@proves("paper.toggle-read")
def _toggle_read(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    paper = everywhere(person)[0]
    for expected in (Status.READ, Status.INBOX):
        person.press(key)
        assert library_of(person).paper(paper).status is expected


@proves("paper.toggle-star")
def _toggle_star(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    paper = everywhere(person)[0]
    for expected in (True, False):
        person.press(key)
        assert library_of(person).paper(paper).starred is expected


@proves("paper.queue", "paper.begin", "paper.skip")
def _status(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    expected = {"L": Status.QUEUED, "B": Status.READING, "X": Status.SKIPPED, "E": Status.SKIPPED}
    paper = everywhere(person)[0]
    person.press(key)
    assert library_of(person).paper(paper).status is expected[key]
    assert person.window.navigation.selected == (paper,)


@proves("paper.tags")
def _tags(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    paper = everywhere(person)[0]
    person.press(key)
    assert person.focused is person.window.paper.tags.field
    person.type("sea/life, slow\n")
    person.settle()
    assert library_of(person).paper(paper).tags == ("sea/life", "slow")
    person.press("Backspace")
    assert library_of(person).paper(paper).tags == ("sea/life",)


@proves("paper.note")
def _note(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    paper = everywhere(person)[0]
    person.press(key)
    assert person.focused is person.window.paper.note
    person.type("slow")
    person.press("Esc")
    assert library_of(person).paper(paper).note.text == "slow"


@proves("paper.highlight")
def _highlight(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    ids = everywhere(person)
    person.window.list.view.go_to(ids.index(1))
    person.settle()
    person.press(key)
    person.press("3")
    [made] = library_of(person).paper(1).highlights
    assert (made.quote, made.colour) == ("We watch anemones attend to one another.", "blue")


@proves("go.highlights")
def _highlights(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    library_of(person).highlight(1, "title", Anchor("Attention", "", ""))
    person.press(key)
    dialog = person.window.findChild(HighlightsDialog)
    assert isinstance(dialog, HighlightsDialog)
    person.until(dialog.isActiveWindow)
    assert [one.highlight.quote for one in dialog.shown] == ["Attention"]
    person.press("Esc")
    person.until(lambda: person.window.findChild(HighlightsDialog) is None)


@proves("note.preview")
def _note_preview(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    everywhere(person)
    notes = person.window.paper.notes
    person.press("N")
    person.type("*slow*")
    person.press(key)
    assert (notes.editor.isVisible(), notes.preview.isVisible()) == (False, True)
    assert person.focused is notes.preview
    person.until(lambda: notes.preview.toPlainText() == "slow")
    person.press(key)
    assert (notes.editor.isVisible(), notes.preview.isVisible()) == (True, False)
    assert person.focused is notes.editor
    assert notes.editor.toPlainText() == "*slow*"


@proves("note.bold", "note.italic")
def _emphasis(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    everywhere(person)
    note, stars = person.window.paper.note, {"Ctrl+B": "**", "Ctrl+I": "*"}[key]
    person.press("N")
    person.type("slow animals")
    person.press(key)
    assert note.toPlainText() == f"slow {stars}animals{stars}"
    person.press("Esc")
    person.press(key)
    assert note.toPlainText() == f"slow {stars}animals{stars}"


@proves("paper.browser")
def _browser(person: Person, key: str, patch: pytest.MonkeyPatch, _folder: Path) -> None:
    opened: list[str] = []
    patch.setattr(person.window.paper_actions, "open_url", opened.append)
    ids = everywhere(person)
    person.window.list.view.go_to(ids.index(1))
    person.settle()
    person.press(key)
    assert opened == ["https://arxiv.org/abs/2401.00001"]
    person.window.list.view.go_to(ids.index(4))
    person.settle()
    person.press(key)
    assert len(opened) == 1
    assert person.window.toast.text.text() == "The digest gave no link for this paper."


@proves("paper.pdf")
def _pdf(person: Person, key: str, patch: pytest.MonkeyPatch, _folder: Path) -> None:
    opened: list[str] = []
    patch.setattr(person.window.paper_actions, "open_url", opened.append)
    ids = everywhere(person)
    person.window.list.view.go_to(ids.index(1))
    person.settle()
    person.press(key)
    assert opened == ["https://arxiv.org/pdf/2401.00001"]
    person.window.list.view.go_to(ids.index(4))
    person.settle()
    person.press(key)
    assert len(opened) == 1
    assert person.window.toast.text.text().startswith("There is no PDF of this paper")


@proves("paper.copy-citation")
def _copy_citation(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    ids = everywhere(person)
    person.window.list.view.go_to(ids.index(1))
    person.settle()
    person.press(key)
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text() == (
        "Tide, A., & Reef, B. (2024). Attention among Sea Anemones: A Field Study. "
        "Journal of Slow Animals. https://arxiv.org/abs/2401.00001"
    )
    assert "<i>Journal of Slow Animals</i>" in copied.html()
    assert b"*Journal of Slow Animals*" in copied.data("text/markdown").data()
    assert person.window.toast.text.text() == "Copied the citation (APA)"


@proves("paper.copy-markdown")
def _copy_markdown(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    ids = everywhere(person)
    person.window.list.view.go_to(ids.index(1))
    person.settle()
    person.press(key)
    copied = QGuiApplication.clipboard().mimeData()
    expected = (
        "[Attention among Sea Anemones: A Field Study](https://arxiv.org/abs/2401.00001). "
        "Ada Tide, Bruno Reef. *Journal of Slow Animals*, 2024."
    )
    assert copied.text() == expected
    assert copied.data("text/markdown").data().decode() == expected
    assert '<a href="https://arxiv.org/abs/2401.00001">Attention' in copied.html()


@proves("paper.print")
def _print(person: Person, key: str, _patch: pytest.MonkeyPatch, folder: Path) -> None:
    everywhere(person)
    person.press(key)
    person.until(lambda: person.window.findChild(QPrintDialog) is not None)
    dialog = person.window.findChild(QPrintDialog)
    assert isinstance(dialog, QPrintDialog)
    person.until(dialog.isActiveWindow)
    # Where there is no printer the dialog prints to a file.
    file = dialog.findChild(QLineEdit, "filename")
    assert isinstance(file, QLineEdit)
    file.setText(str(folder / "printed.pdf"))
    person.press("Return")
    title = library_of(person).paper(person.window.navigation.selected[0]).title
    # A printer is told the forms of letters and not what they mean: spaces may be tabs.
    assert title in pdf_text(folder / "printed.pdf").replace("\t", " ")
    assert person.window.toast.text.text() == "Printed (1 page)"


@proves("paper.similar")
def _similar(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    window = person.window
    person.indexed()
    ids = everywhere(person)
    window.list.view.go_to(ids.index(1))
    person.settle()
    person.press(key)
    assert window.list.heading.title.text() == "Like “Attention among Sea Anemones: A Field Study”"
    assert list(window.list.model.ids) == [3]
    assert window.navigation.current == 3
    assert person.focused is window.list.view
    person.press("Esc")
    assert list(window.list.model.ids) == ids
    assert window.navigation.current == 1


@proves("paper.edit")
def _edit(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    paper = everywhere(person)[0]
    person.press(key)
    person.until(lambda: person.window.findChild(EditDialog) is not None)
    dialog = person.window.findChild(EditDialog)
    assert isinstance(dialog, EditDialog)
    person.until(dialog.isActiveWindow)
    assert person.focused is dialog.title
    # In a title that is longer than the field, the beginning is in sight.
    assert dialog.title.cursorPosition() == 0
    assert dialog.title.selectedText() == dialog.title.text()
    person.type("A Better Title\n")
    person.settle()
    assert library_of(person).paper(paper).title == "A Better Title"
    assert person.current_title == "A Better Title"


@proves("paper.delete")
def _delete(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    ids = everywhere(person)
    person.press(key)
    assert library_of(person).list_ids(ALL) == ids[1:]
    assert person.window.navigation.selected == (ids[1],)
    assert person.window.toast.text.text().startswith("Deleted “")
    person.press("Z")
    assert library_of(person).list_ids(ALL) == ids


@proves("digest.take-back")
def _take_back(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    person.press(key)
    assert person.window.toast.text.text().startswith("Go to a digest first")
    library_of(person).set_starred([2], True)
    person.window.navigation.go(PaperList(ListKind.DIGEST, "1"))
    person.settle()
    person.press(key)
    assert library_of(person).list_ids(ALL) == [2]
    assert "back; 1 paper that you have touched" in person.window.toast.text.text()
    assert person.window.navigation.list == PaperList(ListKind.INBOX)
    person.press("Z")
    assert len(library_of(person).list_ids(ALL)) == 5


def _named(person: Person) -> NameDialog:
    person.until(lambda: person.window.findChild(NameDialog) is not None)
    dialog = person.window.findChild(NameDialog)
    assert isinstance(dialog, NameDialog)
    person.until(dialog.isActiveWindow)
    return dialog


@proves("smart.save")
def _save_smart(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    person.press(key)
    assert person.window.toast.text.text().startswith("Search for something first")
    person.press("/")
    person.type("has:code")
    person.until(lambda: list(person.window.list.model.ids) == [1])
    person.press(key)
    assert _named(person).field.selectedText() == "has:code"
    person.type("With code\n")
    person.settle()
    [smart] = library_of(person).smart_lists()
    assert (smart.name, smart.query) == ("With code", "has:code")


def _go_to_a_smart_list(person: Person) -> SmartList:
    smart = library_of(person).save_smart_list("With code", "has:code")
    person.settle()
    person.window.navigation.go(PaperList(ListKind.SMART, str(smart.id)))
    person.settle()
    return smart


@proves("smart.rename")
def _rename_smart(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    person.press(key)
    assert person.window.toast.text.text().startswith("Go to a smart list first")
    smart = _go_to_a_smart_list(person)
    person.press(key)
    assert _named(person).field.selectedText() == "With code"
    person.type("Code\n")
    person.settle()
    assert library_of(person).smart_lists() == [SmartList(smart.id, "Code", "has:code")]
    assert person.window.list.heading.title.text() == "Code"


@proves("smart.delete")
def _delete_smart(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    person.press(key)
    assert person.window.toast.text.text().startswith("Go to a smart list first")
    smart = _go_to_a_smart_list(person)
    person.press(key)
    assert library_of(person).smart_lists() == []
    assert len(library_of(person).list_ids(ALL)) == 5
    assert person.window.navigation.list == PaperList(ListKind.INBOX)
    person.press("Z")
    assert library_of(person).smart_lists() == [smart]


@proves("go.duplicates")
def _duplicates(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    person.press(key)
    dialog = person.window.findChild(DuplicatesDialog)
    assert isinstance(dialog, DuplicatesDialog)
    person.until(dialog.isActiveWindow)
    assert dialog.stack.currentWidget() is dialog.nothing
    person.press("Esc")
    person.until(lambda: person.window.findChild(DuplicatesDialog) is None)


@proves("select.next")
def _select_next(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    ids = everywhere(person)
    person.press(key)
    person.press(key)
    assert person.window.navigation.selected == tuple(ids[:3])
    assert person.window.paper.several.heading.text() == "3 papers"


@proves("select.all")
def _select_all(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    ids = everywhere(person)
    person.press(key)
    assert person.window.navigation.selected == tuple(ids)
    assert person.window.paper.several.heading.text() == "5 papers"


@proves("history.undo")
def _undo(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    paper = everywhere(person)[0]
    person.press("S")
    person.press(key)
    assert not library_of(person).paper(paper).starred
    assert person.window.toast.text.text().startswith("Undone: Starred")


@proves("history.redo")
def _redo(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    paper = everywhere(person)[0]
    person.press(key)
    assert person.window.toast.text.text() == "There is nothing to redo."
    person.press("S")
    person.press("Z")
    person.press(key)
    assert library_of(person).paper(paper).starred


@proves("go.search")
def _search(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    person.indexed()
    person.press(key)
    assert person.focused is person.window.list.search
    person.type("donkeys")
    person.until(lambda: list(person.window.list.model.ids) == [4])
    person.press("Return")
    assert person.focused is person.window.list.view
    person.press(key)
    assert person.window.list.search.selectedText() == "donkeys"


@proves("palette.open")
def _palette(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    person.press(key)
    assert person.focused is person.window.commands.palette.field
    person.press("Esc")
    assert person.focused is person.window.list.view


@proves("match.next", "match.previous")
def _matches(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    person.press(key)
    assert person.window.toast.text.text().startswith("Search first")
    person.indexed()
    person.press("/")
    person.type("anemones")
    person.until(lambda: list(person.window.list.model.ids) == [1])
    person.settle()
    words = ["Anemones", "anemones"]
    if key == "Ctrl+Shift+G":
        words.reverse()
    for word in (*words, words[0]):
        person.press(key)
        assert person.window.paper.matches.current == word
    assert person.focused is person.window.list.search
    person.press("Ctrl+A")
    person.type("is:inbox")
    person.until(lambda: len(person.window.list.model.ids) == 5)
    person.settle()
    person.press(key)
    assert person.window.toast.text.text().startswith("The words of the search are not")


@proves("go.back")
def _back(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    person.press("/")
    person.type("nothing of that name")
    person.until(lambda: not person.window.list.model.ids)
    person.settle()
    person.press(key)
    person.until(lambda: len(person.window.list.model.ids) == 5)
    person.settle()
    assert person.window.list.search.text() == ""
    assert person.focused is person.window.list.view
    person.press("J")
    assert person.window.navigation.current is not None


@proves(
    "go.inbox",
    "go.queued",
    "go.reading",
    "go.starred",
    "go.annotated",
    "go.todo",
    "go.read",
    "go.skipped",
    "go.all",
)
def _go(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    kind = ListKind({
        "I": "inbox", "T": "queued", "G": "reading", "S": "starred", "A": "annotated",
        "O": "todo", "R": "read", "L": "all", "K": "skipped",
    }[key[-1]])  # fmt: skip
    library = library_of(person)
    library.set_status([2], Status.QUEUED)
    library.set_status([3], Status.READING)
    library.set_status([4], Status.READ)
    library.set_starred([5], True)
    library.set_status([5], Status.SKIPPED)
    library.set_note(1, "A note.\n- [ ] To do.")
    person.press("G, L" if kind is not ListKind.ALL else "G, I")
    person.press(key)
    assert person.window.navigation.list == PaperList(kind)
    assert list(person.window.list.model.ids) == library.list_ids(PaperList(kind))
    assert person.window.navigation.current in person.window.list.model.ids


def _accept(person: Person) -> None:
    person.until(lambda: person.window.findChild(ImportPreview) is not None)
    preview = person.window.findChild(ImportPreview)
    assert isinstance(preview, ImportPreview)
    person.until(preview.isActiveWindow)
    person.press("Return")


@proves("import.open")
def _import_open(person: Person, key: str, patch: pytest.MonkeyPatch, folder: Path) -> None:
    file = folder / "april.txt"
    file.write_text(SAMPLE_TEXT, encoding="utf-8")
    patch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(file)], ""))
    person.press(key)
    _accept(person)
    assert len(library_of(person).list_ids(ALL)) == 7


@proves("import.paste")
def _import_paste(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    copied = QMimeData()
    copied.setText(SAMPLE_TEXT)
    QGuiApplication.clipboard().setMimeData(copied)
    person.press(key)
    _accept(person)
    assert len(library_of(person).list_ids(ALL)) == 7


@proves("export.markdown")
def _export(person: Person, key: str, patch: pytest.MonkeyPatch, folder: Path) -> None:
    patch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder / "notes"))
    library_of(person).set_starred([1], True)
    person.press(key)
    files = [file for file in (folder / "notes").glob("*.md") if file.name != "index.md"]
    assert len(files) == 1
    assert "files written to notes" in person.window.toast.text.text()


@proves("help.keys")
def _help(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    person.press(key)
    sheet = person.window.findChild(KeySheet)
    assert isinstance(sheet, KeySheet)
    person.until(sheet.isActiveWindow)
    person.press("Esc")
    person.until(lambda: not sheet.isVisible())
    person.press(key)
    person.until(sheet.isActiveWindow)
    person.press(key)
    person.until(lambda: not sheet.isVisible())


@proves("settings.open")
def _settings(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    person.press(key)
    dialog = person.window.findChild(SettingsDialog)
    assert isinstance(dialog, SettingsDialog)
    person.until(dialog.isActiveWindow)
    person.press("Esc")
    person.until(lambda: person.window.findChild(SettingsDialog) is None)


@proves("list.first", "list.last")
def _ends(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    ids = everywhere(person)
    person.press("J")
    person.press(key)
    expected = ids[0] if key == "Ctrl+Home" else ids[-1]
    assert person.window.navigation.selected == (expected,)


@proves("list.page-down", "list.page-up")
def _pages(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    ids = everywhere(person)
    person.window.resize(1200, 600)
    rows = 600 // person.window.list.delegate.row_height
    assert rows > 2
    if key == "Ctrl+U":
        person.press("Shift+G")
    person.press(key)
    moved = ids.index(person.window.navigation.current or 0)
    assert moved > 1 if key == "Ctrl+D" else moved < len(ids) - 2


@proves("paper.read-on", "paper.read-back")
def _read_on(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    ids = everywhere(person)
    library_of(person).set_note(ids[1], "A line.\n\n" * 60)
    person.window.list.view.go_to(1)
    person.settle()
    bar = person.window.paper.page.verticalScrollBar()
    person.until(lambda: bar.maximum() > bar.pageStep())
    end = bar.maximum() if key == "Space" else 0
    bar.setValue(bar.maximum() - end)
    for _ in range(20):
        before = bar.value()
        person.press(key)
        if person.window.navigation.current != ids[1]:
            break
        assert bar.value() != before
    assert before == end
    assert person.window.navigation.selected == (ids[2] if key == "Space" else ids[0],)


@proves("action.repeat")
def _repeat(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    ids = everywhere(person)
    person.press(key)
    assert person.window.toast.text.text().startswith("Nothing was done yet")
    library_of(person).set_starred([ids[1]], True)
    person.press("S")
    for _ in (1, 2):
        person.press("J")
        person.press(key)
    assert set(library_of(person).list_ids(PaperList(ListKind.STARRED))) == set(ids[:3])
    person.press("T")
    person.type("waves\n")
    person.press("Esc")
    person.press("J")
    person.press(key)
    assert library_of(person).paper(ids[3]).tags == ("waves",)
    person.press("T")
    person.press("Backspace")
    person.press("Esc")
    person.press("K")
    person.press(key)
    assert library_of(person).paper(ids[2]).tags == ()
    person.press("Shift+N")
    person.type("as Ada said\n")
    person.press("J")
    person.press(key)
    notes = [library_of(person).paper(paper_id).note.text for paper_id in ids[2:4]]
    assert notes == ["as Ada said", "as Ada said"]
    assert person.window.toast.text.text().startswith("Added to the note of")
    person.press("Delete")
    person.press(key)
    assert set(library_of(person).list_ids(PaperList(ListKind.ALL))) == set(ids[:3])


@proves("note.quick")
def _quick_note(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    paper = everywhere(person)[0]
    person.press(key)
    assert person.focused is person.window.quick_note.field
    person.type("slow")
    person.press("Return")
    assert person.focused is person.window.list.view
    assert library_of(person).paper(paper).note.text == "slow"


@proves("note.tick")
def _tick(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    everywhere(person)
    person.press("N")
    person.type("- [ ] one")
    for expected in ("- [x] one", "- [ ] one"):
        person.press(key)
        assert person.window.paper.note.toPlainText() == expected


@proves("go.back-paper")
def _back_paper(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    first = person.window.navigation.current
    person.press(key)
    assert "No link" in person.window.toast.text.text()
    person.window.paper.paper_clicked.emit(3)
    person.settle()
    assert person.window.navigation.current == 3
    person.press(key)
    assert person.window.navigation.current == first


@proves("note.template")
def _template(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    person.press(key)
    person.until(lambda: person.window.templating.palette is not None)
    person.type("critique")
    person.press("Return")
    person.until(lambda: person.focused is person.window.paper.note)
    person.until(lambda: "What is claimed" in person.window.paper.note.text)


@proves("note.history")
def _versions(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    [paper] = person.window.navigation.selected
    library_of(person).set_note(paper, "Now.")
    person.press(key)
    dialog = person.window.findChild(NoteHistoryDialog)
    assert isinstance(dialog, NoteHistoryDialog)
    person.until(lambda: dialog.view.toPlainText() == "+ Now.")


@proves("history.show")
def _history(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    ids = everywhere(person)
    for action in ("S", "L", "M"):
        person.press(action)
    person.press(key)
    dialog = person.window.findChild(HistoryDialog)
    assert isinstance(dialog, HistoryDialog)
    person.until(dialog.list.hasFocus)
    person.press("Down")
    person.press("Return")
    person.until(lambda: "(undone)" in dialog.list.item(1).text())
    paper = library_of(person).paper(ids[0])
    assert (paper.status, paper.starred) == (Status.INBOX, True)
    person.press("Up")
    person.press("Return")
    person.until(lambda: "(undone)" not in dialog.list.item(0).text())
    assert library_of(person).paper(ids[0]).status is Status.READ
    person.press("Esc")
    person.until(lambda: person.window.findChild(HistoryDialog) is None)


@proves("view.sidebar", "view.paper", "view.focus")
def _panes(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    window = person.window
    everywhere(person)
    shown = [pane.isVisible() for pane in (window.sidebar, window.list, window.paper)]
    assert all(shown)
    person.press(key)
    now = [pane.isVisible() for pane in (window.sidebar, window.list, window.paper)]
    assert now == {"[": [False, True, True], "]": [True, True, False]}.get(
        key, [False, False, True]
    )
    person.press("J")
    assert window.navigation.selected == (window.list.model.ids[1],)
    person.press(key)
    assert all(pane.isVisible() for pane in (window.sidebar, window.list, window.paper))
    assert person.focused is window.list.view


@proves("view.zoom-in", "view.zoom-out", "view.zoom-reset")
def _zoom(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    everywhere(person)
    height = person.window.list.delegate.row_height
    if key == "Ctrl+0":
        person.press("Ctrl+=")
    person.press(key)
    now = person.window.list.delegate.row_height
    assert now == height if key == "Ctrl+0" else (now > height) == (key != "Ctrl+-")
    assert key == "Ctrl+0" or now != height


@proves("go.progress")
def _progress(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    library_of(person).set_status([2, 3], Status.READ)
    person.press(key)
    page = person.window.progress.page
    person.until(lambda: "2 papers read" in page.sheet.summary.text())
    assert person.window.stack.currentWidget() is page
    person.press("Return")
    assert set(person.window.list.model.ids) == {2, 3}


@proves("progress.picture")
def _picture(person: Person, key: str, patch: pytest.MonkeyPatch, folder: Path) -> None:
    library_of(person).set_status([2], Status.READ)
    patch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(folder / "year.png"), ""))
    person.press(key)
    person.until((folder / "year.png").exists)
    person.settle()
    assert "Saved year.png" in person.window.toast.text.text()


@proves("library.open")
def _open_library(person: Person, key: str, patch: pytest.MonkeyPatch, folder: Path) -> None:
    wanted: list[Path] = []
    person.window.libraries.wanted.connect(wanted.append)
    Library(folder / "other").close()
    patch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder / "other"))
    person.press(key)
    assert wanted == [folder / "other"]


@proves("window.quit")
def _quit(person: Person, key: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    QTest.keyClick(person.window.windowHandle(), Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    person.until(lambda: not person.window.isVisible())
    assert key == "Ctrl+Q"


@pytest.mark.parametrize(
    ("action", "key"),
    [
        pytest.param(action, key, marks=_SLOW.get(action.split("-")[0], ()))
        for action, binding in BINDINGS.items()
        for key in binding.keys
    ],
)
def test_a_key_does_what_its_action_says(
    action: str, key: str, person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    PROOFS[action](person, key, monkeypatch, tmp_path)


def test_every_action_with_keys_is_proved() -> None:
    with_keys = {action.id for action in ACTIONS if BINDINGS[action.id].keys}
    assert with_keys == PROOFS.keys()


# Offscreen there is no window manager that could raise a menu or give it the keyboard.
@pytest.mark.qt_log_ignore("This plugin does not support")
@DRESSES
@pytest.mark.parametrize("mode", ["system", "light", "dark", "high-contrast"])
def test_the_menu_chooses_colours(person: Person, mode: str) -> None:
    window, name = person.window, f"view.theme-{mode}"
    person.window._theme.set_mode("dark" if mode == "light" else "light")
    bar = window.menuBar()
    view = next(action for action in bar.actions() if action.text() == "View")
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.actionGeometry(view).center())
    person.until(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    themes = window.actions_.submenus["Theme"]
    go_down_to(menu, themes.menuAction())
    QTest.keyClick(menu, Qt.Key.Key_Right)
    person.until(lambda: QApplication.activePopupWidget() is themes)
    go_down_to(themes, window.actions_.by_id[name])
    QTest.keyClick(themes, Qt.Key.Key_Return)
    assert window._theme.mode == mode


def go_down_to(menu: QMenu, action: QAction) -> None:
    for _ in menu.actions():
        if menu.activeAction() is not action:
            QTest.keyClick(menu, Qt.Key.Key_Down)
    assert menu.activeAction() is action


def test_g_alone_starts_nothing_and_esc_forgets_it(person: Person) -> None:
    before = person.window.navigation.list
    person.press("G")
    person.press("Esc")
    assert person.window.navigation.list == before
    person.press("S")
    assert library_of(person).list_ids(PaperList(ListKind.STARRED))


@pytest.mark.parametrize("key", ["Space", "Return", "Enter"])
def test_the_button_with_the_focus_is_pressed(person: Person, sample: Library, key: str) -> None:
    current = person.window.navigation.current
    assert current is not None
    for _ in range(20):
        person.press("Tab")
        if isinstance(person.focused, QToolButton) and "star" in person.focused.objectName():
            break
    person.press(key)
    assert sample.paper(current).starred


def test_the_history_says_what_was_done_and_leaves_out_the_end_of_a_title(
    person: Person, library: Library
) -> None:
    library.import_digest(digest([entry("A Title of Many Words " * 9)]))
    library.add_tags([6], ["long"])
    person.press("Ctrl+H")
    dialog = person.window.findChild(HistoryDialog)
    assert isinstance(dialog, HistoryDialog)
    person.until(dialog.list.count)
    option = QStyleOptionViewItem()
    dialog.list.initViewItemOption(option)
    option.rect = dialog.list.visualItemRect(dialog.list.item(0))
    dialog.list.itemDelegate().initStyleOption(option, dialog.list.model().index(0, 0))
    assert option.text.endswith("…” with long")
    assert option.fontMetrics.horizontalAdvance(option.text) < option.rect.width()


def test_the_history_stays_on_its_step_while_others_act(
    person: Person, open_library: Callable[..., Library]
) -> None:
    for key in ("S", "L", "M"):
        person.press(key)
    person.press("Ctrl+H")
    dialog = person.window.findChild(HistoryDialog)
    assert isinstance(dialog, HistoryDialog)
    person.press("Down")
    label = "Queued"
    assert label in dialog.list.currentItem().text()
    open_library().set_starred([5], True)
    person.until(lambda: "Starred" in dialog.list.item(0).text())
    assert label in dialog.list.currentItem().text()


def test_tags_given_behind_a_long_import_are_what_is_done_again(
    person: Person, sample: Library
) -> None:
    go_on = Event()
    person.window.jobs.change(lambda: go_on.wait(20))
    person.window.paper_actions.toggle_star()
    person.window.paper_actions.add_tags([2], ["waves"])
    person.window.list.view.move(1)
    third = person.window.navigation.selected
    person.window.paper_actions.repeat()
    go_on.set()
    person.settle()
    [row] = sample.rows(third)
    assert (row.starred, row.tags) == (False, ("waves",))
