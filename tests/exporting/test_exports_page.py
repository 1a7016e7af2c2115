"""docs/exports.md says what the code does: every format, kind of line and field, once."""

from __future__ import annotations

import re
from pathlib import Path

from reader.exporting.formats import EXPORT_FORMATS
from reader.exporting.formats.table import COLUMNS
from reader.operations.dump_shapes import KINDS
from reader.operations.dumped import VERSION

PAGE = Path("docs/exports.md").read_text(encoding="utf-8")


def test_every_format_is_there_with_its_endings() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| (.+?) \| ((?:`\.\w+` ?)+) \|$", PAGE, re.MULTILINE)
    assert [(name, title, tuple(re.findall(r"\.\w+", ends))) for name, title, ends in rows] == [
        (known.name, known.title, known.suffixes) for known in EXPORT_FORMATS
    ]


def test_every_column_of_the_table_is_there() -> None:
    fields = PAGE[PAGE.index("## What goes where") : PAGE.index("## Citation keys")]
    last = [row.rsplit("|", 2)[1] for row in fields.splitlines() if row.startswith("|")]
    assert {cell.strip() for column in last for cell in column.split(", ")} >= set(COLUMNS)


def test_every_kind_of_line_is_there_with_its_fields() -> None:
    found = {
        kind: re.findall(r"^\| `(\w+)` \|", body, re.MULTILINE)
        for kind, body in re.findall(r"^#### (\w+)\n(.*?)(?=^#### |\Z)", PAGE, re.M | re.S)
    }
    assert found == {kind: list(fields) for kind, fields in KINDS.items()}
    assert f'"version": {VERSION}}}' in PAGE
