"""Links between papers in notes: ``[[Title]]``, ``[[arXiv id]]``, ``[[Title|label]]``.

Only judges text. What is written as code is no link, nor is a bracket after a backslash.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from reader.digests.identifiers import find_identifiers
from reader.digests.identity import title_key

LONGEST_TARGET = 500
"""Longer texts between brackets are no link."""

_LINK = (
    rf"\[\[(?P<target>[^\[\]|\n]{{1,{LONGEST_TARGET}}})"
    rf"(?:\|(?P<label>[^\[\]|\n]{{0,{LONGEST_TARGET}}}))?\]\]"
)
LINK = re.compile(_LINK)
_NOTABLE = re.compile(rf"\\.|(?P<ticks>`+)|{_LINK}", re.DOTALL)
_FENCE = re.compile(r"^[ \t>]*(`{3,}|~{3,})([^`\n]*)$", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n[\s>]*\n")
_READER_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_NOT_IN_LINKS = re.compile(r"[\[\]|\s]+")


@dataclass(frozen=True, slots=True)
class NoteLink:
    """A link as it is written: where it stands in the note, what it names, and its label."""

    start: int
    end: int
    target: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """What a link names a paper by: ``title`` (its key), ``reader`` (its id), or a scheme."""

    scheme: str
    value: str


def links(text: str) -> Iterator[NoteLink]:
    """The links of a note, in order."""
    if "[[" not in text:
        return
    for start, end in _prose(text):
        yield from _links_between(text, start, end)


def name_of(target: str) -> Name | None:
    """What the target of a link names; None where it has no letter to go by."""
    target = target.strip()
    if _READER_ID.fullmatch(target):
        return Name("reader", target.lower())
    for found in find_identifiers(target):
        if (found.start, found.end) == (0, len(target)):
            return Name(found.identifier.scheme, found.identifier.value)
    key = title_key(target)
    return Name("title", key) if key else None


def names(text: str) -> list[tuple[str, str]]:
    """What the links of a note name, as (scheme, value), each once."""
    found = (name_of(link.target) for link in links(text))
    return sorted({(name.scheme, name.value) for name in found if name is not None})


def written(target: str, label: str = "") -> str:
    """A link in the way notes have it."""
    return f"[[{target}|{label}]]" if label else f"[[{target}]]"


def as_label(title: str) -> str:
    """A title without what would end a link."""
    return _NOT_IN_LINKS.sub(" ", title).strip()[:LONGEST_TARGET].strip()


def as_target(title: str) -> str:
    """What a link may call a paper of this title, or nothing where it would name something else."""
    target = as_label(title)
    return target if target and name_of(target) == Name("title", title_key(title)) else ""


def redirected(text: str, changed: Mapping[Name, tuple[str, str]]) -> str:
    """The note with links that name a key of ``changed`` going to its (target, label) instead.

    A label that the person gave stays.
    """
    parts, at = [], 0
    for link in links(text):
        name = name_of(link.target)
        if name is not None and name in changed:
            target, label = changed[name]
            parts += [text[at : link.start], written(target, link.label or label)]
            at = link.end
    return "".join([*parts, text[at:]])


def _links_between(text: str, start: int, end: int) -> Iterator[NoteLink]:
    found = list(_NOTABLE.finditer(text, start, end))
    closing: dict[int, list[int]] = defaultdict(list)
    for match in re.finditer("`+", text[start:end]):
        closing[len(match[0])].append(start + match.start())
    after = start
    for match in found:
        if match.start() < after:
            continue
        if ticks := match["ticks"]:
            after = match.end() + _length_of_code(closing[len(ticks)], match.end(), len(ticks))
        elif (target := match["target"]) and target.strip():
            label = (match["label"] or "").strip()
            yield NoteLink(match.start(), match.end(), target.strip(), label)


def _length_of_code(closing: list[int], start: int, ticks: int) -> int:
    """How long the code that begins at ``start`` is with its end; nothing if it has none."""
    at = bisect_left(closing, start)
    return closing[at] + ticks - start if at < len(closing) else 0


def _prose(text: str) -> Iterator[tuple[int, int]]:
    """The paragraphs of a note outside of fenced code, as (start, end)."""
    at = 0
    for start, end in [*fenced(text), (len(text), len(text))]:
        breaks = [at, *(m.start() for m in _BLANK_LINES.finditer(text, at, start)), start]
        yield from pairwise(breaks)
        at = end


def fenced(text: str) -> list[tuple[int, int]]:
    """Where fenced code begins and ends; one that is not closed goes to the end."""
    blocks, opened = [], None
    for match in _FENCE.finditer(text):
        if opened is None:
            opened = match
        elif match[1].startswith(opened[1]) and not match[2].strip():
            blocks.append((opened.start(), match.end()))
            opened = None
    return [*blocks, *([(opened.start(), len(text))] if opened else [])]
