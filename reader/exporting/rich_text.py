"""A line of text with italics and addresses, as plain text, HTML and Markdown."""

from __future__ import annotations

import html
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from reader.exporting.escaping import inline, plain, web_address


class Look(Enum):
    """How a run of text looks."""

    PLAIN = "plain"
    ITALIC = "italic"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text of one look. An address is one of the web, or it is shown as text."""

    text: str
    look: Look = Look.PLAIN


def as_text(runs: Iterable[Run]) -> str:
    """The text alone, on one line."""
    return plain("".join(run.text for run in runs))


def as_html(runs: Iterable[Run]) -> str:
    """A fragment of HTML in which text from outside is text."""
    return "".join(map(_html, runs))


def as_markdown(runs: Iterable[Run]) -> str:
    """Markdown that shows text from outside literally."""
    return "".join(map(_markdown, runs))


def _html(run: Run) -> str:
    text = html.escape(_spaced(run.text, plain(run.text)))
    if run.look is Look.ITALIC:
        return f"<i>{text}</i>"
    address = web_address(run.text) if run.look is Look.ADDRESS else ""
    return f'<a href="{html.escape(address)}">{text}</a>' if address else text


def _markdown(run: Run) -> str:
    address = web_address(run.text) if run.look is Look.ADDRESS else ""
    if address:
        return f"<{address}>"
    text = inline(run.text)
    if run.look is Look.ITALIC and text:
        return f"*{text}*"
    return _spaced(run.text, text)


def _spaced(before: str, text: str) -> str:
    """The text with the space around it that was taken off."""
    if not text:
        return " " if before.isspace() else ""
    return " " * before[:1].isspace() + text + " " * before[-1:].isspace()
