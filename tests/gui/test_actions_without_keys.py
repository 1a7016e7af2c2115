"""Every action that has no key does what it says when the palette is asked for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog

from reader.exporting.citing import Style
from reader.gui.actions.keymap import default_keymap, read_keymap
from reader.gui.actions.registry import ACTIONS
from reader.gui.actions.titles import full_title
from reader.gui.list.view import PaperListView
from reader.gui.vault.notes_dialog import ImportNotesDialog
from reader.model import ListKind, PaperList, Sort
from tests.gui.conftest import Person
from tests.gui.watchdog import DRESSES

BINDINGS = read_keymap(default_keymap())
Proof = Callable[[Person, str, pytest.MonkeyPatch, Path], None]
PROOFS: dict[str, Proof] = {}


def proves(*actions: str) -> Callable[[Proof], Proof]:
    """Says which actions a function tests; it is called with each of them."""

    def register(proof: Proof) -> Proof:
        PROOFS.update(dict.fromkeys(actions, proof))
        return proof

    return register


def by_palette(person: Person, action: str) -> None:
    """Has the palette do an action, by its title."""
    [title] = [full_title(one) for one in ACTIONS if one.id == action]
    person.press("Ctrl+K")
    person.type(">" + title.removesuffix("…"))
    palette = person.window.commands.palette
    assert palette.current is not None
    assert palette.current.name == title
    person.press("Return")
    assert not palette.isVisible()


def chooses(patch: pytest.MonkeyPatch, folder: Path) -> Path:
    """Has the dialogs of the desktop answer with a folder, or with a file in it."""
    folder.mkdir(exist_ok=True)
    patch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    patch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(folder / "chosen.pdf"), ""))
    return folder


@proves("note.find")
def _find(person: Person, action: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    person.press("N")
    person.type("over the hills")
    by_palette(person, action)
    assert person.window.paper.notes.finding.has_focus
    assert person.focused is not person.window.paper.note


@proves("export.as")
def _export_as(person: Person, action: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    by_palette(person, action)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    assert dialog.windowTitle() == "Export 5 papers as"
    dialog.reject()


@proves("export.keep", "export.keep-not")
def _keep(person: Person, action: str, patch: pytest.MonkeyPatch, folder: Path) -> None:
    kept = chooses(patch, folder / "kept")
    by_palette(person, "export.keep")
    person.until((kept / "index.md").exists)
    assert person.window.library.kept_folder() == kept
    by_palette(person, action)
    person.settle()
    stays = action == "export.keep"
    assert person.window.library.kept_folder() == (kept if stays else None)


@proves("notes.import")
def _import_notes(person: Person, action: str, patch: pytest.MonkeyPatch, folder: Path) -> None:
    exported = chooses(patch, folder / "notes")
    person.window.library.set_note(1, "mine")
    person.window.library.export(exported, [1])
    [file] = [file for file in exported.rglob("*.md") if "mine" in file.read_text("utf-8")]
    file.write_text(file.read_text("utf-8").replace("mine", "mine and yours"), "utf-8")
    by_palette(person, action)
    person.until(lambda: isinstance(QApplication.activeModalWidget(), ImportNotesDialog))
    person.until(lambda: QApplication.activeModalWidget().isActiveWindow())
    person.settle()
    person.press("Return")
    person.until(lambda: person.window.library.paper(1).note.text == "mine and yours")


@proves("paper.save-pdf")
def _save_pdf(person: Person, action: str, patch: pytest.MonkeyPatch, folder: Path) -> None:
    file = chooses(patch, folder) / "chosen.pdf"
    by_palette(person, action)
    person.until(file.exists)
    assert file.read_bytes().startswith(b"%PDF")


@proves("cite.apa", "cite.chicago", "cite.ieee")
def _cite(person: Person, action: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    by_palette(person, action)
    style = action.removeprefix("cite.")
    current = person.window.navigation.current
    assert current is not None
    person.until(lambda: person.window.toast.text.text().startswith("Copied"))
    expected = person.window.library.citation([current], Style(style))
    assert QGuiApplication.clipboard().text().strip() == expected.text.strip()


@proves("library.new")
def _new(person: Person, action: str, patch: pytest.MonkeyPatch, folder: Path) -> None:
    wanted: list[Path] = []
    person.window.libraries.wanted.connect(wanted.append)
    empty = chooses(patch, folder / "empty")
    by_palette(person, action)
    person.until(lambda: wanted == [empty])
    assert (empty / "library.db").is_file()


@proves("library.move")
def _move(person: Person, action: str, patch: pytest.MonkeyPatch, folder: Path) -> None:
    wanted: list[Path] = []
    person.window.libraries.move_wanted.connect(wanted.append)
    empty = chooses(patch, folder / "empty")
    by_palette(person, action)
    person.until(lambda: wanted == [empty])


@proves("view.theme-system", "view.theme-light", "view.theme-dark", "view.theme-high-contrast")
def _theme(person: Person, action: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    mode = action.removeprefix("view.theme-")
    person.theme.set_mode("dark" if mode == "light" else "light")
    by_palette(person, action)
    assert person.theme.mode == mode


@proves(*(f"sort.{sort.value}" for sort in Sort))
def _sort(person: Person, action: str, _patch: pytest.MonkeyPatch, _folder: Path) -> None:
    by_palette(person, action)
    order = Sort(action.removeprefix("sort."))
    inbox = PaperList(ListKind.INBOX)
    assert list(person.window.list.model.ids) == person.window.library.list_ids(inbox, order)


@pytest.mark.parametrize(
    "action",
    [
        pytest.param(action, marks=DRESSES if action.startswith("view.theme") else ())
        for action, binding in BINDINGS.items()
        if not binding.keys
    ],
)
def test_the_palette_does_what_the_action_says(
    action: str, person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    PROOFS[action](person, action, monkeypatch, tmp_path)


def test_every_action_without_keys_is_proved() -> None:
    assert {action.id for action in ACTIONS if not BINDINGS[action.id].keys} == PROOFS.keys()


def test_a_menu_greys_what_has_nothing_to_act_on(person: Person) -> None:
    window = person.window
    read, print_ = (window.actions_.by_id[name] for name in ("paper.toggle-read", "paper.print"))
    person.press("G, O")
    assert window.navigation.selected == ()
    for menu, action in (("Paper", read), ("Library", print_)):
        window.actions_.menus[menu].aboutToShow.emit()
        assert not action.isEnabled()
        assert window.actions_.by_id["window.quit"].isEnabled()
        window.actions_.menus[menu].aboutToHide.emit()
        assert action.isEnabled()
    person.press("F2")
    assert window.toast.text.text().startswith("Go to one paper first")
    person.press("G, I")
    window.actions_.menus["Paper"].aboutToShow.emit()
    assert read.isEnabled()


def test_a_menu_leaves_asleep_what_rests_for_another_reason(person: Person) -> None:
    menu, star = person.window.actions_.menus["Paper"], person.window.actions_.by_id
    person.press("G, P")
    assert not star["paper.toggle-star"].isEnabled()
    menu.aboutToShow.emit()
    menu.aboutToHide.emit()
    assert not star["paper.toggle-star"].isEnabled()
    person.press("Esc")
    assert star["paper.toggle-star"].isEnabled()
    assert isinstance(person.focused, PaperListView)
