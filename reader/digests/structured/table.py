"""CSV (RFC 4180) and its relatives as records, by the names in the first line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from reader.digests.limits import LARGEST_ENTRY, check_count


@dataclass(frozen=True, slots=True)
class Row:
    """A record of a table: its values by column name in lower case, and where it began."""

    values: dict[str, str]
    line: int
    raw: str

    def get(self, *names: str) -> str:
        """The first of these columns that is not empty."""
        return next((v for name in names if (v := self.values.get(name, "").strip())), "")


def rows(text: str) -> Iterator[Row]:
    """The records in order. Values beyond the last column and empty lines are left out."""
    csv.field_size_limit(LARGEST_ENTRY)
    text = text.lstrip("\ufeff\n ")
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    names: list[str] = []
    line = 1
    for count, values in enumerate(reader):
        check_count(count)
        if not names:
            names = [value.strip().lower() for value in values]
        elif any(value.strip() for value in values):
            yield Row(dict(zip(names, values, strict=False)), line, delimiter.join(values))
        line = reader.line_num + 1
