"""Shows a note as it is meant: built from blocks, a little at a time, never from HTML.

``QTextDocument`` lays out what is put in; a long note put in at once would stop the window.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QSizeF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from reader.gui.paper.preview_blocks import DONE, OPEN, Block, BlockKind, Run
from reader.gui.paper.preview_ground import BOX, CODE, MARGIN, QUOTES, RULE, paint_under
from reader.gui.paper.preview_pictures import PICTURE, PLACE, PicturePainter, pictured
from reader.gui.theme import Theme
from reader.gui.theme.fonts import interface_font
from reader.gui.theme.tokens import (
    SPACE_8,
    SPACE_12,
    SPACE_16,
    SPACE_24,
    TEXT_HEADING,
    TEXT_TITLE,
)

# What goes in before the window may do something else: some 5 ms.
_LETTERS_AT_ONCE = 3_000
# What a block and a piece of text cost besides, in letters.
_BLOCK_COST = 50
_RUN_COST = 20
_PICTURE_COST = 500
_LINE_HEIGHT = 1.5
_LEAST_HEIGHT = 40
_DEEPEST_SHOWN = 10
# More than is seen at once.
_ENOUGH_HEIGHT = 4_000
_NO_IMAGE = QImage(1, 1, QImage.Format.Format_ARGB32)


@dataclass(frozen=True, slots=True)
class _Box:
    """What the box of an item leads to: ticking it."""

    line: int


@dataclass(frozen=True, slots=True)
class Content:
    """What a preview shows. ``papers`` are those that the targets of links lead to.

    ``pictures`` are those of the note that are there, by their names: what a name means is always
    the same, so whether two contents differ is seen by the names.
    """

    blocks: Sequence[Block]
    papers: Mapping[str, int]
    pictures: Mapping[str, QImage] = field(default_factory=dict, compare=False)
    names: frozenset[str] = frozenset()


class Preview(QTextBrowser):
    """Read-only, as high as it needs to be.

    Tab goes from link to link and box to box, Enter follows a link or ticks a box, Space too.
    ``link_clicked`` carries an address, ``paper_clicked`` the number of a paper, ``box_clicked``
    the line of the note that has the box. ``filled`` comes when all of a content is there.
    """

    link_clicked = Signal(str)
    paper_clicked = Signal(int)
    box_clicked = Signal(int)
    filled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._content = Content((), {})
        self._done = 0
        self._ways: list[str | int | _Box] = []
        self.setObjectName("notePreview")
        self.setAccessibleName(self.tr("Preview of the note"))
        self.setOpenLinks(False)
        self.setAcceptDrops(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(MARGIN)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._pictures = PicturePainter(theme, self)
        self.document().documentLayout().registerHandler(PICTURE, self._pictures)
        self.anchorClicked.connect(self._follow)
        self._filling = QTimer(self, singleShot=True, interval=0)
        self._filling.timeout.connect(self._fill)
        theme.changed.connect(lambda _: self.show_content(self._content))

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Never reads a file: whatever asks gets an empty picture."""
        return _NO_IMAGE

    def show_content(self, content: Content) -> None:
        """Shows a content from its beginning; the first of it at once."""
        self._content, self._done, self._ways = content, 0, []
        self._pictures.images = content.pictures
        self.document().clear()
        self.document().setDefaultFont(self._font())
        self._fill()

    @property
    def is_filled(self) -> bool:
        """Whether all of the content is there."""
        return self._done >= len(self._content.blocks)

    @property
    def content(self) -> Content:
        """What is shown."""
        return self._content

    @property
    def box(self) -> int | None:
        """The line of the box that Tab has led to."""
        way = self._way_at_cursor()
        return way.line if isinstance(way, _Box) else None

    def turn_box(self, line: int) -> None:
        """Turns over the box of a line of the note; all else stays where it is."""
        blocks = list(self._content.blocks)
        at = next((at for at, block in enumerate(blocks) if block.line == line), None)
        if at is None:
            return
        blocks[at] = blocks[at].turned
        self._content = Content(blocks, self._content.papers)
        if at < self._done:
            # Put in before the other is taken out, so that what is selected stays so.
            cursor = QTextCursor(self.document().findBlockByNumber(at))
            cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
            cursor.insertText(blocks[at].marker, cursor.charFormat())
            cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
            cursor.deleteChar()

    def event(self, event: QEvent) -> bool:
        """Enter belongs to the link that Tab has led to, not to the paper; Space to a box."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            space = event.key() == Qt.Key.Key_Space
            if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                enter = space = False
            if (enter and self._way_at_cursor()) or (space and self.box is not None):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks a box; the rest Qt knows."""
        if event.key() == Qt.Key.Key_Space and (line := self.box) is not None:
            self.box_clicked.emit(line)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws what is under code, the lines beside quotes and between parts, then the text."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        block = self.cursorForPosition(event.rect().topLeft()).block()
        if block.previous().isValid():
            block = block.previous()
        while block.isValid():
            rect = self.document().documentLayout().blockBoundingRect(block)
            if rect.top() > event.rect().bottom():
                break
            paint_under(painter, block, rect, self.viewport().width(), self._theme)
            block = block.next()
        painter.end()
        super().paintEvent(event)

    def _font(self, size: int = TEXT_TITLE, weight: int = 400) -> QFont:
        return interface_font(size * self._theme.scale, weight)

    def _fill(self) -> None:
        """Puts the next blocks in."""
        blocks = self._content.blocks
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        cost = 0
        while self._done < len(blocks) and cost < _LETTERS_AT_ONCE:
            block = blocks[self._done]
            before = blocks[self._done - 1] if self._done else None
            self._write(cursor, block, before)
            cost += _PICTURE_COST if block.kind is BlockKind.PICTURE else _BLOCK_COST
            cost += sum(_RUN_COST + len(run.text) for run in block.runs)
            self._done += 1
        cursor.endEditBlock()
        if not self.is_filled:
            self._filling.start()
        else:
            self._fit(self.document().size())
            self.filled.emit()

    def _write(self, cursor: QTextCursor, block: Block, before: Block | None) -> None:
        style = self._block_format(block, before)
        base = QTextCharFormat()
        base.setFont(self._block_font(block))
        base.setForeground(QColor(self._theme.tokens.text))
        if before is None:
            cursor.setBlockFormat(style)
            cursor.setBlockCharFormat(base)
        else:
            cursor.insertBlock(style, base)
        if block.marker:
            marker = QTextCharFormat(base)
            marker.setForeground(QColor(self._theme.tokens.text_quiet))
            box = QTextCharFormat(marker)
            if block.marker in (OPEN, DONE):
                box.setForeground(Qt.GlobalColor.transparent)  # a box is painted in its place
            if block.line is not None:
                self._lead(box, _Box(block.line))
            cursor.insertText(block.marker, box)
            cursor.insertText("\t", marker)
        if block.kind is BlockKind.PICTURE:
            [run] = block.runs
            look = self._char_format(run, base)
            cursor.insertText(PLACE, pictured(look, run.source, run.text))
            return
        for run in block.runs:
            text = run.text or (self.tr("picture") if run.picture else "")
            cursor.insertText(text, self._char_format(run, base))

    def _block_font(self, block: Block) -> QFont:
        if block.kind is BlockKind.CODE:
            return self._code_font()
        if block.kind is BlockKind.HEADING:
            return self._font(max(TEXT_HEADING + 2 - 2 * block.level, TEXT_TITLE), 600)
        return self._font()

    def _code_font(self) -> QFont:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(round((TEXT_TITLE - 1) * self._theme.scale))
        return font

    def _block_format(self, block: Block, before: Block | None) -> QTextBlockFormat:
        style = QTextBlockFormat()
        height = QTextBlockFormat.LineHeightTypes.FixedHeight.value
        size = self._block_font(block).pixelSize()
        if block.kind is not BlockKind.PICTURE:
            style.setLineHeight(round(size * (1.3 if block.level else _LINE_HEIGHT)), height)
        item = SPACE_24 * min(block.depth, _DEEPEST_SHOWN)
        style.setLeftMargin(SPACE_16 * min(block.quotes, _DEEPEST_SHOWN) + item)
        if block.marker:
            style.setTextIndent(-SPACE_24)
            tab = QTextOption.Tab(SPACE_24, QTextOption.TabType.LeftTab)
            style.setTabPositions([tab])
        style.setTopMargin(_space_between(before, block))
        style.setProperty(QUOTES, min(block.quotes, _DEEPEST_SHOWN))
        style.setProperty(RULE, block.kind is BlockKind.RULE)
        style.setProperty(BOX, block.marker in (OPEN, DONE))
        if block.level:
            style.setHeadingLevel(block.level)
        if block.kind is BlockKind.CODE:
            style.setProperty(CODE, True)
            style.setLeftMargin(style.leftMargin() + SPACE_12)
            style.setTopMargin(style.topMargin() + SPACE_8)
            style.setBottomMargin(SPACE_8)
        return style

    def _char_format(self, run: Run, base: QTextCharFormat) -> QTextCharFormat:
        look, tokens = QTextCharFormat(base), self._theme.tokens
        if run.code and not look.font().fixedPitch():
            look.setFont(self._code_font())
            look.setBackground(QColor(tokens.surface_side))
        if run.bold:
            look.setFontWeight(600)
        look.setFontItalic(run.italic or run.picture)
        look.setFontStrikeOut(run.struck)
        way: str | int | None = run.address or self._content.papers.get(run.target)
        if way is not None and way != "":
            self._lead(look, way)
            look.setForeground(QColor(tokens.accent))
            look.setFontUnderline(True)
            if run.address:
                look.setToolTip(run.address.replace("<", "&lt;"))
        elif run.target or run.picture:
            look.setForeground(QColor(tokens.text_quiet))
        return look

    def _lead(self, look: QTextCharFormat, way: str | int | _Box) -> None:
        """Has what is written so lead somewhere."""
        look.setAnchor(True)
        look.setAnchorHref(str(len(self._ways)))
        self._ways.append(way)

    def _way_at_cursor(self) -> str | int | _Box | None:
        """Where the link leads that Tab has led to."""
        look = self.textCursor().charFormat()
        at_link = look.isAnchor() and self.textCursor().hasSelection()
        return self._ways[int(look.anchorHref())] if at_link else None

    def _follow(self, link: QUrl) -> None:
        way = self._ways[int(link.toString())]
        if isinstance(way, _Box):
            self.box_clicked.emit(way.line)
        elif isinstance(way, int):
            self.paper_clicked.emit(way)
        else:
            self.link_clicked.emit(way)

    def _fit(self, size: QSizeF) -> None:
        if not self.is_filled and self.height() > _ENOUGH_HEIGHT:
            return  # each change of the height lays out the whole page
        frame = self.height() - self.viewport().height()
        self.setFixedHeight(max(_LEAST_HEIGHT, round(size.height()) + frame))


def _space_between(before: Block | None, block: Block) -> int:
    """The room over a block."""
    if before is None:
        return 0
    if block.kind is BlockKind.HEADING:
        return SPACE_16
    tight = block.marker and before.depth and block.quotes == before.quotes
    return 4 if tight else SPACE_12 - 2
