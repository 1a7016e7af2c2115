"""One of two papers that look alike, with what differs in its title marked."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from reader.gui.labels import plain_label
from reader.gui.language import translate
from reader.gui.list.row_text import shown
from reader.gui.list.words import status_name
from reader.gui.paper.plain_text import PlainText
from reader.gui.theme import Theme
from reader.gui.theme.fonts import reading_font
from reader.gui.theme.tokens import SPACE_8, SPACE_16, TEXT_HEADING, TEXT_READING
from reader.model import Paper, Status

_WORD = re.compile(r"\w+|[^\w\s]")


class PaperSide(QFrame):
    """Shows a paper as far as it takes to tell it from another one."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._theme = theme
        # All of it scrolls: a title in large text can be as high as the window.
        self.scroller = QScrollArea(self)
        self.scroller.setWidgetResizable(True)
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget(self.scroller.viewport())
        self.title = PlainText(page)
        self.title.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.facts, self.marks, self.digests = (plain_label(page, role="quiet") for _ in range(3))
        for label in (self.facts, self.marks, self.digests):
            label.setWordWrap(True)
        self.abstract = PlainText(page)
        self.abstract.setAccessibleName(self.tr("Abstract"))
        self.abstract.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QVBoxLayout(page)
        inside.setContentsMargins(SPACE_16, SPACE_16, SPACE_16, SPACE_16)
        inside.setSpacing(SPACE_8)
        for widget in (self.title, self.facts, self.marks, self.digests, self.abstract):
            inside.addWidget(widget)
        inside.addStretch(1)
        self.scroller.setWidget(page)
        page.setAutoFillBackground(False)  # the card's ground is seen
        edges = QVBoxLayout(self)
        edges.setContentsMargins(1, 1, 1, 1)
        edges.addWidget(self.scroller)

    def show_paper(self, paper: Paper, other: Paper) -> None:
        """Shows ``paper``; words of its title that ``other`` has not are marked."""
        scale = self._theme.scale
        title = shown(paper.title)
        self.title.show_text(title, reading_font(TEXT_HEADING * scale, 600), 1.3)
        colour = self._theme.tokens.highlight_yellow
        self.title.mark(differing_words(title, shown(other.title)), colour)
        self.title.setAccessibleName(title)
        self.facts.setText(shown(_facts(paper)))
        self.marks.setText(shown(_marks(paper)))
        names = ", ".join(digest.title for digest in paper.digests)
        self.digests.setText(shown(self.tr("From {}").format(names)) if names else "")
        text = paper.abstract or paper.snippet or self.tr("No abstract.")
        self.abstract.show_text(text, reading_font(TEXT_READING * scale * 0.9))
        self.scroller.verticalScrollBar().setValue(0)


def differing_words(text: str, other: str) -> tuple[tuple[int, int], ...]:
    """Where ``text`` has words or signs that ``other`` has not at that place, as (start, end)."""
    places = [found.span() for found in _WORD.finditer(text)]
    words, others = ([word.casefold() for word in _WORD.findall(one)] for one in (text, other))
    matcher = SequenceMatcher(None, words, others, autojunk=False)
    return tuple(
        places[at]
        for kind, start, end, _, _ in matcher.get_opcodes()
        if kind != "equal"
        for at in range(start, end)
    )


def _facts(paper: Paper) -> str:
    names = ", ".join(paper.authors) or translate("Facts", "Authors not in the digest")
    known = [f"{one.scheme}:{one.value}" for one in paper.identifiers]
    facts = [names, str(paper.year or ""), paper.venue, *known]
    return " · ".join(fact for fact in facts if fact)


def _where(status: Status) -> str:
    is_new = status is Status.INBOX
    return translate("Facts", "In the Inbox") if is_new else status_name(status)


def _marks(paper: Paper) -> str:
    """What the person did with it."""
    parts = [_where(paper.status)]
    parts += [translate("Spoken", "starred") if paper.starred else "", *paper.tags]
    parts += [translate("Facts", "with a note") if paper.note.text.strip() else ""]
    return " · ".join(filter(None, parts))
