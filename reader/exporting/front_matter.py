"""The YAML front matter of a Markdown file: taken off, written, and merged by key.

Does not touch files. Keys, order, comments and the very spelling of what is not changed stay.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.resolver import implicit_resolvers
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from reader.exporting.base import Resolve
from reader.words import say

_FENCE = re.compile(r"---[ \t]*")
_PLAIN = re.compile(r"[^\W_](?:[\w ./()&+@~%=-]|:(?=/))*(?<! )")
_LOOSE_COMMENT = re.compile(r"(?:^|\s)(#[^\"']*)$")
_MISTAKABLE = tuple({form.pattern: form for _, _, form, _ in implicit_resolvers}.values())
# What YAML cannot have as it is between double quotes, and what some editors take for a line end.
_UNPRINTABLE = re.compile(
    r'["\\]|[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]'
)
_MISSING: Any = object()
_LONGEST = 100_000


class MalformedError(ValueError):
    """The front matter of a file cannot be understood, so that nobody may write into it."""


class ConflictError(ValueError):
    """Both sides changed the same key differently."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A file in two. ``front`` is the YAML between the fences, None when there are no fences.

    ``opening`` and ``closing`` are the fences as the file has them.
    """

    front: str | None
    body: str
    opening: str = "---\n"
    closing: str = "---\n"

    def join(self) -> str:
        """The whole file again."""
        if self.front is None:
            return self.body
        return f"{self.opening}{self.front}{self.closing}{self.body}"


def split(text: str) -> Parts:
    """Front matter and body of a text. Raises MalformedError when the fence is never closed."""
    lines = _lines(text)
    if not lines or not _is_fence(lines[0]):
        return Parts(None, text)
    for number, line in enumerate(lines[1:], start=1):
        if _is_fence(line):
            front, body = "".join(lines[1:number]), "".join(lines[number + 1 :])
            return Parts(front, body, lines[0], line)
    raise MalformedError(say("the front matter has no end"))


def dump(values: Mapping[str, Any]) -> str:
    """The values as YAML that every reader understands alike, one key a line.

    Written here and not by the library, which takes two milliseconds for each paper.
    """
    return "".join(f"{_plain_or_quoted(key)}: {_written(value)}\n" for key, value in values.items())


def load(front: str) -> CommentedMap:
    """The keys and values of a front matter. Raises MalformedError when there is no such thing."""
    if not front:
        return CommentedMap()
    if len(front) > _LONGEST:
        raise MalformedError(say("the front matter is too long"))
    try:
        loaded = _yaml().load(front)
    except (YAMLError, ValueError, RecursionError, AttributeError, TypeError, KeyError) as error:
        # Beside its own errors the library lets those of its value builders through (a 13th month).
        raise MalformedError(str(error)) from error
    if loaded is None:
        return CommentedMap()
    if not isinstance(loaded, CommentedMap):
        raise MalformedError(say("the front matter has no keys"))
    return loaded


def merge(
    base: str,
    theirs: str,
    ours: str,
    resolve: Resolve,
    choices: Mapping[str, Resolve] = MappingProxyType({}),
) -> str:
    """The front matter ``theirs`` with the changes from ``base`` to ``ours``.

    Raises MalformedError or ConflictError; with OURS or THEIRS that side wins a contradiction.
    ``choices`` decides single keys.
    """
    if ours in (base, theirs):
        return theirs
    if theirs == base:
        return ours
    before, now, new = load(base), load(theirs), load(ours)
    changes = {}
    for key, change in _changes(before, now, new):
        wins = Resolve.OURS if change.agreed else choices.get(key, resolve)
        if wins not in (Resolve.OURS, Resolve.THEIRS):
            raise ConflictError(key)
        if wins is Resolve.OURS:
            changes[key] = change.ours
    return _apply(theirs, now, changes, list(new))


def add_missing(theirs: str, ours: str) -> str:
    """The front matter ``theirs`` with the keys that only ``ours`` has. Raises MalformedError."""
    now, new = load(theirs), load(ours)
    missing = {key: value for key, value in new.items() if key not in now}
    return _apply(theirs, now, missing, list(new))


def with_values(front: str, values: Mapping[str, Any]) -> str:
    """The front matter with some keys set, those with None removed. Raises MalformedError."""
    loaded = load(front)
    changes = {
        key: _MISSING if value is None else value
        for key, value in values.items()
        if value is not None or key in loaded
    }
    return _apply(front, loaded, changes, [*loaded, *changes])


def contradictions(base: str, theirs: str, ours: str) -> dict[str, tuple[str, str, str]]:
    """The keys that both changed differently: as a line what each of the three says of it.

    Raises MalformedError.
    """
    before, now, new = load(base), load(theirs), load(ours)
    return {
        key: (_line_of(before, key), _line_of(now, key), _line_of(new, key))
        for key, change in _changes(before, now, new)
        if not change.agreed
    }


def _line_of(values: CommentedMap, key: str) -> str:
    return dump({key: values[key]}).rstrip("\n") if key in values else ""


@dataclass(frozen=True, slots=True)
class _Change:
    """What the library says of a key that the file says otherwise of (_MISSING: nothing).

    ``agreed`` says that the person did not change it to something else.
    """

    ours: Any
    agreed: bool


def _changes(
    before: CommentedMap, now: CommentedMap, new: CommentedMap
) -> Iterator[tuple[str, _Change]]:
    """Each key that the library changed and that the file has otherwise."""
    for key in {**before, **new}:
        base, theirs, ours = (side.get(key, _MISSING) for side in (before, now, new))
        if ours in (base, theirs):
            continue
        labels = None
        if key == "tags" and theirs != base:
            labels = _merged_labels(base, theirs, ours)
        if labels is None:
            yield key, _Change(ours, theirs == base)
        elif labels != theirs:
            yield key, _Change(labels, True)


def _merged_labels(base: Any, theirs: Any, ours: Any) -> list[str] | None:
    """Theirs with the labels that ours has gained and without those it has lost.

    None when one of them is no list, where nobody can tell.
    """
    base, ours = ([] if side is _MISSING else side for side in (base, ours))
    if not all(isinstance(side, list) for side in (base, theirs, ours)):
        return None
    kept = [label for label in theirs if label in ours or label not in base]
    return kept + [label for label in ours if label not in base and label not in kept]


def _apply(front: str, loaded: CommentedMap, changes: Mapping[str, Any], order: list[str]) -> str:
    """The front matter with some keys set or removed, and proof that this is all that happened.

    ``loaded`` is what ``front`` says.
    """
    values = {key: value for key, value in changes.items() if value is not _MISSING}
    wanted = {key for key in loaded if key not in changes} | set(values)
    for key, value in changes.items():
        front = _set(front, loaded, key, value, order)
        loaded = load(front)
    if set(loaded) != wanted or any(loaded[key] != value for key, value in values.items()):
        raise MalformedError(
            say("the front matter is written in a way that cannot be edited safely")
        )
    return front


def _set(front: str, loaded: CommentedMap, key: str, value: Any, order: list[str]) -> str:
    """One key set or removed by exchanging its lines only; every other line stays as it is."""
    if front and not front.endswith("\n"):
        front += "\n"
    lines = _lines(front)
    spans = _spans(lines, loaded)
    if key in spans:
        start, end = spans[key]
        replacement = _edited("".join(lines[start:end]), key, value)
    elif value is _MISSING:
        raise MalformedError(say("a key that must go comes from elsewhere (a merge key)"))
    else:
        start = end = _place(key, spans, order, len(lines))
        replacement = dump({key: value})
    return "".join([*lines[:start], replacement, *lines[end:]])


def _place(key: str, spans: Mapping[str, tuple[int, int]], order: list[str], last: int) -> int:
    """The line for a new key: after the nearest of its predecessors that is there, else last."""
    for earlier in reversed(order[: order.index(key)]):
        if earlier in spans:
            return spans[earlier][1]
    return last


def _spans(lines: list[str], loaded: CommentedMap) -> dict[str, tuple[int, int]]:
    """The lines of each key, from its own to before the blank lines and comments of the next."""
    starts = {key: loaded.lc.key(key)[0] for key in (loaded.lc.data or {})}
    if len(set(starts.values())) < len(starts):
        raise MalformedError(say("two keys of the front matter share a line"))
    ends = [*sorted(starts.values())[1:], len(lines)]
    spans = {}
    for (key, start), end in zip(sorted(starts.items(), key=_line), ends, strict=False):
        while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
            end -= 1
        spans[key] = (start, end)
    return spans


def _line(item: tuple[str, int]) -> int:
    return item[1]


def _edited(segment: str, key: str, value: Any) -> str:
    """The lines of one key with a new value (or without it), in their style, comments kept."""
    written = "" if value is _MISSING else _rewritten(segment, key, value)
    comments = (_LOOSE_COMMENT.search(line.rstrip()) for line in _lines(segment))
    lost = [match.group(1) for match in comments if match and match.group(1) not in written]
    return "".join(f"{comment}\n" for comment in lost) + written


def _rewritten(segment: str, key: str, value: Any) -> str:
    try:
        mapping = load(segment)
    except MalformedError:
        # An alias means nothing without the rest of the file.
        mapping = CommentedMap()
    old = mapping.get(key)
    in_lines = isinstance(old, CommentedSeq) and not old.fa.flow_style()
    mapping[key] = _node(value, block_lists=in_lines)
    return _write(mapping)


def _node(value: Any, block_lists: bool) -> Any:
    """A value dressed for writing: strings quoted if need be, lists on one line."""
    if isinstance(value, str):
        return _scalar(value)
    if isinstance(value, (list, tuple)):
        sequence = CommentedSeq(_scalar(str(item)) for item in value)
        if not block_lists or not value:
            sequence.fa.set_flow_style()
        return sequence
    return value


def _scalar(text: str) -> str:
    """The string as it is if nobody can take it for something else, otherwise to be quoted."""
    if _is_plain(text):
        return text
    quoted: str = DoubleQuotedScalarString(text)
    return quoted


def _is_plain(text: str) -> bool:
    """Whether a string needs no quotes.

    YAML 1.1 and 1.2 differ in what is a number, a truth or a date; here both must say "a string".
    """
    mistakable = any(form.match(text) for form in _MISTAKABLE)
    return _PLAIN.fullmatch(text) is not None and not mistakable


def _written(value: Any) -> str:
    """A value on one line, as ``dump`` writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(_plain_or_quoted(str(item)) for item in value)}]"
    return _plain_or_quoted(value) if isinstance(value, str) else str(value)


def _plain_or_quoted(text: str) -> str:
    return text if _is_plain(text) else f'"{_UNPRINTABLE.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    if character in '"\\':
        return "\\" + character
    number = ord(character)
    if number > 0xFFFF:
        return f"\\U{number:08X}"
    return f"\\u{number:04X}" if number > 0xFF else f"\\x{number:02X}"


def _write(mapping: CommentedMap) -> str:
    stream = io.StringIO()
    _yaml().dump(mapping, stream)
    return stream.getvalue()


def _yaml() -> YAML:
    # A fresh one each time: it keeps state between documents (comments, anchors, versions).
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 2**30
    yaml.indent(sequence=4, offset=2)
    return yaml


def _is_fence(line: str) -> bool:
    return _FENCE.fullmatch(line.rstrip("\n")) is not None


def _lines(text: str) -> list[str]:
    """The lines with their ends. Only ``\\n`` ends one, unlike for str.splitlines."""
    return [line for line in re.split(r"(?<=\n)", text) if line]
