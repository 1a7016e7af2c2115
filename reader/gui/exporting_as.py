"""“Export as…”: the selection or the open list as one file for other programs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.exporting.escaping import plain
from reader.exporting.formats import EXPORT_FORMATS, ExportFormat, format_of
from reader.gui.actions.registry import Handlers
from reader.gui.jobs import Jobs
from reader.gui.language import translate
from reader.gui.navigation import Navigation
from reader.library import Library
from reader.model import Progress, count_of

_FOLDER = "export_as_folder"
_FORMAT = "export_as_format"
_TITLES = {
    "bibtex": QT_TRANSLATE_NOOP("ExportFormat", "BibTeX"),
    "biblatex": QT_TRANSLATE_NOOP("ExportFormat", "BibLaTeX"),
    "csl-json": QT_TRANSLATE_NOOP("ExportFormat", "CSL-JSON"),
    "ris": QT_TRANSLATE_NOOP("ExportFormat", "RIS"),
    "csv": QT_TRANSLATE_NOOP("ExportFormat", "Table (CSV)"),
    "html": QT_TRANSLATE_NOOP("ExportFormat", "Web page (HTML)"),
    "jsonl": QT_TRANSLATE_NOOP("ExportFormat", "Whole library (JSON Lines)"),
}


class ExportingAs(QObject):
    """Asks for a file, whose format the filter of the dialog chooses. ``said`` tells the outcome.

    ``listed`` gives the papers of the open list, in its order.
    """

    said = Signal(str)

    def __init__(
        self,
        library: Library,
        jobs: Jobs,
        navigation: Navigation,
        listed: Callable[[], Sequence[int]],
        save_note: Callable[[], object],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._library = library
        self._jobs = jobs
        self._navigation = navigation
        self._listed = listed
        self._save_note = save_note
        self._window = window
        self._filters = {_filter(known): known for known in EXPORT_FORMATS}

    def handlers(self) -> Handlers:
        """What the action of exporting as something does."""
        return {"export.as": self.ask}

    def ask(self) -> None:
        """Lets the person choose a file; the folder and the format are those of the last time."""
        selected = self._navigation.selected
        ids = selected if len(selected) > 1 else tuple(self._listed())
        dialog = QFileDialog(self._window, self.tr("Export {} as").format(count_of(len(ids))))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDirectory(self._library.setting(_FOLDER) or str(Path.home()))
        dialog.setNameFilters(list(self._filters))
        dialog.filterSelected.connect(lambda name: self._suffix(dialog, name))
        last = self._library.setting(_FORMAT)
        first = next((f for f, known in self._filters.items() if known.name == last), None)
        dialog.selectNameFilter(first or next(iter(self._filters)))
        self._suffix(dialog, dialog.selectedNameFilter())
        dialog.selectFile(self.tr("Papers"))
        dialog.fileSelected.connect(
            lambda name: self.into(Path(name), ids, self._filters[dialog.selectedNameFilter()])
        )
        dialog.open()

    def _suffix(self, dialog: QFileDialog, name: str) -> None:
        """Has the dialog add the ending of the format, and ask before it replaces such a file."""
        dialog.setDefaultSuffix(self._filters[name].suffixes[0].removeprefix("."))

    def into(self, file: Path, ids: Sequence[int], chosen: ExportFormat) -> None:
        """Writes papers into a file, as the format that its ending means before the chosen one."""
        if file.suffix.lower() not in chosen.suffixes:
            chosen = format_of(file.name) or chosen
        kind = translate("ExportFormat", _TITLES[chosen.name])

        def work(report: Progress, _cancelled: Callable[[], bool]) -> int | None:
            self._library.set_setting(_FOLDER, str(file.parent))
            self._library.set_setting(_FORMAT, chosen.name)
            if chosen.write is None:
                self._library.export_library(file, report)
                return None
            return self._library.export_as(file, ids, chosen.name, report)

        def done(count: int | None) -> None:
            what = self.tr("The whole library") if count is None else count_of(count)
            self.said.emit(self.tr("{} written to {} ({})").format(what, plain(file.name), kind))

        # Saved first and then after the changes: a note typed a moment ago is exported too.
        self._save_note()
        self._jobs.task(self.tr("Exporting {}").format(plain(file.name)), work, done, exports=True)


def _filter(known: ExportFormat) -> str:
    endings = " ".join(f"*{suffix}" for suffix in known.suffixes)
    return f"{translate('ExportFormat', _TITLES[known.name])} ({endings})"
