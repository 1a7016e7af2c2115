"""YAML 1.2 (https://yaml.org/spec/1.2.2) as plain values, without tags and without aliases."""

from __future__ import annotations

import io
from typing import Any

from reader.digests.limits import DEEPEST, check_count
from reader.errors import DigestError
from reader.words import say


def yaml_documents(text: str) -> list[dict[str, Any]]:
    """The documents of a YAML text that are mappings; dates are text.

    Raises DigestError with the line for what is no YAML, for aliases, which a few letters make into
    gigabytes, and for deep nesting, which costs time by its square.
    """
    depth = 0
    # Imported here because it takes 0.05 s, which only YAML should cost.
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        for event in YAML(typ="safe", pure=True).parse(io.StringIO(text)):
            depth = _checked(event, depth)
        loaded = list(YAML(typ="safe", pure=True).load_all(text))
    except (YAMLError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = say("The trouble is on line {}.").format(mark.line + 1) if mark else ""
        raise DigestError(say("This is no YAML that could be read."), where=where) from error
    check_count(len(loaded))
    return [_plain(one) for one in loaded if isinstance(one, dict)]


def _checked(event: Any, depth: int) -> int:
    """The depth after an event of the parser. Raises DigestError for what is not to be loaded."""
    from ruamel.yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent

    if isinstance(event, AliasEvent):
        raise _not_read(say("This YAML uses aliases, which are not read."), event)
    if isinstance(event, CollectionStartEvent):
        depth += 1
    elif isinstance(event, CollectionEndEvent):
        depth -= 1
    if depth > DEEPEST:
        raise _not_read(say("This YAML is nested more than {} deep.").format(DEEPEST), event)
    return depth


def _not_read(what: str, event: Any) -> DigestError:
    return DigestError(what, where=say("It is on line {}.").format(event.start_mark.line + 1))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(name): _plain(inside) for name, inside in value.items()}
    if isinstance(value, list | tuple | set):
        return [_plain(inside) for inside in value]
    return value if isinstance(value, str | int | float | bool | None) else str(value)
