"""``y`` and ``Shift+Y``: citations and Markdown on the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from reader.exporting.citing import Citation, Style, as_links
from reader.gui.actions.registry import Handlers
from reader.gui.jobs import Jobs
from reader.gui.leaving.clipboard import mime_of
from reader.gui.navigation import Navigation
from reader.library import Library
from reader.model import count_of

# A list of references of more is made by exporting, not by pasting.
MOST = 1_000
_STYLE = "citation_style"
_NAMES = {Style.APA: "APA", Style.CHICAGO: "Chicago", Style.IEEE: "IEEE"}


class Copying(QObject):
    """Copies the selected papers. ``said`` carries sentences for the person."""

    said = Signal(str)

    def __init__(
        self, library: Library, jobs: Jobs, navigation: Navigation, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._jobs = jobs
        self._navigation = navigation

    def handlers(self) -> Handlers:
        """What the actions of copying do."""
        styles = {f"cite.{style.value}": partial(self.citation_as, style) for style in Style}
        return {
            "paper.copy-citation": self.citation,
            "paper.copy-markdown": self.markdown,
            **styles,
        }

    def citation(self) -> None:
        """Copies citations in the style that was used last."""

        def work() -> tuple[Citation, str]:
            style = _style(self._library.setting(_STYLE))
            return self._library.citation(ids, style), _NAMES[style]

        ids = self._chosen()
        if ids:
            self._copy(work, source=False)

    def citation_as(self, style: Style) -> None:
        """Copies citations in a style, and remembers it."""
        self._jobs.change(
            lambda: self._library.set_setting(_STYLE, style.value), lambda _: self.citation()
        )

    def markdown(self) -> None:
        """Copies each paper as a linked title with authors, venue and year, in Markdown."""
        ids = self._chosen()
        if ids:
            self._copy(lambda: (as_links(self._library.papers(ids)), "Markdown"), source=True)

    def _chosen(self) -> tuple[int, ...]:
        ids = self._navigation.selected
        if len(ids) > MOST:
            sentence = self.tr("At most {} can be copied at once; Ctrl+E exports more.")
            self.said.emit(sentence.format(count_of(MOST)))
            return ()
        return ids

    def _copy(self, work: Callable[[], tuple[Citation, str]], *, source: bool) -> None:
        number = len(self._navigation.selected)

        def copied(made: tuple[Citation, str]) -> None:
            words, how = made
            QGuiApplication.clipboard().setMimeData(mime_of(words, source=source))
            if source:
                sentence = self.tr("Copied {} as {}").format(count_of(number), how)
            elif number == 1:
                sentence = self.tr("Copied the citation ({})").format(how)
            else:
                sentence = self.tr("Copied {} citations ({})").format(number, how)
            self.said.emit(sentence)

        self._jobs.query(work, copied, "copy")


def _style(name: str) -> Style:
    """The style that is remembered; APA at first, or when another program left something odd."""
    return Style(name) if name in list(Style) else Style.APA
