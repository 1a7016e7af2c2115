"""The week at the foot of the sidebar: seven bars, and how much came in against it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from reader.gui.language import number
from reader.gui.mirror import mirror
from reader.gui.progress.grid import Mark
from reader.gui.progress.painting import paint_column
from reader.gui.theme import Theme
from reader.gui.theme.fonts import interface_font
from reader.gui.theme.tokens import RADIUS, SPACE_4, SPACE_8, SPACE_16, TEXT_CHIP
from reader.model import WeekRead, count_of

_HEIGHT = 124
_BARS = 46
_BAR_WIDTH = 18
_LINE = 16
# In a sidebar lower than this the lists need the room.
_LOWEST_SIDEBAR = 680
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WeekBars(QAbstractButton):
    """What was read this week, day by day. ``clicked`` opens the page of the year."""

    def __init__(self, theme: Theme, sidebar: QWidget) -> None:
        super().__init__(sidebar)
        self._theme = theme
        self._sidebar = sidebar
        self._week: WeekRead | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.hide()
        sidebar.installEventFilter(self)
        theme.changed.connect(self._resized)

    @property
    def week(self) -> WeekRead | None:
        """What it shows."""
        return self._week

    def show_week(self, week: WeekRead) -> None:
        """Shows a week."""
        self._week = week
        said = self.tr("This week: {} read, {} came in").format(
            count_of(week.papers), number(week.came_in)
        )
        self.setAccessibleName(said)
        self.setAccessibleDescription(self.tr("Opens the reading progress of the year"))
        self.setToolTip(said)
        self._show_where_there_is_room()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as heading, bars and days are."""
        return QSize(180, round(_HEIGHT * self._theme.scale))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Gives way where the sidebar is low."""
        if watched is self._sidebar and event.type() == QEvent.Type.Resize:
            self._show_where_there_is_room()
        return False

    def event(self, event: QEvent) -> bool:
        """Keeps Enter from being an action's: here it opens the page."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (*_ENTER, Qt.Key.Key_Space)
        ):
            event.accept()
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what Space and a click do."""
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints line, heading, bars and the letters of the days."""
        week = self._week
        if week is None:
            return
        tokens, scale = self._theme.tokens, self._theme.scale
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        margin = SPACE_16 + SPACE_4
        painter.fillRect(QRectF(margin, 0, whole.width() - 2 * margin, 1), QColor(tokens.line))
        ground = whole.adjusted(SPACE_8, SPACE_8, -SPACE_8, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isDown() or self.underMouse():
            painter.setBrush(QColor(tokens.hover(tokens.surface_side)))
            painter.drawRoundedRect(ground, RADIUS, RADIUS)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        inner = whole.adjusted(margin, SPACE_16, -margin, -SPACE_8)
        self._paint_heading(painter, inner, week)
        bars = QRectF(inner)
        bars.setTop(inner.top() + _LINE * scale + SPACE_8)
        bars.setHeight(_BARS * scale)
        self._paint_days(painter, bars, week)

    def _paint_heading(self, painter: QPainter, box: QRectF, week: WeekRead) -> None:
        tokens, scale = self._theme.tokens, self._theme.scale
        line = QRectF(box.left(), box.top(), box.width(), _LINE * scale)
        turned = mirror(painter, line, self.layoutDirection())
        painter.setFont(interface_font(TEXT_CHIP * scale, 600))
        painter.setPen(QColor(tokens.text_quiet))
        numbers, number_font = self.told(week), interface_font(TEXT_CHIP * scale, 500)
        taken = QFontMetricsF(number_font).horizontalAdvance(numbers) + SPACE_8
        room = line.width() - taken
        words = painter.fontMetrics().elidedText(
            self.tr("This week"), Qt.TextElideMode.ElideRight, int(room)
        )
        turned.text(line, words)
        painter.setFont(number_font)
        painter.setPen(QColor(tokens.text))
        turned.text(line, numbers, trailing=True)

    def told(self, week: WeekRead) -> str:
        """The week in few words: 10 of 15, where no more was read than came in."""
        if week.came_in >= week.papers > 0 or (week.came_in and not week.papers):
            return self.tr("{} of {}").format(number(week.papers), number(week.came_in))
        return self.tr("{} read").format(number(week.papers))

    def _paint_days(self, painter: QPainter, box: QRectF, week: WeekRead) -> None:
        tokens, scale = self._theme.tokens, self._theme.scale
        most = max((day.papers for day in week.days), default=0) or 1
        width = _BAR_WIDTH * scale
        step = (box.width() - width) / 6
        turned = mirror(painter, box, self.layoutDirection())
        for at, day in enumerate(week.days):
            today = day.first == week.today
            bar = turned.box(QRectF(box.left() + at * step, box.top(), width, box.height()))
            painter.setPen(Qt.PenStyle.NoPen)
            mark = Mark(day.query, day.papers, "", day.papers / most, strong=today)
            paint_column(painter, bar, mark, tokens)
            letter = QLocale().standaloneDayName(at + 1, QLocale.FormatType.NarrowFormat)
            painter.setFont(interface_font(TEXT_CHIP * scale, 700 if today else 400))
            painter.setPen(QColor(tokens.text if today else tokens.text_quiet))
            below = QRectF(bar.left() - step, bar.bottom() + SPACE_4, width + 2 * step, 16 * scale)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, letter)

    def _show_where_there_is_room(self) -> None:
        room = self._sidebar.height() >= _LOWEST_SIDEBAR
        self.setVisible(self._week is not None and room)

    def _resized(self) -> None:
        self.updateGeometry()
        self.update()
