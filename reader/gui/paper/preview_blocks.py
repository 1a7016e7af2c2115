"""A note as the few kinds of blocks its preview is made of. Only computes with text; knows no Qt.

What no reader of Markdown should have to survive is shown as plain text: a huge or a very deeply
nested note, a huge paragraph. HTML is text, tables are lines; pictures of the library are blocks
of their own, of others there is their name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from reader.exporting.pictures import named
from reader.operations.note_links import LINK
from reader.operations.todos import is_done

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

LONGEST_SHOWN = 100_000
"""Of longer notes no more is shown."""

LONGEST_READ = 50_000
MOST_LINES = 5_000
"""Longer notes are shown as plain text: so many parts of one have Python's collector stop all."""

LONGEST_PARAGRAPH = 5_000
"""Longer paragraphs are shown as plain text, in pieces."""

DEEPEST = 40
OPEN, DONE = "☐", "☑"
"""The markers of items with a box."""

_LINE = "\u2028"
_ADDRESS = re.compile(r"https?://[^\s<>\"]{1,2000}", re.IGNORECASE)
_OPENED = ("http://", "https://", "mailto:")
_AFTER_ADDRESS = ".,;:!?'\")]}*_"
_BOX = re.compile(r"\[([ xX])\]\s+")
_TABLE_RULE = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?)?\s*")


class BlockKind(Enum):
    """What a block is."""

    TEXT = "text"
    HEADING = "heading"
    CODE = "code"
    RULE = "rule"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text of one look. ``address`` is what it opens, ``target`` names a paper.

    ``source`` is what notes call a picture of the library.
    """

    text: str
    bold: bool = False
    italic: bool = False
    struck: bool = False
    code: bool = False
    picture: bool = False
    address: str = ""
    target: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the preview; lines in it end with U+2028.

    ``depth`` counts the lists it is in and ``quotes`` the quotes; ``marker`` stands before the
    first block of an item. ``line`` is that of the note, from 0, where the marker is a box.
    """

    kind: BlockKind
    runs: tuple[Run, ...] = ()
    level: int = 0
    depth: int = 0
    quotes: int = 0
    marker: str = ""
    line: int | None = None

    @property
    def turned(self) -> Block:
        """The same with its box turned over."""
        return replace(self, marker=OPEN if self.marker == DONE else DONE)


@dataclass(slots=True)
class _Place:
    """Where in lists and quotes the reading of a note is."""

    quotes: int = 0
    lists: list[int | None] = field(default_factory=list)
    marker: str = ""
    line: int | None = None

    def block(self, kind: BlockKind, runs: Iterable[Run] = (), level: int = 0) -> Block:
        """A block here; the first one of an item takes its marker."""
        marker, self.marker = self.marker, ""
        line, self.line = self.line, None
        return Block(kind, tuple(runs), level, len(self.lists), self.quotes, marker, line)


def blocks_of(text: str) -> list[Block]:
    """The blocks of a note."""
    if len(text) > LONGEST_READ or text.count("\n") > MOST_LINES:
        return list(_plain(text[:LONGEST_SHOWN]))
    tokens = _markdown().parse(text)
    # What is nested deeper is not among the tokens, and nothing may be missing.
    if any(token.level >= DEEPEST - 2 for token in tokens):
        return list(_plain(text))
    return list(_blocks(tokens, text.split("\n")))


def targets_of(blocks: Iterable[Block]) -> set[str]:
    """What the links to papers name."""
    return {run.target for block in blocks for run in block.runs if run.target}


def sources_of(blocks: Iterable[Block]) -> list[str]:
    """What the note calls the pictures of the library that it shows, in order, each once."""
    sources = (run.source for block in blocks for run in block.runs if run.source)
    return list(dict.fromkeys(sources))


def _trimmed(runs: list[Run]) -> list[Run]:
    """The pieces without the spaces and line ends around them all."""
    said = [at for at, run in enumerate(runs) if run.text.strip() or run.picture]
    trimmed = runs[said[0] : said[-1] + 1] if said else []
    if trimmed:
        trimmed[0] = replace(trimmed[0], text=trimmed[0].text.lstrip())
        trimmed[-1] = replace(trimmed[-1], text=trimmed[-1].text.rstrip())
    return trimmed


@cache
def _markdown() -> MarkdownIt:
    # Takes 50 ms to import; a window that nobody asks for a preview does not wait for it.
    from markdown_it import MarkdownIt

    markdown = MarkdownIt("commonmark", {"maxNesting": DEEPEST})
    markdown.disable(["html_block", "html_inline", "inline", "reference"])
    markdown.enable("strikethrough")
    markdown.inline.ruler.before("link", "note_link", _note_link)
    return markdown


def _note_link(state: StateInline, silent: bool) -> bool:
    match = LINK.match(state.src, state.pos, state.posMax)
    if match is None or not match["target"].strip():
        return False
    if not silent:
        token = state.push("note_link", "", 0)
        token.content = match["target"].strip()
        token.info = (match["label"] or "").strip()
    state.pos = match.end()
    return True


