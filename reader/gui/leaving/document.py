"""A paper with its note as a document for paper. Text from outside is text: nothing is loaded.

One unit of the document is a point, so a font of so many pixels is one of so many points.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QPointF, QSizeF, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPen,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLine,
    QTextOption,
)

from reader.exporting.addresses import page_of
from reader.exporting.escaping import paragraphs, plain, web_address
from reader.exporting.pictures import Fetch, no_pictures
from reader.gui.language import translate
from reader.gui.leaving.note_blocks import Block, Kind, blocks_of
from reader.gui.leaving.note_pictures import PLACE, PrintedPictures, pieces
from reader.gui.theme.fonts import interface_font, reading_font
from reader.gui.theme.tokens import LIGHT, tag_colour
from reader.model import Paper

_TITLE, _TEXT, _QUIET, _SMALL = 21, 11, 9, 8
_LINE = 1.45
_INDENT = 18
_HEADING_SIZES = (15, 13, 12, 11, 11, 11)
# Longer than any abstract or note that a person wrote; a page takes a millisecond to lay out.
_LONGEST = 1_000_000
# What Qt takes for the edge of a table or for a picture.
_QTS_OWN = re.compile("[\ufdd0-\ufdef\ufffc]")
_LINE_BREAK = "\u2028"
_RULER = QTextFormat.Property.BlockTrailingHorizontalRulerWidth

Draw = Callable[[QPainter, QPointF], None]
"""Draws something of a document whose beginning is at a point."""


def document_of(
    papers: Sequence[Paper], width: float, height: float, picture: Fetch = no_pictures
) -> QTextDocument:
    """The papers, each beginning on a page of its own, on pages of so many points.

    ``picture`` gives the pictures of notes, here and once more when they are drawn.
    """
    document = _Document()
    document.setDocumentMargin(0)
    document.setUseDesignMetrics(True)
    document.setDefaultFont(reading_font(_TEXT))
    writer = _Writer(
        document, PrintedPictures(document, picture, QSizeF(width, height - 2 * _TEXT))
    )
    for paper in papers:
        writer.paper(paper)
    document.setPageSize(QSizeF(width, height))
    return document


def lines_of(document: QTextDocument) -> Iterator[tuple[float, Draw]]:
    """Each line of a document from the top: how far down it is, and what draws it.

    ``QTextDocument.drawContents`` draws the last line of a page on the next one as well, out of
    sight but in the text that is copied.
    """
    layout, block = document.documentLayout(), document.begin()
    while block.isValid():
        place = layout.blockBoundingRect(block)
        if block.blockFormat().hasProperty(_RULER):
            width = document.pageSize().width()
            yield place.top(), partial(_draw_rule, QPointF(0, place.center().y()), width)
        else:
            lines = block.layout()
            for at in range(lines.lineCount()):
                line = lines.lineAt(at)
                yield place.top() + line.y(), partial(_draw_line, line, place.topLeft())
        block = block.next()


def _draw_line(line: QTextLine, place: QPointF, painter: QPainter, origin: QPointF) -> None:
    line.draw(painter, origin + place)


def _draw_rule(place: QPointF, width: float, painter: QPainter, origin: QPointF) -> None:
    painter.setPen(QPen(QColor(LIGHT.line_strong), 0.7))
    left = origin + place
    painter.drawLine(left, left + QPointF(width, 0))


def plainly_shaped(font: QFont) -> QFont:
    """The font without ligatures and stand-in letters: who copies from a PDF gets only letters.

    Qt tells a PDF which letter a drawn form is of only where it is the font's first form of it.
    """
    font = QFont(font)
    for feature in ("liga", "clig", "calt", "locl"):
        font.setFeature(QFont.Tag(feature), 0)
    return font


class _Document(QTextDocument):
    """One that asks nobody for pictures: those of notes are drawn by a handler of ours."""

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Nothing is ever read."""
        return None


