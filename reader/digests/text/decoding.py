"""Bytes to text: byte order mark, strict UTF-8, what a format declares, then Windows-1252.

Charset guessers were wrong on three code pages of our samples, so none is asked.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from reader.words import say

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_NEWLINES = re.compile("[\r\x0b\x0c\x85\u2028\u2029]")
_BLANKS = "\t\u00a0\u2007\u202f"
_STRETCH = 50_000
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_SURROGATES = re.compile("[\ud800-\udfff]")

_DECLARED = re.compile(
    rb"""(?:\A\s*<\?xml[^>]{0,200}encoding\s*=\s*["']|<meta[^>]{0,200}charset\s*=\s*["']?|"""
    rb"""^%\s*Encoding:\s*)([A-Za-z][\w.:-]{1,40})""",
    re.IGNORECASE | re.MULTILINE,
)

# A lead byte of UTF-8 read as Windows-1252, followed by what a continuation byte became.
_MOJIBAKE = re.compile("[Â-ô][\u0080-¿€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
_JUDGED = 1000


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text ready for parsing, and what had to be done for it, as sentences for a person."""

    text: str
    encoding: str
    repairs: tuple[str, ...] = ()


def decode(data: bytes, declared: str = "") -> Decoded:
    """Decodes and tidies; never fails. ``declared`` is the encoding that the data itself names."""
    text, encoding, repairs = _decode(data, declared)
    repaired = _without_mojibake(text)
    if repaired != text:
        repairs.append(say("Some letters had been garbled by a wrong encoding and were repaired."))
    return Decoded(tidy(repaired), encoding, tuple(repairs))


def declared_encoding(data: bytes) -> str:
    """The encoding that XML, HTML or a BibTeX file of JabRef names in its first lines, or none."""
    found = _DECLARED.search(data[:4096])
    return found[1].decode("ascii") if found else ""


def tidy(text: str) -> str:
    """Line ends as LF, no-break blanks as blanks, no control characters or surrogates, NFC."""
    return "".join(map(_tidy, _stretches(text)))


def _stretches(text: str) -> Iterator[str]:
    """The text in pieces that end after a blank, where nothing that follows changes what was.

    One emoji makes every letter of a text take four bytes; most pieces have none and stay small.
    """
    start = 0
    while start < len(text):
        end = text.find(" ", start + _STRETCH) + 1 or len(text)
        yield text[start:end]
        start = end


def _tidy(text: str) -> str:
    text = _NEWLINES.sub("\n", text.replace("\r\n", "\n"))
    for blank in _BLANKS:  # faster than translate() where there are none
        text = text.replace(blank, " ")
    text = _CONTROLS.sub("", text)
    return unicodedata.normalize("NFC", _SURROGATES.sub("\ufffd", text))


def _decode(data: bytes, declared: str) -> tuple[str, str, list[str]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _with_mark(data[len(mark) :], encoding)
    encoding = _wide_without_mark(data)
    if encoding:
        return data.decode(encoding, "replace"), encoding, []
    for encoding in filter(None, ("utf-8", _known(declared))):
        try:
            return data.decode(encoding), encoding, []
        except UnicodeDecodeError:
            continue
    return _last_resort(data)


def _with_mark(data: bytes, encoding: str) -> tuple[str, str, list[str]]:
    text = data.decode(encoding, "replace")
    repairs = [say("Some bytes could not be read and became \ufffd.")] if "\ufffd" in text else []
    return text, encoding, repairs


def _last_resort(data: bytes) -> tuple[str, str, list[str]]:
    """Nearly UTF-8 (a cut or a few bad bytes) stays UTF-8; anything else is Windows-1252."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(map(len, re.findall("[^\x00-\x7f\ufffd]+", text)))
    if bad <= good // 4 or _cut_at_the_end(data):
        return text, "utf-8", [say("%Ln letter(s) could not be read and became \ufffd.", bad)]
    # Five bytes mean nothing in Windows-1252; Latin-1 makes them controls, which tidy() drops.
    return data.decode("cp1252", "replace"), "cp1252", []


def _cut_at_the_end(data: bytes) -> bool:
    """Whether only the last letter is damaged, as a download that stopped leaves it."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(data, final=False)
    except UnicodeDecodeError:
        return False
    return True


def _wide_without_mark(data: bytes) -> str:
    """UTF-16 whose mark was lost: nearly every second byte is NUL, all on one side."""
    head = data[:4096]
    if len(head) < 8 or len(data) % 2:
        return ""
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        side, other = head[offset::2], head[1 - offset :: 2]
        if side.count(0) > 0.8 * len(side) and not other.count(0):
            return encoding
    return ""


def _known(encoding: str) -> str:
    """The codec's name for text encodings, or nothing when there is no such encoding."""
    try:
        found = codecs.lookup(encoding) if encoding else None
    except (LookupError, ValueError):
        return ""
    # Codecs such as "hex" are not encodings of text, though lookup() finds them.
    return found.name if found is not None and getattr(found, "_is_text_encoding", True) else ""


def _without_mojibake(text: str) -> str:
    if not _MOJIBAKE.search(text):
        return text
    # Imported here because it takes 0.1 s, which only damaged files should cost.
    from ftfy import fix_encoding

    pieces: list[str] = []
    done = 0
    for found in _MOJIBAKE.finditer(text):
        if found.start() >= done:
            start, end = _around(text, found.start(), done)
            pieces += (text[done:start], fix_encoding(text[start:end]))
            done = end
    return "".join((*pieces, text[done:]))


def _around(text: str, at: int, first: int) -> tuple[int, int]:
    """What is judged at a time: a feed may be one line of megabytes, of which one name is garbled.

    The line, or what stands between two elements of markup, but not more than fix_encoding needs;
    and never a part of a run of letters that are not of ASCII, for those belong together.
    """
    earliest, latest = max(first, at - _JUDGED), min(len(text), at + _JUDGED)
    while earliest > first and not text[earliest - 1].isascii():
        earliest -= 1
    while latest < len(text) and not text[latest].isascii():
        latest += 1
    starts = [text.rfind(sign, earliest, at) + 1 for sign in "\n>"]
    ends = [end for sign in "\n<" if (end := text.find(sign, at, latest)) >= 0]
    return max(earliest, *starts), min((*ends, latest))
