"""Bookmark files of browsers, Pinboard and Shaarli (Netscape):
https://learn.microsoft.com/previous-versions/windows/internet-explorer/ie-developer/platform-apis/aa753582(v=vs.85)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.digests.limits import check_count
from reader.digests.pages import page_entry
from reader.digests.registry import Format, Parsed, Source
from reader.digests.text.dates import moment_of
from reader.digests.text.markup import without_markup
from reader.model import Entry, Marks, Status
from reader.words import to_say

# Read tag by tag: these files close few of their elements, so that a tree of them is nonsense.
_PIECE = re.compile(
    r"<h[1-3]\b[^<>]{0,2000}>(?P<heading>[^<]{0,1000})|<a\s(?P<attributes>[^<>]{0,20000})>"
    r"(?P<title>.{0,3000}?)</a>|<dd>(?P<description>[^<]{0,20000})|(?P<up></dl>)",
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTE = re.compile(r'([a-z_]{1,30})\s*=\s*"([^"]{0,10000})"', re.IGNORECASE)
_TOOLBARS = re.compile(
    r"bookmarks?(?: bar| menu| toolbar)?|favou?rites(?: bar)?|other bookmarks|mobile bookmarks|"
    r"lesezeichen.{0,20}|.{0,40}export.{0,60}",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Bookmark:
    """A link with what its attributes say and the folders it is in."""

    attributes: dict[str, str]
    title: str
    folders: tuple[str, ...]
    raw: str
    at: int
    description: str = ""


def sniff(source: Source) -> int:
    """Sure of the document type."""
    return 95 if "NETSCAPE-Bookmark-file" in source.head[:1000] else 0


def parse(source: Source) -> Parsed:
    """The bookmarks in order; folders become tags."""
    return Parsed("Bookmarks", bookmarks_in(source))


FORMAT = Format(
    name="bookmarks",
    title=to_say("Bookmarks"),
    version=1,
    expects=to_say("a bookmark file of a browser"),
    sniff=sniff,
    parse=parse,
    markup=True,
)


def bookmarks_in(source: Source, read_headings: Sequence[str] = ()) -> tuple[Entry, ...]:
    """The bookmarks of a text. Those below one of ``read_headings`` are read, not in a folder."""
    entries: list[Entry] = []
    line, counted = 1, 0
    for bookmark in _bookmarks(source.text):
        line, counted = line + source.text.count("\n", counted, bookmark.at), bookmark.at
        entries.append(_entry(bookmark, len(entries) + 1, line, read_headings))
        check_count(len(entries))
    return tuple(entries)


def _bookmarks(text: str) -> Iterator[_Bookmark]:
    folders: list[str] = []
    bookmark: _Bookmark | None = None
    for piece in _PIECE.finditer(text):
        if piece["description"] is not None and bookmark is not None:
            bookmark.description = piece["description"]
            continue
        if bookmark is not None:
            yield bookmark
            bookmark = None
        if piece["heading"] is not None:
            folders.append(without_markup(piece["heading"]).strip())
        elif piece["up"] is not None:
            del folders[-1:]
        elif piece["attributes"] is not None:
            pairs = {name.lower(): value for name, value in _ATTRIBUTE.findall(piece["attributes"])}
            title = piece["title"] or ""
            bookmark = _Bookmark(pairs, title, tuple(folders), piece[0], piece.start())
    if bookmark is not None:
        yield bookmark


def _entry(bookmark: _Bookmark, position: int, line: int, read_headings: Sequence[str]) -> Entry:
    attributes = bookmark.attributes
    read = bool(set(bookmark.folders) & set(read_headings))
    folders = [one for one in bookmark.folders if not _TOOLBARS.fullmatch(one)]
    words = without_markup(attributes.get("tags", "")).split(",")
    return page_entry(
        position,
        without_markup(bookmark.title),
        without_markup(attributes.get("href", "")),
        raw=bookmark.raw,
        line=line,
        marks=Marks(
            status=Status.READ if read else None,
            tags=(
                *(["/".join(folders)] if folders and not read_headings else []),
                *(word.strip() for word in words if word.strip()),
            ),
            note=without_markup(bookmark.description).strip(),
            added_at=moment_of(attributes.get("add_date", attributes.get("time_added", ""))),
        ),
    )
