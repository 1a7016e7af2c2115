"""Records of tagged lines, as RIS, MEDLINE, ISI and EndNote have them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field


@dataclass(slots=True)
class TaggedRecord:
    """A record: its fields in order as (tag, value), and the lines it came from."""

    line: int
    fields: list[tuple[str, str]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    @property
    def raw(self) -> str:
        """The record as it came."""
        return "\n".join(self.lines).strip("\n")

    def all(self, *tags: str) -> list[str]:
        """The values of these tags in order, those of the first tag first; no empty ones."""
        return [value for tag in tags for known, value in self.fields if known == tag and value]

    def first(self, *tags: str) -> str:
        """The value of the first of these tags that has one."""
        return next(iter(self.all(*tags)), "")


def tagged_records(
    lines: Iterable[str],
    tag: re.Pattern[str],
    *,
    begins: Callable[[str, TaggedRecord], bool],
    ends: Callable[[str], bool] = lambda _tag: False,
    joint: str = " ",
) -> Iterator[TaggedRecord]:
    """Cuts lines into records.

    ``tag`` matches a line that begins a field, with groups ``tag`` and ``value``; another line goes
    on with the field before it, after ``joint``. ``begins(tag, record)`` says whether a new record
    begins with this tag, given the one under way; ``ends(tag)`` whether one is over after it.
    """
    record: TaggedRecord | None = None
    for number, line in enumerate(lines, start=1):
        found = tag.match(line)
        if found is None:
            if record is not None and record.fields:
                record.lines.append(line)
                _go_on(record, line.strip(), joint)
            continue
        name, value = found["tag"].upper(), found["value"].strip()
        if record is not None and begins(name, record):
            yield record
            record = None
        if record is None:
            record = TaggedRecord(number)
        record.lines.append(line)
        if ends(name):
            yield record
            record = None
        else:
            record.fields.append((name, value))
    if record is not None:
        yield record


def _go_on(record: TaggedRecord, more: str, joint: str) -> None:
    if more:
        name, value = record.fields[-1]
        record.fields[-1] = (name, f"{value}{joint}{more}" if value else more)
