"""Recognises what is no digest of any format here, so that a person is told what it is instead."""

from __future__ import annotations

import re
from typing import NoReturn

from reader.digests.limits import excerpt
from reader.errors import DigestError
from reader.words import number, say, to_say

_COPY = to_say("Open the page or the document that lists the papers and copy its text.")

_BINARY_KINDS: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", to_say("a PDF"), _COPY),
    (
        b"PK\x03\x04",
        to_say("a zip archive or an office document"),
        to_say("Unpack it, or copy its text."),
    ),
    (b"PK\x05\x06", to_say("an empty zip archive"), ""),
    (b"\x1f\x8b", to_say("a gzip archive"), to_say("Unpack it first.")),
    (b"BZh", to_say("a bzip2 archive"), to_say("Unpack it first.")),
    (b"\xfd7zXZ\x00", to_say("an xz archive"), to_say("Unpack it first.")),
    (b"7z\xbc\xaf\x27\x1c", to_say("a 7z archive"), to_say("Unpack it first.")),
    (b"Rar!\x1a", to_say("a RAR archive"), to_say("Unpack it first.")),
    (b"SQLite format 3\x00", to_say("a database"), to_say("Export its papers as text.")),
    (b"\x89PNG", to_say("a picture"), _COPY),
    (b"\xff\xd8\xff", to_say("a picture"), _COPY),
    (b"GIF8", to_say("a picture"), _COPY),
    (b"RIFF", to_say("a picture, sound or film"), _COPY),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", to_say("an old office document"), _COPY),
    (b"{\\rtf", to_say("a rich-text document"), _COPY),
    (b"%!PS", to_say("a PostScript document"), _COPY),
    (b"\x7fELF", to_say("a program"), ""),
    (b"\xcf\xfa\xed\xfe", to_say("a program"), ""),
    (b"MZ\x90\x00", to_say("a program"), ""),
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
    (re.compile(r"^[ \t]*@[A-Za-z]+\s*[{(]", re.M), "BibTeX"),
    (re.compile(r"\A\s*TY {1,2}- ", re.M), "RIS"),
    (re.compile(r"\A\s*PMID ?- ?\d", re.M), to_say("a PubMed export")),
    (re.compile(r"\A\s*(?:\{\s*\"|\[\s*[\[{\"])"), "JSON"),
    (re.compile(r"^\\\\\s*\n(?:arXiv|Paper):\s?\S", re.M), to_say("an arXiv listing mail")),
    (
        re.compile(r"\A(?:From \S+ .*\n)?(?:(?:[A-Z][A-Za-z-]+):[ \t].*\n(?:[ \t].*\n)*){3}", re.M),
        to_say("an e-mail"),
    ),
)
_HEAD = 4000
_SCANNED = 20_000


def refuse_binary(data: bytes) -> None:
    """Raises DigestError for empty data, for known binary kinds and for data that is no text."""
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise (
            DigestError(say("This file is empty."), advice=say(_COPY))
            if not data
            else DigestError(say("There is no text in this file."), advice=say(_COPY))
        )
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    for mark, kind, advice in _BINARY_KINDS:
        if head.startswith(mark):
            raise DigestError(
                say("This is {}, not a list of papers.").format(say(kind)),
                advice=say(advice) if advice else "",
            )
    at = _first_binary(data)
    if at is not None:
        raise DigestError(
            say("This is not text."),
            where=say("Byte {} is {:#04x}; expected was text that lists papers.").format(
                number(at), data[at]
            ),
            advice=say(_COPY),
        )


def is_markup(text: str) -> bool:
    """Whether a text is HTML or XML."""
    head = text[:_HEAD]
    return bool(_MARKUP.match(head)) or len(_ANY_TAG.findall(text[:_SCANNED])) >= 6


def foreign_format(text: str) -> str:
    """The name of a format that is plainly not a list of titles, or nothing."""
    if is_markup(text):
        return to_say("a web page (HTML) or XML")
    return next((kind for form, kind in _TEXT_KINDS if form.search(text[:_SCANNED])), "")


def refuse_markup(text: str) -> NoReturn:
    """Raises DigestError for a web page, saying whether it is one of login or of an error."""
    words = re.sub(r"<[^<>]{0,1000}>", " ", text[:_SCANNED])
    kind = to_say("This is a web page (HTML) or XML, not the text of one.")
    if len(words.split()) < 400 and _LOGIN.search(words):
        kind = to_say("This looks like a login page, not a list of papers.")
    elif len(words.split()) < 400 and _ERROR_PAGE.search(words):
        kind = to_say("This looks like the error page of a web site, not a list of papers.")
    raise DigestError(
        say(kind),
        where=say("It begins with “{}”.").format(excerpt(text)),
        advice=say("Open the page in a browser, select all, copy, and paste it here."),
    )


def refuse_text(text: str, expected: str) -> NoReturn:
    """Raises DigestError for text in which no format sees papers."""
    kind = foreign_format(text)
    first = next((n for n, line in enumerate(text.split("\n"), 1) if line.strip()), 1)
    raise DigestError(
        say("This looks like {}, but no paper could be read in it.").format(say(kind))
        if kind
        else say("No papers were found in this text."),
        where=say("Line {} is “{}”.").format(first, excerpt(text.strip())),
        advice=say("Expected was {}.").format(say(expected)),
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
