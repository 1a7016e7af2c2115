"""Recognises what is no digest of any format here, so that a person is told what it is instead."""

from __future__ import annotations

import re
from typing import NoReturn

from reader.digests.limits import excerpt
from reader.errors import DigestError

_COPY = "Open the page or the document that lists the papers and copy its text."

_BINARY_KINDS: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF", _COPY),
    (b"PK\x03\x04", "a zip archive or an office document", "Unpack it, or copy its text."),
    (b"PK\x05\x06", "an empty zip archive", ""),
    (b"\x1f\x8b", "a gzip archive", "Unpack it first."),
    (b"BZh", "a bzip2 archive", "Unpack it first."),
    (b"\xfd7zXZ\x00", "an xz archive", "Unpack it first."),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "Unpack it first."),
    (b"Rar!\x1a", "a RAR archive", "Unpack it first."),
    (b"SQLite format 3\x00", "a database", "Export its papers as text."),
    (b"\x89PNG", "a picture", _COPY),
    (b"\xff\xd8\xff", "a picture", _COPY),
    (b"GIF8", "a picture", _COPY),
    (b"RIFF", "a picture, sound or film", _COPY),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document", _COPY),
    (b"{\\rtf", "a rich-text document", _COPY),
    (b"%!PS", "a PostScript document", _COPY),
    (b"\x7fELF", "a program", ""),
    (b"\xcf\xfa\xed\xfe", "a program", ""),
    (b"MZ\x90\x00", "a program", ""),
)

_MARKUP = re.compile(r"\s*(?:<!doctype\s|<\?xml|<!--|<[a-z][\w:.-]{0,60}[\s>/])", re.I)
_ANY_TAG = re.compile(r"</?(?:html|head|body|div|span|script|table|form)\b[^<>]{0,500}>", re.I)
_LOGIN = re.compile(r"log ?in|sign ?in|password|captcha|verify (?:that )?you are", re.I)
_ERROR_PAGE = re.compile(
    r"\b(?:40[0134]|429|50[0234])\b|not found|forbidden|access denied|bad gateway|"
    r"service unavailable|too many requests|internal server error",
    re.I,
)

_TEXT_KINDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"^\s*@[A-Za-z]+\s*[{(]", re.M), "BibTeX"),
    (re.compile(r"\A\s*TY {1,2}- ", re.M), "RIS"),
    (re.compile(r"\A\s*PMID ?- ?\d", re.M), "a PubMed export"),
    (re.compile(r"\A\s*(?:\{\s*\"|\[\s*[\[{\"])"), "JSON"),
    (re.compile(r"^\\\\\s*\n(?:arXiv|Paper):\s?\S", re.M), "an arXiv listing mail"),
    (
        re.compile(r"\A(?:From \S+ .*\n)?(?:(?:[A-Z][A-Za-z-]+):[ \t].*\n(?:[ \t].*\n)*){3}", re.M),
        "an e-mail",
    ),
)
_HEAD = 4000
_SCANNED = 20_000


def refuse_binary(data: bytes) -> None:
    """Raises DigestError for empty data, for known binary kinds and for data that is no text."""
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise (
            DigestError("This file is empty.", advice=_COPY)
            if not data
            else DigestError("There is no text in this file.", advice=_COPY)
        )
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    for mark, kind, advice in _BINARY_KINDS:
        if head.startswith(mark):
            raise DigestError(f"This is {kind}, not a list of papers.", advice=advice)
    at = _first_binary(data)
    if at is not None:
        raise DigestError(
            "This is not text.",
            where=f"Byte {at:,} is {data[at]:#04x}; expected was text that lists papers.",
            advice=_COPY,
        )


def is_markup(text: str) -> bool:
    """Whether a text is HTML or XML."""
    head = text[:_HEAD]
    return bool(_MARKUP.match(head)) or len(_ANY_TAG.findall(text[:_SCANNED])) >= 6


def foreign_format(text: str) -> str:
    """The name of a format that is plainly not a list of titles, or nothing."""
    if is_markup(text):
        return "a web page (HTML) or XML"
    return next((kind for form, kind in _TEXT_KINDS if form.search(text[:_SCANNED])), "")


def refuse_markup(text: str) -> NoReturn:
    """Raises DigestError for a web page, saying whether it is one of login or of an error."""
    words = re.sub(r"<[^<>]{0,1000}>", " ", text[:_SCANNED])
    kind = "This is a web page (HTML) or XML, not the text of one."
    if len(words.split()) < 400 and _LOGIN.search(words):
        kind = "This looks like a login page, not a list of papers."
    elif len(words.split()) < 400 and _ERROR_PAGE.search(words):
        kind = "This looks like the error page of a web site, not a list of papers."
    raise DigestError(
        kind,
        where=f"It begins with “{excerpt(text)}”.",
        advice="Open the page in a browser, select all, copy, and paste it here.",
    )


def refuse_text(text: str, expected: str) -> NoReturn:
    """Raises DigestError for text in which no format sees papers."""
    kind = foreign_format(text)
    first = next((n for n, line in enumerate(text.split("\n"), 1) if line.strip()), 1)
    raise DigestError(
        f"This looks like {kind}, but no paper could be read in it."
        if kind
        else "No papers were found in this text.",
        where=f"Line {first} is “{excerpt(text.strip())}”.",
        advice=f"Expected was {expected}.",
    )


def _first_binary(data: bytes) -> int | None:
    """Where data that is no text first shows it, or None for text.

    NULs and control characters are looked for, except in UTF-16 and UTF-32.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")) or _wide(data):
        return None
    head = data[:_SCANNED]
    odd = [at for at, byte in enumerate(head) if byte < 32 and byte not in b"\t\n\r\x0b\x0c\x1b"]
    if len(odd) > max(2, len(head) // 50):
        return odd[0]
    return None


def _wide(data: bytes) -> bool:
    """UTF-16 without its mark: every second byte of Latin text is NUL."""
    head = data[:_SCANNED]
    even, uneven = head[::2].count(0), head[1::2].count(0)
    return min(even, uneven) == 0 and max(even, uneven) > 0.4 * len(head)