class _Writer:
    """Writes block after block at the end of a document."""

    def __init__(self, document: QTextDocument, pictures: PrintedPictures) -> None:
        self._pictures = pictures
        self._cursor = QTextCursor(document)
        self._first = True
        self._new_page = False

    def paper(self, paper: Paper) -> None:
        """Everything of one paper, on a new page if there is one before."""
        text, quiet = LIGHT.text, LIGHT.text_quiet
        self._new_page = not self._first
        if paper.digests:
            where = plain(paper.digests[0].title)
            self._block(where, interface_font(_SMALL), quiet, after=5)
        self._block(plain(paper.title), reading_font(_TITLE, 600), text, after=6, line=1.25)
        facts = [", ".join(map(plain, paper.authors)), str(paper.year or ""), plain(paper.venue)]
        said = " · ".join(fact for fact in facts if fact)
        self._block(said, interface_font(_QUIET), quiet, after=3)
        self._address(page_of(paper))
        self._tags(paper.tags)
        self._rule()
        for paragraph in paragraphs(paper.abstract[:_LONGEST] or paper.snippet):
            self._block(paragraph, reading_font(_TEXT), text, after=7)
        if paper.highlights:
            self._caption(translate("Print", "Highlights"))
            for highlight in paper.highlights:
                self._block(f"“{plain(highlight.quote)}”", reading_font(_TEXT), text, after=2)
                comment = plain(highlight.comment)
                self._block(comment, reading_font(_TEXT, italic=True), quiet, after=6)
        if paper.note.text.strip():
            self._caption(translate("Print", "Note"))
            for block in blocks_of(paper.note.text[:_LONGEST]):
                self._with_pictures(block)

    def _with_pictures(self, block: Block) -> None:
        indent = {Kind.ITEM: _INDENT * (block.level + 1), Kind.QUOTE: _INDENT}.get(block.kind, 0)
        for piece in pieces(block, lambda name: self._pictures.format_of(name, indent)):
            if isinstance(piece, Block):
                self._note(piece)
            else:
                self._begin(before=3, after=7)
                look = self._cursor.blockFormat()
                look.setLeftMargin(indent)
                self._cursor.setBlockFormat(look)
                self._cursor.insertText(PLACE, piece)

    def _note(self, block: Block) -> None:
        font, text = reading_font(_TEXT), LIGHT.text
        if block.kind is Kind.HEADING:
            font = reading_font(_HEADING_SIZES[block.level - 1], 600)
            self._block(block.text, font, text, before=6, after=4, heading=block.level)
        elif block.kind is Kind.ITEM:
            indent = _INDENT * (block.level + 1)
            words = f"{block.mark}\t{block.text}"
            self._block(words, font, text, after=2, indent=indent, hanging=True)
        elif block.kind is Kind.QUOTE:
            font = reading_font(_TEXT, italic=True)
            self._block(block.text, font, LIGHT.text_quiet, after=7, indent=_INDENT)
        elif block.kind is Kind.CODE:
            font = QFont(["monospace"])
            font.setStyleHint(QFont.StyleHint.Monospace)
            font.setPixelSize(9)
            self._block(block.text, font, text, after=7, indent=_INDENT, line=1.3)
        elif block.kind is Kind.RULE:
            self._rule()
        else:
            self._block(block.text, font, text, after=7)

    def _caption(self, words: str) -> None:
        font = interface_font(_QUIET, 600)
        self._block(words, font, LIGHT.text_quiet, before=10, after=6, heading=2)

    def _address(self, url: str) -> None:
        """The page of a paper, which can be clicked in a PDF."""
        address = web_address(url)
        if address:
            look = self._look(interface_font(_QUIET), LIGHT.accent)
            look.setAnchor(True)
            look.setAnchorHref(address)
            self._begin(after=3)
            self._cursor.insertText(address, look)

    def _tags(self, tags: Sequence[str]) -> None:
        if tags:
            self._begin(before=3, after=3)
            for at, tag in enumerate(tags):
                colour = LIGHT.colour(tag_colour(tag))
                between = "   " if at else ""
                look = self._look(interface_font(_QUIET, 500), colour)
                self._cursor.insertText(f"{between}#{plain(tag)}", look)

    def _rule(self) -> None:
        self._begin(before=4, after=8)
        look = self._cursor.blockFormat()
        look.setProperty(_RULER, 1)
        self._cursor.setBlockFormat(look)
        self._cursor.setCharFormat(self._look(interface_font(4), LIGHT.line_strong))

    def _block(
        self,
        text: str,
        font: QFont,
        colour: str,
        *,
        before: float = 0,
        after: float = 0,
        line: float = _LINE,
        indent: float = 0,
        hanging: bool = False,
        heading: int = 0,
    ) -> None:
        """A paragraph; one without text is left out. ``line`` is its height in letters."""
        if not text.strip():
            return
        self._begin(before=before, after=after)
        look = self._cursor.blockFormat()
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight
        look.setLineHeight(font.pixelSize() * line, fixed.value)
        look.setLeftMargin(indent)
        look.setHeadingLevel(heading)
        if hanging:
            look.setTextIndent(-_INDENT)
            look.setTabPositions([QTextOption.Tab(_INDENT, QTextOption.TabType.LeftTab)])
        self._cursor.setBlockFormat(look)
        words = _QTS_OWN.sub("", text).replace("\n", _LINE_BREAK)
        self._cursor.insertText(words, self._look(font, colour))

    def _begin(self, *, before: float = 0, after: float = 0) -> None:
        look = QTextBlockFormat()
        look.setTopMargin(before)
        look.setBottomMargin(after)
        if self._new_page:
            look.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
        self._new_page = False
        if self._first:
            self._cursor.setBlockFormat(look)
        else:
            self._cursor.insertBlock(look)
        self._first = False

    def _look(self, font: QFont, colour: str) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setFont(plainly_shaped(font))
        look.setForeground(QColor(colour))
        return look