def _blocks(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Block]:
    place = _Place()
    level = 0
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            level = int(token.tag[1:]) if token.nesting == 1 else 0
        elif token.type == "inline":
            content = token.content
            if place.marker and (box := _BOX.match(content)):
                place.marker = OPEN if box[1] == " " else DONE
                content = content[box.end() :]
                line = token.map[0] if token.map else len(lines)
                place.line = line if is_done("".join(lines[line : line + 1])) is not None else None
            yield from _paragraph(content, place, level)
        elif token.type in ("fence", "code_block"):
            for piece in _pieces(token.content.rstrip("\n")):
                yield place.block(BlockKind.CODE, [Run(piece, code=True)])
        elif token.type == "hr":
            yield place.block(BlockKind.RULE)
        else:
            if token.type == "list_item_close" and place.marker:
                yield place.block(BlockKind.TEXT)  # an item with nothing in it
            _move(place, token)


def _move(place: _Place, token: Token) -> None:
    """Follows lists and quotes."""
    match token.type:
        case "blockquote_open":
            place.quotes += 1
        case "blockquote_close":
            place.quotes -= 1
        case "bullet_list_open":
            place.lists.append(None)
        case "ordered_list_open":
            place.lists.append(int(token.attrs.get("start", 1)))
        case "bullet_list_close" | "ordered_list_close":
            place.lists.pop()
        case "list_item_open":
            number = place.lists[-1]
            place.marker = "•" if number is None else f"{number}."
            if number is not None:
                place.lists[-1] = number + 1


def _paragraph(content: str, place: _Place, level: int) -> Iterator[Block]:
    lines = content.split("\n")
    if len(lines) > 1 and "|" in lines[0] and _TABLE_RULE.fullmatch(lines[1][:500]):
        for piece in _pieces(content):
            yield place.block(BlockKind.CODE, [Run(piece, code=True)])
        return
    if len(content) > LONGEST_PARAGRAPH:
        for piece in _pieces(content):
            yield place.block(BlockKind.TEXT, [Run(piece)])
    else:
        kind = BlockKind.HEADING if level else BlockKind.TEXT
        yield from _apart(list(_runs(content)), place, kind, level)


def _apart(runs: list[Run], place: _Place, kind: BlockKind, level: int) -> Iterator[Block]:
    """A paragraph; pictures of the library stand apart from what is before and after them."""
    if not any(run.source for run in runs):
        yield place.block(kind, runs, level)
        return
    for shown, part in groupby(runs, key=lambda run: bool(run.source)):
        if shown:
            if place.marker:  # it would stand at the foot of the picture
                yield place.block(BlockKind.TEXT)
            for run in part:
                yield place.block(BlockKind.PICTURE, [run])
        else:
            if words := _trimmed(list(part)):
                yield place.block(kind, words, level)


def _runs(content: str) -> Iterator[Run]:
    """The pieces of a paragraph."""
    tokens: list[Token] = []
    markdown = _markdown()
    markdown.inline.parse(content, markdown, {}, tokens)
    look = Run("")
    for token in tokens:
        match token.type:
            case "text" | "text_special":
                yield from _with_addresses(replace(look, text=token.content))
            case "softbreak" | "hardbreak":
                yield replace(look, text=_LINE)
            case "code_inline":
                yield replace(look, text=token.content, code=True)
            case "image":
                source = named(str(token.attrs.get("src", "")))
                yield replace(look, text=token.content, picture=True, source=source)
            case "note_link":
                yield replace(look, text=token.info or token.content, target=token.content)
            case "strong_open" | "strong_close":
                look = replace(look, bold=token.nesting == 1)
            case "em_open" | "em_close":
                look = replace(look, italic=token.nesting == 1)
            case "s_open" | "s_close":
                look = replace(look, struck=token.nesting == 1)
            case "link_open":
                address = str(token.attrs.get("href", ""))
                opens = address.lower().startswith(_OPENED)
                look = replace(look, address=address if opens else "")
            case "link_close":
                look = replace(look, address="")


def _with_addresses(run: Run) -> Iterator[Run]:
    """A piece of text, its bare addresses as links."""
    at = 0
    for match in () if run.address else _ADDRESS.finditer(run.text):
        address = match[0].rstrip(_AFTER_ADDRESS)
        start, end = match.start(), match.start() + len(address)
        if start > at:
            yield replace(run, text=run.text[at:start])
        yield replace(run, text=address, address=address)
        at = end
    if at < len(run.text):
        yield replace(run, text=run.text[at:])


def _plain(text: str) -> Iterator[Block]:
    for piece in _pieces(text):
        yield Block(BlockKind.TEXT, (Run(piece),))


def _pieces(text: str) -> Iterator[str]:
    """Text in pieces that can be laid out at once, cut between lines where there are any."""
    while text:
        cut = len(text)
        if cut > LONGEST_PARAGRAPH:
            cut = text.rfind("\n", 1, LONGEST_PARAGRAPH) + 1 or LONGEST_PARAGRAPH
        yield text[:cut].rstrip("\n").replace("\n", _LINE)
        text = text[cut:]
