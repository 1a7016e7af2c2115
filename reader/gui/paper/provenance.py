"""At the foot of a paper: in which digests it appeared, and where each field came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.gui.labels import plain_label
from reader.gui.language import translate
from reader.gui.list.delegate import short_date
from reader.gui.list.row_text import shown
from reader.gui.theme.tokens import SPACE_4, SPACE_8
from reader.library import Library, date_of
from reader.model import PaperRow, Sighting

_MOST = 8
_FIELDS = {
    "title": QT_TRANSLATE_NOOP("Fields", "title"),
    "authors": QT_TRANSLATE_NOOP("Fields", "authors"),
    "year": QT_TRANSLATE_NOOP("Fields", "year"),
    "venue": QT_TRANSLATE_NOOP("Fields", "venue"),
    "abstract": QT_TRANSLATE_NOOP("Fields", "abstract"),
}
_LONGEST_TITLE = 32


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a paper was seen, which fields the person set, and the papers it looks like."""

    sightings: tuple[Sighting, ...] = ()
    own: tuple[str, ...] = ()
    similar: tuple[PaperRow, ...] = ()


def provenance_of(library: Library, paper_id: int) -> Provenance:
    """Asks the library. A read-only operation. Raises NotFoundError."""
    origins = library.field_origins(paper_id)
    own = tuple(field for field, digest_id in origins.items() if digest_id is None)
    similar = library.rows(library.similar_titles(paper_id))
    return Provenance(tuple(library.sightings(paper_id)), own, tuple(similar))


class ProvenanceView(QWidget):
    """A line for each sighting. ``digest_clicked`` carries the digest's number."""

    digest_clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(SPACE_4)
        self._shown: Provenance | None = None

    def show_provenance(self, provenance: Provenance) -> None:
        """Shows where a paper came from."""
        if provenance == self._shown:
            return
        self._shown = provenance
        while (item := self._lines.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for sighting in provenance.sightings[:_MOST]:
            self._add(self._line(sighting))
        more = len(provenance.sightings) - _MOST
        if more > 0:
            self._add(plain_label(self, self.tr("and {} more").format(more), "quiet"))
        if provenance.own:
            words = self.tr("You gave {}").format(_named(provenance.own))
            self._add(_wrapped(self, words))

    def _add(self, widget: QWidget) -> None:
        self._lines.addWidget(widget)
        # At once: a layout has it shown a turn later, and until then no room for it.
        widget.show()

    def _line(self, sighting: Sighting) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_8)
        digest = sighting.digest
        title = shown(digest.title)
        short = title if len(title) <= _LONGEST_TITLE else f"{title[:_LONGEST_TITLE]}…"
        button = QPushButton(short.replace("&", "&&"), line)
        button.setProperty("role", "link")
        button.setAccessibleName(self.tr("Go to the digest {}").format(title))
        button.clicked.connect(lambda: self.digest_clicked.emit(digest.id))
        row.addWidget(button)
        day = short_date(digest.date or date_of(digest.imported_at))
        parts = [day, self.tr("entry {}").format(sighting.position)]
        if sighting.fields:
            parts.append(self.tr("gave {}").format(_named(sighting.fields)))
        row.addWidget(_wrapped(line, " · ".join(parts)), 1)
        return line


def _named(fields: Sequence[str]) -> str:
    """Fields of a paper as a sentence names them."""
    return ", ".join(translate("Fields", _FIELDS[field]) for field in fields)


def _wrapped(parent: QWidget, text: str) -> QLabel:
    label = plain_label(parent, text, "quiet")
    label.setWordWrap(True)
    return label
