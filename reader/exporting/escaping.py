"""Makes text from outside harmless in Markdown. Touches nothing, only processes text."""

from __future__ import annotations

import re
from urllib.parse import quote

# Control characters that are no white space, overrides of the writing direction, stray surrogates.
_UNWANTED = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)

# Everywhere special in Markdown as its readers understand it: tags (#), mathematics ($), block
# names (^), tables (|), highlights (==), comments (%%), macros and references ({{, (( ).
_SPECIAL = re.compile(
    r"[\\`*_\[\]<>~|$#^]"
    r"|&(?=[\w#])"
    r"|=(?==)|(?<==)=|^=|=$"
    r"|%(?=%)|(?<=%)%|\{(?=\{)|(?<=\{)\{|\((?=\()|(?<=\()\("
    # An address with a scheme other than http(s) would become a link in some readers.
    r"|(?<!http)(?<!https):(?=//)|:(?=:)|(?<=:):"
)
_BLOCK_START = re.compile(r"^(?:[-+:]|\d{1,9}(?=[.)]))")
_LINK_SCHEMES = ("http://", "https://")


def plain(text: str) -> str:
    """The text on one line, without control characters, stray surrogates and bidi overrides."""
    return " ".join(_UNWANTED.sub("", text).split())


def inline(text: str) -> str:
    """The text as one line of Markdown that shows it literally, also at the start of a block."""
    escaped = _SPECIAL.sub(r"\\\g<0>", plain(text))
    return _BLOCK_START.sub(_escape_block_start, escaped)


def _escape_block_start(match: re.Match[str]) -> str:
    start = match.group()
    # "1." begins a list; in "1\." the backslash belongs before the dot.
    return start + "\\" if start[0].isdigit() else "\\" + start


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text as it came, each made plain; empty ones are left out."""
    parts = (plain(part) for part in re.split(r"\n[^\S\n]*\n", text.replace("\r\n", "\n")))
    return [part for part in parts if part]


def verbatim(text: str) -> str:
    """The person's own Markdown: every line as it is, only the line ends made one kind."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    return text.encode("utf-8", "replace").decode("utf-8")


def web_address(url: str) -> str:
    """The address, safe between the parentheses of a link; empty unless it is http or https."""
    url = plain(url)
    if not url.lower().startswith(_LINK_SCHEMES):
        return ""
    return quote(url, safe="/:?#@!$&*+,;=%~-._'")


def file_address(path: str) -> str:
    """A relative path, safe between the parentheses of a link."""
    return quote(path, errors="surrogateescape")
