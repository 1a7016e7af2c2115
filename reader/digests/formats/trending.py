"""Format 1: the text of a page of trending papers, as it is copied from a browser.

A head (menu, subscription, date), then a title and an abstract for each paper, with or without
votes, dates and buttons of the page between. Nothing in the text says which paragraph is what, so
page furniture is dropped and the likeliest order of titles and abstracts is taken; where links to
``/papers/<arXiv id>`` were kept, they mark the titles.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise
from pathlib import PurePath

from reader.digests.entries import make_entry
from reader.digests.foreign import foreign_format
from reader.digests.identifiers import find_identifiers
from reader.digests.limits import check_count
from reader.digests.registry import Format, Parsed, Source
from reader.digests.text.links import find_links
from reader.digests.text.page_furniture import date_of, furniture_places, is_brand
from reader.digests.text.paragraphs import Paragraph, paragraphs
from reader.digests.text.title_or_abstract import CERTAIN, ends_whole, title_places, title_score
from reader.model import Entry, Identifier, Link, LinkKind, Warning
from reader.words import joined, say, to_say

_IMAGE = re.compile(r"!\[[^\]\n]{0,300}\]\([^()\s]{0,500}\)")
_MARKDOWN_LINK = re.compile(r"\[([^\[\]\n]{0,400})\]\(([^()\s]{1,500})\)")
_HEADING = re.compile(r"^(?:#{1,6}\s+|(?:[-*]|\d{1,3}[.)])\s+(?=\[))")
_BOLD = re.compile(r"^(\*\*|__)(.+)\1$")
_ANCHOR = re.compile(r"^(?:https?://[\w.-]+)?/papers/(\d{4}\.\d{4,5})(?:v\d+)?/?(?:[#?].*)?$")
_ONLY_ADDRESS = re.compile(
    r"<?(?:(?:https?://[\w.-]+)?/papers/\d{4}\.\d{4,5}(?:[#?]\S*)?|https?://\S+)>?"
)

_SNIFFED = 400_000
_SNIFFED_PARAGRAPHS = 400
_LONGEST_USUAL_TITLE = 250
_SHORTEST_USUAL_ABSTRACT = 60


@dataclass(frozen=True, slots=True)
class _Piece:
    """A paragraph as it is seen, and the addresses behind it."""

    paragraph: Paragraph
    text: str
    urls: tuple[str, ...] = ()

    @property
    def anchored(self) -> bool:
        return bool(self.text) and any(_ANCHOR.match(url) for url in self.urls)


@dataclass(slots=True)
class _Card:
    """A paper of the page while it is put together."""

    title: str
    line: int
    last: int
    score: float = 0.0
    provisional: bool = False
    abstract: list[str] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)


def sniff(source: Source) -> int:
    """Sure of the page's own lines; else as far as titles and abstracts take turns."""
    if foreign_format(source.text):
        return 0
    pieces = _pieces(paragraphs(source.text[:_SNIFFED])[:_SNIFFED_PARAGRAPHS])
    if any(is_brand(piece.text) for piece in pieces):
        return 95
    kept, _ = _sorted_out(pieces)
    if sum(piece.anchored for piece in kept) >= 2:
        return 90
    return _looks_of([title_score(piece.text) for piece in kept], kept)


def parse(source: Source) -> Parsed:
    """The papers of the page in order, cards that appear twice once."""
    pieces = _pieces(paragraphs(source.text))
    kept, furniture = _sorted_out(pieces)
    cards = _cards(kept)
    _attach(cards, furniture)
    lines = source.text.split("\n")
    check_count(len(cards))
    entries = [_entry(number, card, lines) for number, card in enumerate(cards, start=1)]
    distinct = _distinct(entries)
    entries, warnings = _checked_end(distinct)
    if len(distinct) < len(cards):
        warnings.append(_twice(len(cards) - len(distinct)))
    day = _date(furniture, cards, source.today)
    return Parsed(_title(pieces, day, source.name), tuple(entries), day, tuple(warnings))


FORMAT = Format(
    name="trending",
    title=to_say("Text of a trending-papers page"),
    version=1,
    expects=to_say("titles and abstracts in turn, as copied from a page of papers"),
    sniff=sniff,
    parse=parse,
)


