"""German is whole, and a German window is German."""

from __future__ import annotations

import re
import string
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QMimeData, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QWidget,
)

from reader import words
from reader.app import read_preferences, the_application
from reader.errors import EditError
from reader.gui.actions.overlay import load
from reader.gui.imports.preview import ImportPreview
from reader.gui.key_sheet import KeySheet
from reader.gui.language import languages, speak
from reader.library import Library
from reader.model import Digest, Status
from reader.settings.places import keymap_file, note_templates_folder, settings_file
from reader.settings.settings import keep
from scripts import translations
from tests.gui.all_screens import SCREENS, Opens, fill
from tests.gui.conftest import Person
from tests.libraries.papers import SAMPLE_TEXT

FILES = sorted(translations.FOLDER.glob("reader_*.ts"))


@pytest.fixture
def german(library: Library, sample_digest: Digest, qapp: QApplication) -> Iterator[None]:
    """The person has chosen German. English comes back after the test."""
    keep("language", "de")
    before = QLocale()
    yield
    speak(qapp, "en")
    words.speak()
    QLocale.setDefault(before)


@pytest.fixture
def german_person(
    german: None,
    library: Library,
    sample_digest: Digest,
    open_window: Callable[[Library], Person],
) -> Person:
    """Somebody at a German window, with something of everything."""
    library.import_digest(sample_digest)
    fill(library)
    return open_window(library)


def messages(ts: Path) -> Iterator[tuple[str, list[str]]]:
    for message in ElementTree.parse(ts).getroot().iter("message"):
        found = message.find("translation")
        assert found is not None
        forms = [form.text or "" for form in found.findall("numerusform")]
        yield message.findtext("source", ""), forms or [found.text or ""]


@pytest.mark.parametrize("ts", FILES, ids=lambda ts: ts.stem)
class TestEveryTranslation:
    def test_is_complete(self, ts: Path) -> None:
        assert not translations.unfinished(ts), "run make translations, then translate these"
        known = {source for source, _ in messages(ts)}
        texts = [text for text in translations.texts() if ts.stem != "reader_en" or text.plural]
        assert not {text.text for text in texts} - known, "run make translations"

    def test_names_what_the_text_names(self, ts: Path) -> None:
        def named(text: str) -> list[str]:
            fields = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
            return sorted([*fields, *re.findall(r"%L?n", text)])

        wrong = [
            (source, form)
            for source, forms in messages(ts)
            for form in forms
            if named(form) != named(source) and not source.startswith("d MMM")
        ]
        assert not wrong

    def test_is_compiled(self, ts: Path, tmp_path: Path) -> None:
        translations.compile_(to=tmp_path)
        fresh = (tmp_path / ts.with_suffix(".qm").name).read_bytes()
        assert ts.with_suffix(".qm").read_bytes() == fresh, "run make translations"


def test_the_languages_are_those_of_the_settings() -> None:
    assert languages() == ["de", "en"]


def test_a_system_of_another_language_gets_english(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _self: ["fi-FI", "fi"])
    assert speak(qapp, "system") == "en"
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _self: ["de-AT", "de", "en"])
    assert speak(qapp, "system") == "de"
    speak(qapp, "en")
    words.speak()
    QLocale.setDefault(QLocale.system())


def test_menus_lists_and_rows_are_german(german_person: Person) -> None:
    window = german_person.window
    menus = [action.text() for action in window.menuBar().actions()]
    assert menus == ["Bibliothek", "Bearbeiten", "Artikel", "Gehe zu", "Ansicht", "Hilfe"]
    lists = [line.name for line in window.sidebar.model.lines]
    assert lists[:3] == ["Eingang", "Zu lesen", "Angefangen"]
    german_person.press("G, L")
    assert window.list.heading.title.text() == "Alle Artikel"
    assert window.list.heading.count.text() == "7 Artikel"
    row = window.list.model.index(window.list.model.place(1) or 0).data()
    assert row.endswith(
        "Eingang, mit Stern, mit Notiz, 2 Markierungen, Schlagwörter: sea, slow/animals, "
        "28. April 2026"
    )


