"""JSON (RFC 8259) and JSON Lines as a list of objects, also of a text that was cut."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from reader.digests.limits import check_count
from reader.words import joined, say

_BEGINNING = re.compile(r"\s*[\[{]")
_BLANKS = re.compile(r"[\s,]*")
_LIST = re.compile(r"\[\s*(?=\{)")
_LIST_NAMES = ("papers", "results", "data", "notes", "items", "entries", "articles", "list")


@dataclass(frozen=True)
class Records:
    """The objects of a JSON text in order. ``whole`` is the outermost value, when it was whole.

    ``problem`` says why the text is no JSON, or where it breaks off; empty for sound JSON.
    """

    objects: tuple[dict[str, Any], ...] = ()
    whole: Any = None
    problem: str = ""

    @cached_property
    def first(self) -> dict[str, Any]:
        """The first object, in which a format looks for the names that it knows."""
        return self.objects[0] if self.objects else {}


def records_of(text: str) -> Records:
    """The objects that a JSON text lists: its own, or those of the list it wraps, or of its lines.

    Never raises but DigestError for too many. Of a text that was cut, the whole objects.
    """
    if not _BEGINNING.match(text):
        return Records(problem=say("It is no JSON."))
    try:
        whole = json.loads(text)
    except ValueError as error:
        return _of_damaged(text, error)
    except RecursionError:
        return Records(problem=say("It is nested too deeply."))
    objects = tuple(_listed(whole))
    check_count(len(objects))
    return Records(objects, whole)


def texts(value: Any) -> Iterator[str]:
    """The strings of a value that may be a string, a number, a list of them, or nothing."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, bool) or value is None:
        return
    elif isinstance(value, int | float):
        yield str(value)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from texts(one)


def text_of(record: Any, *names: str) -> str:
    """The first of these members that holds text or a number; empty when none does.

    ``a.b`` is member ``b`` of member ``a``. A list gives its first text.
    """
    for name in names:
        value = member(record, name)
        found = next((text for text in texts(value) if text.strip()), "")
        if found:
            return found.strip()
    return ""


def member(record: Any, path: str) -> Any:
    """The member of a record at a dotted path, or None."""
    for name in path.split("."):
        if not isinstance(record, dict):
            return None
        record = record.get(name)
    return record


def objects_in(value: Any) -> list[dict[str, Any]]:
    """The objects of a list, or nothing for any other value."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def raw(record: Any) -> str:
    """A record as text again, for showing where an entry came from."""
    return json.dumps(record, ensure_ascii=False, indent=1)


def _listed(whole: Any) -> list[dict[str, Any]]:
    if isinstance(whole, list):
        return objects_in(whole)
    if not isinstance(whole, dict):
        return []
    for name in _LIST_NAMES:
        listed = objects_in(whole.get(name))
        if listed:
            return listed
    return [whole]


def _of_damaged(text: str, error: ValueError) -> Records:
    lines = _of_lines(text)
    if lines is not None:
        return lines
    at = _LIST.search(text)
    found = list(_whole_objects(text, at.end())) if at else []
    problem = say("It is damaged or cut off: {}.").format(error)
    return Records(tuple(found), None, problem)


def _of_lines(text: str) -> Records | None:
    """JSON Lines (jsonlines.org), or None when the first line is no object of its own."""
    objects: list[dict[str, Any]] = []
    problems: list[str] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            if not objects:
                return None
            problems.append(say("Line {} is damaged: {}.").format(number, error))
            continue
        if isinstance(value, dict):
            objects.append(value)
        check_count(len(objects))
    if len(objects) < 2 and problems:
        return None
    return Records(tuple(objects), None, joined(" ", problems[:3]))


def _whole_objects(text: str, at: int) -> Iterator[dict[str, Any]]:
    """The objects of a list from one place on, up to the first that is not whole."""
    decoder = json.JSONDecoder()
    while at < len(text) and text[at] == "{":
        try:
            value, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return
        yield value
        blanks = _BLANKS.match(text, end)
        at = blanks.end() if blanks else end
