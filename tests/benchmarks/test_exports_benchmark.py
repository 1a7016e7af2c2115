"""The benchmark of exports exports in every way."""

from __future__ import annotations

from pathlib import Path

from reader.exporting.formats import EXPORT_FORMATS
from tests.benchmarks.exports import export_rows


def test_every_export_is_measured(tmp_path: Path) -> None:
    rows = export_rows(tmp_path, 30)
    assert rows[0].what == "first export of 30 notes"
    assert len(rows) == 3 + len(EXPORT_FORMATS)
    for format in EXPORT_FORMATS:
        assert (tmp_path / f"papers{format.suffixes[0]}").stat().st_size > 1_000
