"""A whole library among the files to import: what it holds is shown before it comes in."""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from reader.gui.labels import plain_label
from reader.gui.language import number
from reader.gui.list.row_text import shown
from reader.gui.theme.tokens import SPACE_12, SPACE_24
from reader.library import Library
from reader.model import LibraryContents, Progress
from reader.operations.dumped import HEAD_BYTES, is_dump
from reader.operations.gathering import may_never_end

_WIDTH = 520


@dataclass(frozen=True, slots=True)
class LibraryFile:
    """A file that is a whole library, seen to be sound."""

    path: Path
    contents: LibraryContents


def library_file(library: Library, path: Path, report: Progress) -> LibraryFile | None:
    """The library that a file holds; None when it is something else. Not for the window's thread.

    Raises OSError, also for a pipe; DigestError when it is damaged, Cancelled.
    """
    if may_never_end(path):
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
    with path.open("rb") as stream:
        if not is_dump(stream.read(HEAD_BYTES)):
            return None
        return LibraryFile(path, library.look_at_library(stream, report))


def bring(library: Library, file: LibraryFile, report: Progress) -> str | None:
    """Imports it; returns what the history says of that, None when all of it was here already.

    A change of the library. Raises OSError, DigestError, Cancelled.
    """
    before = library.history(1)
    with file.path.open("rb") as stream:
        library.import_library(stream, file.path.name, report)
    after = library.history(1)
    return None if after == before else after[0].label


class LibraryPreview(QDialog):
    """Says what a library holds and what importing it means. Enter imports."""

    def __init__(self, file: LibraryFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("libraryPreview")
        self.setWindowTitle(self.tr("Import a library"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(_WIDTH)
        name = plain_label(self, shown(file.path.name), "heading")
        contents = file.contents
        facts = plain_label(
            self,
            self.tr("Papers: {} · Digests: {} · Notes: {} · Highlights: {}").format(
                *map(number, (contents.papers, contents.digests, contents.notes)),
                number(contents.highlights),
            ),
        )
        means = plain_label(
            self,
            self.tr(
                "Papers that are here already are united with these, and nothing that you wrote is "
                "lost: of two texts of a note the newer stands, the other is in its history. Undo "
                "takes it back."
            ),
            "quiet",
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_24, SPACE_24, SPACE_24, SPACE_24)
        layout.setSpacing(SPACE_12)
        for label in (name, facts, means):
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        import_ = QPushButton(self.tr("Import"), self)
        import_.setDefault(True)
        buttons.addButton(import_, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        import_.setFocus()
        return buttons