@pytest.mark.parametrize("keys", ["Ctrl+H", "Ctrl+Shift+H"])
def test_dates_of_the_histories_are_german(german_person: Person, keys: str) -> None:
    german_person.press("G, L")
    german_person.press("Home")
    german_person.press(keys)
    german_person.until(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    steps = dialog.findChild(QListWidget)
    assert isinstance(steps, QListWidget)
    german_person.until(steps.count)
    assert steps.item(0).text().startswith("1. Mai")
    dialog.reject()


def test_toasts_are_german_also_those_of_the_library(german_person: Person) -> None:
    german_person.press("G, L")
    german_person.press("Home")
    german_person.press("S")
    toast = german_person.window.toast
    title = german_person.current_title
    assert toast.text.text() == f"Stern entfernt: „{title}“"
    assert toast.button.text() == "Rückgängig"
    german_person.press("*")
    german_person.press("M")
    assert toast.text.text() == "7 Artikel als gelesen gekennzeichnet"
    german_person.press("Z")
    assert toast.text.text() == "Rückgängig gemacht: 7 Artikel als gelesen gekennzeichnet"


def test_refusals_of_the_library_are_german(german_person: Person, tmp_path: Path) -> None:
    toast = german_person.window.toast
    page = tmp_path / "page.html"
    page.write_bytes(b"<!doctype html><html><body><p>Hello</p></body></html>")
    german_person.drop_file(page)
    german_person.until(toast.isVisible)
    assert toast.text.text() == (
        "Dies ist eine Webseite (HTML) oder XML, nicht ihr Text. "
        "Sie beginnt mit „<!doctype html><html><body><p>Hello</p></body></html>“. "
        "Bitte die Seite im Browser öffnen, alles markieren, kopieren und hier einfügen."
    )
    toast.hide()
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    german_person.drop_file(picture)
    german_person.until(toast.isVisible)
    assert toast.text.text().startswith("Dies ist ein Bild, keine Liste von Artikeln. Die Seite")


def test_what_is_odd_in_a_digest_is_said_in_german(german_person: Person) -> None:
    data = QMimeData()
    data.setText("2401.00001\nwas?\n10.1234/a\n")
    german_person.drop(data)
    german_person.until(lambda: QApplication.activeModalWidget() is not None)
    preview = QApplication.activeModalWidget()
    assert isinstance(preview, ImportPreview)
    doubts = {preview.model.index(row, 2).data() for row in range(preview.model.rowCount())}
    assert doubts == {"Titel noch nicht bekannt"}
    warnings = preview.findChild(QPlainTextEdit, "warnings")
    assert warnings.toPlainText() == "Zeile 2 wurde nicht verstanden: „was?“."
    formats = preview.findChild(QComboBox)
    assert formats.currentText() == "Liste von Kennungen und Links"
    preview.reject()


def test_faults_of_settings_and_keys_are_german(german: None) -> None:
    settings_file().write_text('language = "de"\ntext-zoom = "big"\n', encoding="utf-8")
    keymap_file().write_text('[papers]\n"paper.fly" = ["J"]\n', encoding="utf-8")
    application = the_application()
    speak(application, "en")
    assert [str(fault) for fault in read_preferences(application).faults] == [
        "settings.toml, Zeile 2: text-zoom ist keine ganze Zahl. Es gilt 100."
    ]
    assert [str(fault) for fault in load().faults] == [
        "keymap.toml, Zeile 2: eine Aktion paper.fly gibt es nicht; übergangen."
    ]


def test_why_a_template_cannot_be_used_is_said_in_german(
    german_person: Person, library: Library
) -> None:
    note_templates_folder().mkdir(parents=True, exist_ok=True)
    (note_templates_folder() / "Mine.md").write_text("One\n{{ nobody.knows }}", encoding="utf-8")
    with pytest.raises(EditError) as refused:
        library.fill_note_template("Mine", 1)
    assert refused.value.what.startswith("Die Vorlage „Mine“ ist nicht zu gebrauchen: ")
    assert refused.value.where.endswith("Mine.md, Zeile 2.")
    assert refused.value.advice == "Bitte dort berichtigen; nichts wurde eingefügt."


def test_empty_places_are_german(german_person: Person, library: Library) -> None:
    library.set_status(range(1, 8), Status.QUEUED)
    german_person.press("G, I")
    assert german_person.window.list.empty.text() == "Der Eingang ist leer. 7 zu lesen."
    german_person.press("/")
    german_person.type("zzzz")
    german_person.until(lambda: german_person.window.navigation.query == "zzzz")
    german_person.settle()
    said = german_person.window.list.empty.text()
    assert said == "Nichts passt zu „zzzz“."
    assert german_person.window.list.empty.leave.text() == "Suche beenden (Esc)"


def test_buttons_of_qt_itself_are_german(german_person: Person) -> None:
    data = QMimeData()
    data.setText(SAMPLE_TEXT)
    german_person.drop(data)
    german_person.until(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    assert "Abbrechen" in [button.text() for button in dialog.findChildren(QPushButton)]
    dialog.reject()


def scrolls(widget: QWidget) -> bool:
    """Whether a widget is on a page that can be scrolled to it."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above is not None


def cut_off(screen: QWidget) -> list[str]:
    """Labels and buttons whose text has less room than it takes."""
    found = []
    for one in [*screen.findChildren(QLabel), *screen.findChildren(QPushButton)]:
        if not one.isVisibleTo(screen) or not one.text():
            continue
        if isinstance(one, QLabel) and one.wordWrap():
            short = one.height() < one.heightForWidth(one.width()) - 1
        else:
            short = one.width() < one.minimumSizeHint().width() - 1
        outside = not screen.rect().contains(one.mapTo(screen, one.rect().center()))
        if short or (outside and not scrolls(one)):
            found.append(f"{type(one).__name__} “{one.text()}”")
    for button in screen.findChildren(QToolButton):
        with_words = button.toolButtonStyle() is not Qt.ToolButtonStyle.ToolButtonIconOnly
        visible = with_words and button.isVisibleTo(screen)
        if visible and button.width() < button.minimumSizeHint().width() - 1:
            found.append(f"QToolButton “{button.accessibleName()}” {button.size()}")
    return found


@pytest.mark.parametrize(
    ("opens", "empty"), [one[1:] for one in SCREENS], ids=[name for name, *_ in SCREENS]
)
def test_nothing_is_cut_off_in_a_small_window(
    opens: Opens,
    empty: bool,
    german: None,
    library: Library,
    sample_digest: Digest,
    open_window: Callable[[Library], Person],
) -> None:
    if not empty:
        library.import_digest(sample_digest)
        fill(library)
        library.update_index()
    person = open_window(library)
    person.window.resize(1024, 680)
    screen = opens(person)
    person.settle()
    assert person.window.width() == 1024
    assert not cut_off(screen)


def test_the_sheet_of_keys_fits_into_a_small_window(german_person: Person) -> None:
    window = german_person.window
    window.resize(1024, 680)
    german_person.press("?")
    sheet = window.findChild(KeySheet)
    german_person.until(sheet.isActiveWindow)
    assert sheet.width() <= 1024
    assert sheet.height() <= 680
    bar = sheet.scroller.verticalScrollBar()
    assert sheet.scroller.horizontalScrollBar().maximum() == 0
    assert bar.maximum() > 0
    german_person.press("End")
    assert bar.value() == bar.maximum()
    german_person.press("Home")
    assert bar.value() == 0
