"""Every screen of the window, and how a person gets there: what the walks go through.

A new screen is one line in SCREENS: a name, and a function that opens it and returns the window,
dialog or part of the window that the keyboard is then in.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from reader.gui.settings.dialog import SettingsDialog
from reader.library import Library
from reader.model import LinkKind, PaperFields, Status
from reader.operations.anchoring import Anchor
from tests.gui.conftest import Person
from tests.libraries.papers import SAMPLE_TEXT, digest, entry

Opens = Callable[[Person], QWidget]


def fill(library: Library) -> None:
    """Something of everything: stars, states, tags, notes, a smart list, a doubtful pair."""
    library.import_digest(
        digest(
            [entry("Bridges That Remember Their Walker", abstract="Near.", year=2023), "Tides"],
            title="Later",
        )
    )
    library.set_starred([1], True)
    library.set_status([2], Status.READ)
    library.set_status([3], Status.READING)
    library.add_tags([1, 3], ["sea", "slow/animals"])
    library.set_note(2, f"See [[{library.paper(1).title}]].")
    library.set_note(1, "Compare with the other one.\n\n- [ ] Read on\n- [x] Ask")
    library.highlight(1, "abstract", Anchor("anemones", "", ""), comment="Soft?")
    library.highlight(1, "title", Anchor("Attention", "", ""))
    library.edit_paper(1, PaperFields("Sea Anemones", abstract=library.paper(1).abstract))
    library.save_smart_list("Anemones", "anemones")
    assert LinkKind.PAGE in {link.kind for link in library.paper(1).links}


def window(person: Person) -> QWidget:
    return person.window


def keys(*presses: str) -> Opens:
    """The window, after some keys."""

    def go(person: Person) -> QWidget:
        for press in presses:
            person.press(press)
        person.settle()
        return person.window

    return go


def dialog(*presses: str) -> Opens:
    """The dialog that some keys open."""

    def go(person: Person) -> QWidget:
        keys(*presses)(person)
        person.until(lambda: QApplication.activeModalWidget() is not None)
        found = QApplication.activeModalWidget()
        assert isinstance(found, QDialog)
        person.until(found.isActiveWindow)
        return found

    return go


def searched(query: str) -> Opens:
    """The window, once a search is answered."""

    def go(person: Person) -> QWidget:
        person.press("/")
        person.type(query)
        person.until(lambda: person.window.navigation.query == query)
        person.settle()
        return person.window

    return go


def marking(person: Person) -> QWidget:
    person.press("G, L")
    place = list(person.window.list.model.ids).index(1)
    person.window.list.view.go_to(place)
    return keys("H")(person)


def commenting(person: Person) -> QWidget:
    marking(person)
    return keys("C")(person)


def corrected(person: Person) -> QWidget:
    searched("anemonse")(person)
    person.until(person.window.list.corrected.isVisible)
    return person.window


def preview(person: Person) -> QWidget:
    data = QMimeData()
    data.setText(SAMPLE_TEXT)
    person.drop(data)
    return dialog()(person)


def contradict(person: Person, folder: Path) -> None:
    """Exports a note, and changes it there and here; a tag only there."""
    library = person.window.library
    library.set_note(1, "Compare.\n\nSlowly.")
    library.set_note(2, "Gulls.")
    library.export(folder, [1, 2])
    [file] = [path for path in folder.glob("*.md") if "Slowly.\n" in path.read_text("utf-8")]
    [other] = [path for path in folder.glob("*.md") if "Gulls.\n" in path.read_text("utf-8")]
    for path, old in ((file, "Compare."), (other, "Gulls.")):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(f"{old}\n", f"{old[:-1]} there.\n"), encoding="utf-8")
    library.set_note(1, "Compare here.\n\nSlowly.")
    library.set_setting("export_folder", str(folder))
    person.settle()


def merging(person: Person) -> QWidget:
    contradict(person, person.window.library.folder / "vault")
    return dialog("Ctrl+Shift+E")(person)


def notes_to_import(person: Person) -> QWidget:
    folder = person.window.library.folder / "vault"
    contradict(person, folder)
    person.window.vault.read(folder)
    return dialog()(person)


def library_preview(person: Person) -> QWidget:
    file = person.window.library.folder / "library.jsonl"
    person.window.library.export_library(file)
    person.drop_file(file)
    return dialog()(person)


def naming(person: Person) -> QWidget:
    searched("anemones")(person)
    return dialog("Ctrl+S")(person)


def toast(person: Person) -> QWidget:
    person.press("S")
    person.until(person.window.toast.isVisible)
    return person.window


def templates(person: Person) -> QWidget:
    person.press("Shift+T")
    person.until(lambda: person.window.templating.palette is not None)
    palette = person.window.templating.palette
    assert palette is not None
    person.until(palette.isVisible)
    return palette


def keys_of_settings(person: Person) -> QWidget:
    found = dialog("Ctrl+,")(person)
    assert isinstance(found, SettingsDialog)
    found.show_page(found.keys)
    found.keys.view.setFocus()
    return found


def new_key(person: Person) -> QWidget:
    found = keys_of_settings(person)
    person.press("Down")
    person.press("Return")
    return found


def kept_exported(person: Person) -> QWidget:
    folder = person.window.library.folder / "kept"
    folder.mkdir()
    person.window.keeping.into(folder)
    person.settle()
    return dialog("Ctrl+,")(person)


def palette(person: Person) -> QWidget:
    person.press("Ctrl+K")
    person.until(person.window.commands.palette.isVisible)
    return person.window.commands.palette


# Name, how to open it, and whether the library is empty there.
SCREENS: tuple[tuple[str, Opens, bool], ...] = (
    ("welcome", window, True),
    ("inbox", window, False),
    ("all", keys("G, L"), False),
    ("paper", keys("G, L", "O"), False),
    ("note", keys("G, L", "Home", "N"), False),
    ("marking a passage", marking, False),
    ("comment on a highlight", commenting, False),
    ("finding in a note", keys("G, L", "Home", "N", "Ctrl+F"), False),
    ("quick note", keys("G, L", "Home", "Shift+N"), False),
    ("preview of a note", keys("G, L", "Home", "N", "Ctrl+Return"), False),
    ("versions of a note", dialog("G, L", "Home", "Ctrl+Shift+H"), False),
    ("tags", keys("G, L", "Home", "T"), False),
    ("several papers", keys("G, L", "*"), False),
    ("empty list", keys("G, A", "Z", "Z", "Z"), False),
    ("search", searched("anemones"), False),
    ("nothing found", searched("zzzz year:"), False),
    ("nothing found with filters", searched("anemones year:1950"), False),
    ("corrected search", corrected, False),
    ("to do", keys("G, O"), False),
    ("similar papers", keys("G, L", "Home", "Shift+R"), False),
    ("toast", toast, False),
    ("reading progress", keys("G, P"), False),
    ("nothing read yet", keys("G, P"), True),
    ("palette", palette, False),
    ("templates", templates, False),
    ("import preview", preview, False),
    ("preview of a library", library_preview, False),
    ("conflicts of an export", merging, False),
    ("notes to import", notes_to_import, False),
    ("name of a smart list", naming, False),
    ("correcting a paper", dialog("G, L", "Home", "F2"), False),
    ("possible duplicates", dialog("G, D"), False),
    ("all highlights", dialog("G, H"), False),
    ("keys", dialog("?"), False),
    ("settings", dialog("Ctrl+,"), False),
    ("settings with a folder kept", kept_exported, False),
    ("settings of keys", keys_of_settings, False),
    ("a new key", new_key, False),
    ("history", dialog("G, L", "Home", "S", "Ctrl+H"), False),
)
