"""All highlights over all papers, narrowed down by colour, tag and words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.gui.events import Events
from reader.gui.highlights.bar import Swatch
from reader.gui.highlights.keys import letter
from reader.gui.highlights.rows import HighlightDelegate, HighlightModel
from reader.gui.highlights.words import COLOUR_KEYS
from reader.gui.jobs import Jobs
from reader.gui.labels import plain_label
from reader.gui.language import number
from reader.gui.list.row_text import shown
from reader.gui.theme import Theme
from reader.gui.theme.tokens import SPACE_8, SPACE_12, SPACE_24, TARGET
from reader.library import Library
from reader.model import Changes, Colour, HighlightOfPaper

_SIZE = QSize(760, 640)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_Found = tuple[list[HighlightOfPaper], list[str]]


class HighlightView(QListView):
    """The highlights found; its letters are keys. ``typed`` carries those."""

    typed = Signal(str)
    opened = Signal()

    def event(self, event: QEvent) -> bool:
        """Keys of its own come before those of the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and letter(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In another width passages take other numbers of lines."""
        delegate = self.itemDelegate()
        if isinstance(delegate, HighlightDelegate):
            delegate.forget()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, j and k go, digits choose a colour."""
        key = {"j": Qt.Key.Key_Down, "k": Qt.Key.Key_Up}.get(letter(event))
        if key is not None:
            none = Qt.KeyboardModifier.NoModifier
            super().keyPressEvent(QKeyEvent(event.type(), key, none))
        elif event.key() in _ENTER:
            self.opened.emit()
        elif letter(event).isprintable() and letter(event).strip():
            self.typed.emit(letter(event))
        else:
            super().keyPressEvent(event)


class HighlightsDialog(QDialog):
    """Lists highlights, newest first; ``wanted`` carries the number of a paper and a highlight."""

    wanted = Signal(int, int)

    def __init__(
        self, library: Library, jobs: Jobs, events: Events, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("highlightsDialog")
        self.setWindowTitle(self.tr("Highlights"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(_SIZE)
        self._library = library
        self._jobs = jobs
        self._theme = theme
        self._colour: Colour | None = None
        self._build()
        events.changed.connect(self._hear)
        self.view.setFocus()
        self._ask()

    @property
    def shown(self) -> list[HighlightOfPaper]:
        """What is listed."""
        return list(self.model.found)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in a field goes on to what was found, not yet to a paper."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in _ENTER
        ):
            self.view.setFocus()
            return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(self.tr("Words of a passage, comment or title"))
        self.words.setAccessibleName(self.tr("Words to find highlights by"))
        self.words.setClearButtonEnabled(True)
        self.words.textChanged.connect(lambda _: self._ask())
        self.words.installEventFilter(self)
        self.any_colour = QToolButton(self)
        self.any_colour.setText(self.tr("All"))
        self.any_colour.setAccessibleName(self.tr("All colours"))
        self.any_colour.setCheckable(True)
        self.any_colour.setFixedHeight(TARGET)
        self.any_colour.clicked.connect(lambda: self._choose(None))
        self.swatches = [Swatch(c, key, self._theme, self) for key, c in COLOUR_KEYS.items()]
        for swatch in self.swatches:
            swatch.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            swatch.clicked.connect(lambda _=False, one=swatch: self._choose(one.colour))
        self.tags = QComboBox(self)
        self.tags.setAccessibleName(self.tr("Tag of the papers"))
        self.tags.addItem(self.tr("All tags"), "")
        self.tags.setMinimumWidth(150)
        self.tags.installEventFilter(self)
        self.tags.currentIndexChanged.connect(lambda _: self._ask())
        self.model = HighlightModel(self)
        self.view = HighlightView(self)
        self.view.setAccessibleName(self.tr("Highlights, the newest first"))
        self.view.setModel(self.model)
        self.view.setItemDelegate(HighlightDelegate(self._theme, self.view))
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.opened.connect(self._go)
        self.view.doubleClicked.connect(lambda _: self._go())
        self.view.typed.connect(self._typed)
        self.summary = plain_label(self, role="quiet")
        self.summary.setWordWrap(True)
        self._lay_out()
        self._show_colour()

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(SPACE_8)
        filters.addWidget(self.words, 1)
        for widget in (self.any_colour, *self.swatches, self.tags):
            filters.addWidget(widget)
        close = QPushButton(self.tr("Close"), self)
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        self.go = QPushButton(self.tr("Go to the paper"), self)
        self.go.setDefault(True)
        self.go.clicked.connect(self._go)
        buttons = QHBoxLayout()
        buttons.addWidget(self.summary, 1)
        buttons.addWidget(close)
        buttons.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_24, SPACE_24, SPACE_24, SPACE_24)
        column.setSpacing(SPACE_12)
        column.addLayout(filters)
        column.addWidget(self.view, 1)
        column.addLayout(buttons)

    def _hear(self, changes: Changes) -> None:
        if changes:
            self._ask()

    def _ask(self) -> None:
        colour, tag = self._colour, str(self.tags.currentData() or "")
        wanted = self.words.text().casefold().split()

        def work() -> _Found:
            found = self._library.highlights(colour, tag)
            everything = found if not (colour or tag) else self._library.highlights()
            return [one for one in found if _has(one, wanted)], _levels(everything)

        self._jobs.query(work, self._show, "highlights")

    def _show(self, answer: _Found) -> None:
        found, tags = answer
        before = self._current()
        self.model.show(found)
        self._offer(tags)
        same = [at for at, one in enumerate(found) if before and _is(one, before)]
        index = self.model.index(same[0] if same else 0)
        if index.isValid():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.view.selectionModel().setCurrentIndex(index, flag)
        self.go.setEnabled(bool(found))
        keys = self.tr("1–4 colour, 0 all, / words, t tag, Enter goes to the paper")
        none = self.tr("Nothing is highlighted like that. h highlights a passage of a paper.")
        count = self.tr("{} highlights").format(number(len(found)))
        if len(found) == 1:
            count = self.tr("1 highlight")
        self.summary.setText(f"{count} · {keys}" if found else none)

    def _offer(self, tags: list[str]) -> None:
        offered = [self.tags.itemData(at) for at in range(1, self.tags.count())]
        if tags == offered:
            return
        chosen = self.tags.currentData()
        self.tags.blockSignals(True)
        while self.tags.count() > 1:
            self.tags.removeItem(1)
        for tag in tags:
            self.tags.addItem(shown(tag), tag)
        self.tags.setCurrentIndex(max(0, self.tags.findData(chosen)))
        self.tags.blockSignals(False)
        if self.tags.currentData() != chosen:
            self._ask()

    def _typed(self, typed: str) -> None:
        if typed in COLOUR_KEYS:
            self._choose(COLOUR_KEYS[typed])
        elif typed == "0":
            self._choose(None)
        elif typed == "/":
            self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif typed == "t":
            self.tags.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _choose(self, colour: Colour | None) -> None:
        """Shows only a colour; the same one again: all of them."""
        self._colour = None if colour == self._colour else colour
        self._show_colour()
        self._ask()

    def _show_colour(self) -> None:
        self.any_colour.setChecked(self._colour is None)
        for swatch in self.swatches:
            swatch.setChecked(swatch.colour == self._colour)

    def _current(self) -> HighlightOfPaper | None:
        row = self.view.currentIndex().row()
        return self.model.found[row] if 0 <= row < len(self.model.found) else None

    def _go(self) -> None:
        chosen = self._current()
        if chosen is not None:
            self.accept()
            self.wanted.emit(chosen.paper_id, chosen.highlight.id)


def _has(one: HighlightOfPaper, wanted: list[str]) -> bool:
    """Whether a highlight has all the words somewhere."""
    if not wanted:
        return True
    text = f"{one.highlight.quote}\n{one.highlight.comment}\n{one.title}".casefold()
    return all(word in text for word in wanted)


def _levels(found: list[HighlightOfPaper]) -> list[str]:
    """The tags of highlighted papers, and the levels above them."""
    names = {tag for one in found for tag in one.tags}
    parts = [name.split("/") for name in names]
    return sorted({"/".join(levels[:end]) for levels in parts for end in range(1, len(levels) + 1)})


def _is(one: HighlightOfPaper, other: HighlightOfPaper) -> bool:
    return one.highlight.id == other.highlight.id