def _looks_of(scores: list[float], kept: list[_Piece]) -> int:
    """How sure to be of text without anything of the page in it."""
    places = title_places(scores)
    pairs = sum(
        first and not second and scores[at] > 0 and scores[at + 1] < -3
        for at, (first, second) in enumerate(pairwise(places))
    )
    if pairs:
        return min(80, 40 + 40 * 2 * pairs // len(scores))
    likely = [
        score > 1.5 and len(p.text.split()) >= 3 for score, p in zip(scores, kept, strict=True)
    ]
    return 30 if len(likely) >= 3 and sum(likely) >= 0.8 * len(likely) else 0


def _pieces(found: list[Paragraph]) -> list[_Piece]:
    return [_piece(paragraph) for paragraph in found]


def _piece(paragraph: Paragraph) -> _Piece:
    """A paragraph without the signs of Markdown; its addresses apart when it has no other text."""
    text = paragraph.text
    if _ONLY_ADDRESS.fullmatch(text):
        return _Piece(paragraph, "", (text.strip("<>"),))
    if "](" not in text:
        return _Piece(paragraph, _plain(text))
    pictureless = _IMAGE.sub("", text)
    urls = tuple(found[2] for found in _MARKDOWN_LINK.finditer(pictureless))
    seen = _MARKDOWN_LINK.sub(r"\1", _HEADING.sub("", pictureless.strip()))
    if len(seen) > _LONGEST_USUAL_TITLE:  # an abstract; its addresses stay where they are read
        return _Piece(paragraph, text)
    return _Piece(paragraph, _plain(" ".join(seen.split())), urls)


def _plain(text: str) -> str:
    return _BOLD.sub(r"\2", _HEADING.sub("", text)) if text[:1] in "#*_" else text


def _sorted_out(pieces: list[_Piece]) -> tuple[list[_Piece], list[_Piece]]:
    """The paragraphs that say something of papers, and the furniture."""
    seen = [
        replace(piece.paragraph, lines=(piece.text,)) if piece.urls else piece.paragraph
        for piece in pieces
    ]
    kept: list[_Piece] = []
    furniture: list[_Piece] = []
    for piece, is_furniture in zip(pieces, furniture_places(seen), strict=True):
        (furniture if is_furniture or not piece.text else kept).append(piece)
    return kept, furniture


def _cards(kept: list[_Piece]) -> list[_Card]:
    scores = [CERTAIN if piece.anchored else title_score(piece.text) for piece in kept]
    cards: list[_Card] = []
    for piece, score, is_title in zip(kept, scores, title_places(scores), strict=True):
        if is_title:
            cards.append(_card(piece, score))
        elif cards:
            cards[-1].abstract.append(piece.text)
            cards[-1].last = piece.paragraph.last
        else:
            cards.append(_headless(piece))
    return cards


def _card(piece: _Piece, score: float) -> _Card:
    card = _Card(piece.text, piece.paragraph.line, piece.paragraph.last, score)
    for url in piece.urls:
        _name(card, url)
    return card


def _headless(piece: _Piece) -> _Card:
    """A paper whose title was not copied: the beginning of its abstract stands in."""
    words = " ".join(piece.text.split()[:12])
    card = _Card(f"{words} …", piece.paragraph.line, piece.paragraph.last, provisional=True)
    card.abstract.append(piece.text)
    return card


def _attach(cards: list[_Card], furniture: list[_Piece]) -> None:
    """Gives addresses that stand alone to the card around them, or below where they come first."""
    linked = [piece for piece in furniture if piece.urls]
    if not cards or not linked:
        return
    leading = linked[0].paragraph.line < cards[0].line
    below = 0
    for piece in linked:
        while below < len(cards) and cards[below].line < piece.paragraph.line:
            below += 1
        at = below if leading else below - 1
        if 0 <= at < len(cards):
            for url in piece.urls:
                _name(cards[at], url)


def _name(card: _Card, url: str) -> None:
    """Notes what an address says of a paper: its arXiv number, its code."""
    anchor = _ANCHOR.match(url)
    named = (
        [Identifier("arxiv", anchor[1])]
        if anchor
        else [one.identifier for one in find_identifiers(url)]
    )
    for identifier in named:
        if all(known.scheme != identifier.scheme for known in card.identifiers):
            card.identifiers.append(identifier)
    card.links += [link for link in find_links(url) if link.kind in (LinkKind.CODE, LinkKind.PDF)]


def _entry(position: int, card: _Card, lines: list[str]) -> Entry:
    return make_entry(
        position,
        card.title,
        "\n\n".join(card.abstract),
        raw="\n".join(lines[card.line - 1 : card.last]),
        line=card.line,
        identifiers=card.identifiers,
        links=card.links,
        doubt=_doubt(card),
        provisional=card.provisional,
    )


def _doubt(card: _Card) -> str:
    """Why a person should look at a card, in a few words, or nothing."""
    doubts = []
    if card.provisional:
        doubts.append(say("no title"))
    elif card.score < 0:
        doubts.append(say("title looks like a sentence"))
    if len(card.title) > _LONGEST_USUAL_TITLE:
        doubts.append(say("very long title"))
    if not card.abstract:
        doubts.append(say("no abstract"))
    elif sum(map(len, card.abstract)) < _SHORTEST_USUAL_ABSTRACT:
        doubts.append(say("very short abstract"))
    return joined(", ", doubts)


def _distinct(entries: list[Entry]) -> list[Entry]:
    """The entries with cards that appear twice put together, numbered anew."""
    distinct: dict[tuple[object, ...], Entry] = {}
    for entry in entries:
        key: tuple[object, ...] = (entry.title_key or entry.title,)
        known = distinct.get(key)
        if known is not None and not _one_card(known, entry):
            key = (*key, entry.abstract, entry.identifiers)
            known = distinct.get(key)
        distinct[key] = entry if known is None else _together(known, entry)
    return [
        entry if entry.position == number else replace(entry, position=number)
        for number, entry in enumerate(distinct.values(), start=1)
    ]


def _one_card(one: Entry, other: Entry) -> bool:
    """Whether two entries of one title can be two sights of one card."""
    if one.identifiers and other.identifiers:
        return bool(set(one.identifiers) & set(other.identifiers))
    short, long = sorted((one.abstract, other.abstract), key=len)
    return long.startswith(short.removesuffix("…").removesuffix("...").rstrip())


def _together(one: Entry, other: Entry) -> Entry:
    fuller = one if len(one.abstract) >= len(other.abstract) else other
    return replace(
        fuller,
        position=one.position,
        identifiers=tuple(dict.fromkeys((*one.identifiers, *other.identifiers))),
        links=tuple(dict.fromkeys((*one.links, *other.links))),
    )


def _checked_end(entries: list[Entry]) -> tuple[list[Entry], list[Warning]]:
    """Marks the last paper when its abstract stops in the middle of a sentence."""
    if not entries or not entries[-1].abstract or ends_whole(entries[-1].abstract):
        return entries, []
    last = entries[-1]
    doubt = joined(", ", filter(None, (last.doubt, say("abstract may be cut off"))))
    warning = Warning(say("The text stops in the middle of the last abstract."), last.position)
    return [*entries[:-1], replace(last, doubt=doubt)], [warning]


def _twice(count: int) -> Warning:
    return Warning(say("%Ln paper(s) appeared twice; kept once.", count))


def _date(furniture: list[_Piece], cards: list[_Card], today: date) -> date | None:
    """The first date above the first paper; dates further down are those of papers."""
    first = cards[0].line if cards else 0
    head = (piece for piece in furniture if piece.paragraph.line < first)
    days = (date_of(line, today) for piece in head for line in piece.paragraph.lines)
    return next((day for day in days if day is not None), None)


def _title(pieces: list[_Piece], day: date | None, name: str) -> str:
    is_page = any(is_brand(line) for piece in pieces for line in piece.paragraph.lines)
    title = "Trending papers" if is_page else PurePath(name).stem or "Copied papers"
    return f"{title}, {day:%b} {day.day}" if day else title
