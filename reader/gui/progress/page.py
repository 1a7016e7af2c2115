"""The page of reading progress, which takes the place of the panes."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.gui.actions.key_text import key_of
from reader.gui.actions.keymap import Binding
from reader.gui.labels import plain_label
from reader.gui.progress.charts import Drawing
from reader.gui.progress.sheet import Sheet
from reader.gui.theme import Theme
from reader.gui.theme.icons import BESIDE_TEXT, icon_beside_text
from reader.gui.theme.tokens import SPACE_8, SPACE_16, SPACE_24
from reader.model import ReadingProgress


class ProgressPage(QFrame):
    """Shows a year. ``opened`` carries a mark, ``year_chosen`` a year of the calendar or None.

    ``left`` and ``picture_wanted`` are what its buttons ask for.
    """

    opened = Signal(object)
    year_chosen = Signal(object)
    picture_wanted = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paperPane")
        self._theme = theme
        self._progress: ReadingProgress | None = None
        # Each is born where it stays: a move to another parent dresses all that is in it anew.
        self.stack = QStackedWidget(self)
        self.scroller = self._scroller()
        self.sheet = Sheet(theme, self.scroller.viewport())
        self.sheet.opened.connect(self.opened)
        self.sheet.arrived.connect(self._show_place)
        self.scroller.setWidget(self.sheet)
        self.nothing = self._nothing()
        self.stack.addWidget(self.scroller)
        self.stack.addWidget(self.nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar())
        layout.addWidget(self.stack, 1)
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def year(self) -> int | None:
        """The year of the calendar that is chosen; None for the year until today."""
        return self.years.currentData() if self.years.count() else None

    @property
    def anything(self) -> bool:
        """Whether there is anything to draw."""
        return self.stack.currentWidget() is self.scroller

    def show_drawing(self, drawing: Drawing) -> None:
        """Shows a year, or how the first mark gets here where nothing was decided in it."""
        progress = drawing.progress
        self._offer_years(progress)
        empty = self.year is None and not progress.papers and not progress.decided
        had_focus = self.isAncestorOf(self.focusWidget() or self) and self.isVisible()
        self.sheet.show_drawing(drawing)
        self.stack.setCurrentWidget(self.nothing if empty else self.scroller)
        self.keep.setEnabled(not empty)
        if self._progress is None and had_focus:
            self.focus_marks()
        self._progress = progress

    def show_keys(self, keymap: Mapping[str, Binding]) -> None:
        """Names the keys that lead back, and by which a paper is marked read."""
        back, read = key_of(keymap, "go.back"), key_of(keymap, "paper.toggle-read")
        self.back.setToolTip(self.tr("Back to the papers: {}").format(back) if back else "")
        words = self.tr("Mark a paper read, and its day begins to fill here.")
        if read:
            words = self.tr("Mark a paper read with {}, and its day begins to fill here.")
        self.nothing.setText(self.tr("Nothing read yet.") + "\n" + words.format(read))

    def focus_marks(self) -> None:
        """Gives the keys to the marks, or else to the way back."""
        target = self.sheet.days if self.anything and self.sheet.days.grid.marks else self.back
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _bar(self) -> QFrame:
        bar = QFrame(self)
        bar.setObjectName("toolBar")
        self.back = QPushButton(self.tr("Back"), bar)
        self.back.clicked.connect(self.left)
        self.years = QComboBox(bar)
        self.years.setAccessibleName(self.tr("Year"))
        self.years.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.years.setMinimumContentsLength(len(self._past_year()) + 3)
        self.years.activated.connect(lambda _: self.year_chosen.emit(self.year))
        self.keep = QPushButton(self.tr("Save as picture…"), bar)
        self.keep.clicked.connect(self.picture_wanted)
        for button in (self.back, self.keep):
            button.setIconSize(BESIDE_TEXT)
        row = QHBoxLayout(bar)
        row.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, SPACE_8)
        row.setSpacing(SPACE_8)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.years)
        row.addWidget(self.keep)
        return bar

    def _scroller(self) -> QScrollArea:
        scroller = QScrollArea(self.stack)
        scroller.setObjectName("paperPane")
        scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroller.setWidgetResizable(True)
        scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroller.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        return scroller

    def _nothing(self) -> QLabel:
        words = plain_label(self.stack, role="quiet")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setWordWrap(True)
        words.setMargin(SPACE_24)
        return words

    def _offer_years(self, progress: ReadingProgress) -> None:
        years = [None, *range(progress.today.year, progress.first_year - 1, -1)]
        if years == [self.years.itemData(at) for at in range(self.years.count())]:
            return
        chosen = self.year
        self.years.clear()
        for year in years:
            self.years.addItem(self._past_year() if year is None else str(year), year)
        self.years.setCurrentIndex(years.index(chosen) if chosen in years else 0)

    def _past_year(self) -> str:
        return self.tr("The past year")

    def _show_place(self, place: QRect) -> None:
        """Scrolls to where the keys are."""
        middle = place.center()
        self.scroller.ensureVisible(middle.x(), middle.y(), place.width(), place.height() + 64)

    def _dress(self) -> None:
        quiet = self._theme.tokens.text_quiet
        mirrored = self.isRightToLeft()
        back = "arrow-right" if mirrored else "arrow-left"
        self.back.setIcon(icon_beside_text(back, quiet, mirrored=mirrored))
        self.keep.setIcon(icon_beside_text("download", quiet, mirrored=mirrored))
