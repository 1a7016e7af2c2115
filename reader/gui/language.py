"""The language of the window: English, or one of the files in ``resources/translations``.

In a QObject ``self.tr`` translates; elsewhere ``translate`` does, with the name of its context.
Tables at the top of a module are marked by QT_TRANSLATE_NOOP and translated where they are used.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from reader import words
from reader.data import data_folder

_OURS = "reader_translator"


def translate(context: str, text: object, comment: str = "", n: int = -1) -> str:
    """A text in the language of the window; ``%Ln`` in it becomes the number ``n``.

    ``text`` may be what QT_TRANSLATE_NOOP gave, which Qt's types call an object.
    """
    return QCoreApplication.translate(context, str(text), comment, n)


def languages() -> list[str]:
    """The languages there are, as codes such as ``de``."""
    folder = data_folder("resources") / "translations"
    return sorted(file.stem.removeprefix("reader_") for file in folder.glob("reader_*.qm"))


def speak(application: QApplication, language: str = "system") -> str:
    """Has all windows that are made from now on speak a language; says which that is.

    ``system`` is the first of the person's languages that there is, or else English.
    """
    known = languages()
    if language not in known:
        wanted = [name.split("-")[0] for name in QLocale.system().uiLanguages()]
        language = next((code for code in wanted if code in known), "en")
    for old in application.findChildren(QTranslator, _OURS):
        application.removeTranslator(old)
        old.deleteLater()
    ours = data_folder("resources") / "translations" / f"reader_{language}.qm"
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for file in (f"{qt}/qtbase_{language}.qm", str(ours)):
        translator = QTranslator(application)
        translator.setObjectName(_OURS)
        if translator.load(file):
            application.installTranslator(translator)
    system = QLocale.system()
    same = system.name().split("_")[0] == language
    QLocale.setDefault(system if same else QLocale(language))
    words.speak(lambda text, n: translate("Library", text, n=-1 if n is None else n))
    return language


def number(value: int) -> str:
    """A whole number with its thousands apart, as the language writes it."""
    return QLocale().toString(value)


def short_number(value: int) -> str:
    """A whole number in four signs at most, where there is no room for more: 1.2k for 1,234."""
    if value < 1_000:
        return number(value)
    if value < 10_000:
        return f"{QLocale().toString(value // 100 / 10, 'f', 1)}k"
    return f"{value // 1_000}k" if value < 1_000_000 else f"{value // 1_000_000}M"


def long_date(day: date) -> str:
    """A date in full, as it is said aloud."""
    return QLocale().toString(
        QDate(day.year, day.month, day.day), translate("Dates", "d MMMM yyyy")
    )
