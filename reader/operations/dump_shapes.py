"""What each kind of line of a dump holds. Only judges values; docs/exports.md lists the same.

A dump may come from anywhere, so nothing of a line is used before it has gone through here.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import partial
from hashlib import sha256
from typing import Any

from reader.model import Colour, Identifier, Link, LinkKind, Status, is_citation_key
from reader.operations.highlighting import FIELDS
from reader.operations.picturing import LARGEST, media_type_of
from reader.store import origins
from reader.store.connection import storable
from reader.store.dumping import SETTINGS
from reader.store.moments import stored
from reader.words import say

Shape = Callable[[Any], Any]
"""Makes of a value of JSON what the library keeps. Raises Wrong."""

MOST_PAPERS = 10_000_000
"""Numbers of papers are at most this: there are arrays of that length."""

# Letters of a hash that nobody meets twice.
_SURE = 16


class Wrong(Exception):  # noqa: N818 - the line that it is on makes the error of it
    """A value is not what it should be; ``wanted`` says what that is."""

    def __init__(self, wanted: str) -> None:
        super().__init__(wanted)
        self.wanted = wanted


def text(value: Any) -> str:
    """Any text."""
    if not isinstance(value, str):
        raise Wrong(say("text"))
    return storable(value)


def name(value: Any) -> str:
    """A text that says something."""
    if not isinstance(value, str) or not value.strip():
        raise Wrong(say("text that is not empty"))
    return storable(value)


def whole(value: Any, least: int = -(1 << 53), most: int = 1 << 53) -> int:
    """A whole number."""
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise Wrong(
            say("a whole number")
            if least < 0
            else say("a whole number from {} to {}").format(least, most)
        )
    return value


def flag(value: Any) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise Wrong(say("true or false"))
    return value


def moment(value: Any) -> str:
    """A time with its offset, as the database writes it."""
    try:
        when = datetime.fromisoformat(text(value))
        if when.tzinfo is not None:
            return stored(when)
    except (ValueError, OverflowError):
        pass
    raise Wrong(say("a time such as 2026-05-01T12:00:00.000+00:00"))


def day(value: Any) -> str:
    """A day of the calendar."""
    try:
        return date.fromisoformat(text(value)).isoformat()
    except ValueError:
        raise Wrong(say("a day such as 2026-05-01")) from None


def data(value: Any) -> bytes:
    """Bytes in base64."""
    try:
        return base64.b64decode(text(value), validate=True)
    except ValueError:
        raise Wrong(say("base64")) from None


def one_of(allowed: tuple[str, ...]) -> Shape:
    """One of some words."""

    def shape(value: Any) -> str:
        if value not in allowed:
            raise Wrong(say("one of {}").format(", ".join(allowed)))
        return str(value)

    return shape


def maybe(inside: Shape) -> Shape:
    """Something, or nothing: null, or no such field."""
    return lambda value: None if value is None else inside(value)


def list_of(inside: Shape) -> Shape:
    """A list."""

    def shape(value: Any) -> list[Any]:
        if not isinstance(value, list):
            raise Wrong(say("a list"))
        return [inside(one) for one in value]

    return shape


def pair_of(first: Shape, second: Shape) -> Shape:
    """A list of two."""

    def shape(value: Any) -> tuple[Any, Any]:
        if not isinstance(value, list) or len(value) != 2:
            raise Wrong(say("a list of two"))
        return first(value[0]), second(value[1])

    return shape


def record(**fields: Shape) -> Shape:
    """An object. Fields that are not known are passed over: a later reader may write them."""

    def shape(value: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise Wrong(say("an object"))
        return {field: inside(value.get(field)) for field, inside in fields.items()}

    return shape


def as_json(inside: Shape) -> Shape:
    """Something as the JSON that the database keeps, once it is seen to be sound."""

    def shape(value: Any) -> str:
        inside(value)
        return storable(json.dumps(value, ensure_ascii=False))

    return shape


def _origins(value: Any) -> dict[str, str | None]:
    if not isinstance(value, dict):
        raise Wrong(say("an object"))
    return {field: maybe(text)(value[field]) for field in origins.FIELDS if field in value}


def _citation_key(value: Any) -> str:
    key = text(value)
    if not is_citation_key(key):
        raise Wrong(say("a citation key"))
    return key


def _identifier(value: Any) -> Identifier:
    return Identifier(**record(scheme=name, value=name)(value))


def _link(value: Any) -> Link:
    found = record(kind=one_of(tuple(LinkKind)), url=name)(value)
    return Link(LinkKind(found["kind"]), found["url"])


_MARKS = record(
    status=maybe(text), starred=maybe(flag), tags=maybe(list_of(text)), note=maybe(text),
    added_at=maybe(text), read_at=maybe(text), citation_key=maybe(text),
)  # fmt: skip
_PAIRS = list_of(pair_of(text, text))
_SAID = record(
    title=text, title_provisional=maybe(flag), abstract=maybe(text), authors=maybe(list_of(text)),
    year=maybe(whole), venue=maybe(text), identifiers=maybe(_PAIRS), links=maybe(_PAIRS),
    doubt=maybe(text), snippet=maybe(text), version=maybe(whole), marks=maybe(_MARKS),
)  # fmt: skip
_HIGHLIGHT = record(
    field=one_of(FIELDS), quote=text, prefix=text, suffix=text, colour=one_of(tuple(Colour)),
    comment=text, made_at=moment,
)  # fmt: skip

KINDS: Mapping[str, Mapping[str, Shape]] = {
    "digest": {
        "hash": name,
        "title": text,
        "date": maybe(day),
        "source": text,
        "format": text,
        "parser_version": whole,
        "imported_at": moment,
        "left_out": as_json(list_of(pair_of(text, whole))),
        "raw": data,
    },
    "paper": {
        "number": partial(whole, least=1, most=MOST_PAPERS),
        "reader_id": name,
        "title": name,
        "title_provisional": flag,
        "abstract": text,
        "snippet": text,
        "year": maybe(whole),
        "venue": text,
        "version": maybe(whole),
        "status": one_of(tuple(Status)),
        "starred": flag,
        "added_at": moment,
        "status_at": maybe(moment),
        "starred_at": maybe(moment),
        "read_at": maybe(moment),
        "citation_key": maybe(_citation_key),
        "authors": list_of(text),
        "identifiers": list_of(_identifier),
        "links": list_of(_link),
        "tags": list_of(name),
        "origins": _origins,
        "note": maybe(record(text=text, changed_at=moment)),
        "highlights": list_of(_HIGHLIGHT),
    },
    "entry": {
        "digest": name,
        "position": whole,
        "paper": name,
        "line": whole,
        "said": as_json(_SAID),
    },
    "revision": {"paper": name, "text": text, "made_at": moment},
    "smart_list": {"name": name, "icon": text, "query": text, "position": whole},
    "possible_duplicate": {"paper": name, "other": name, "different": flag},
    "deleted_paper": {
        "reader_id": name,
        "title_key": text,
        "year": maybe(whole),
        "authors": as_json(list_of(text)),
        "identifiers": as_json(_PAIRS),
    },
    "image": {"hash": name, "media_type": name, "added_at": moment, "data": data},
    "setting": {"name": one_of(SETTINGS), "value": text},
}
"""The kinds of lines between the first and the last, and the fields of each."""


def checked(kind: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a line of a known kind. Raises Wrong, with the name of the field before it."""
    found = {}
    for field, shape in KINDS[kind].items():
        try:
            found[field] = shape(fields.get(field))
        except Wrong as wrong:
            raise Wrong(say("“{}” should be {}").format(field, wrong.wanted)) from None
    if kind == "digest" and sha256(found["raw"]).hexdigest() != found["hash"]:
        raise Wrong(say("“hash” should be the SHA-256 of “raw”"))
    if kind == "image":
        _check_picture(found)
    return found


def _check_picture(found: Mapping[str, Any]) -> None:
    content = found["data"]
    if len(content) > LARGEST or media_type_of(content) != found["media_type"]:
        raise Wrong(say("“data” should be a picture of the kind that “media_type” says"))
    if len(found["hash"]) < _SURE or not sha256(content).hexdigest().startswith(found["hash"]):
        raise Wrong(say("“hash” should begin the SHA-256 of “data”"))
