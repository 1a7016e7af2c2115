from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.errors import ExportError
from reader.exporting.base import Base, Exported, Resolve
from reader.exporting.single import export_single
from reader.model import ExportReport, Paper

MakePaper = Callable[..., Paper]


def bases(exported: Exported) -> dict[str, Base]:
    return {base.reader_id: base for base in exported.bases}


def test_written_then_unchanged_then_merged(tmp_path: Path, paper: MakePaper) -> None:
    file = tmp_path / "list.md"
    first = export_single([paper(), paper(title="Other")], file, {})
    assert first.report == ExportReport(written=("list.md",))
    assert set(bases(first)) == {"single:list.md"}
    text = file.read_text(encoding="utf-8")
    assert text.count("\n# Mamba: Linear") == text.count("\n\n# Other\n") == 1

    before = file.stat().st_mtime_ns
    assert export_single([paper(), paper(title="Other")], file, bases(first)).report.unchanged
    assert file.stat().st_mtime_ns == before

    file.write_text(text.replace("# Other\n", "# Other\nMine.\n"), encoding="utf-8")
    last = export_single([paper(note="New"), paper(title="Other")], file, bases(first))
    assert last.report.written == ("list.md",)
    assert "Mine.\n" in file.read_text(encoding="utf-8")
    assert "New\n" in file.read_text(encoding="utf-8")


def test_what_an_ended_program_left_beside_is_removed(tmp_path: Path, paper: MakePaper) -> None:
    left = tmp_path / f".reader-4194304999-{'0' * 32}.tmp"
    left.write_text("half a docu", encoding="utf-8")
    export_single([paper()], tmp_path / "list.md", {})
    assert [path.name for path in tmp_path.iterdir()] == ["list.md"]


@pytest.mark.parametrize("resolve", list(Resolve))
def test_a_foreign_file_is_never_touched(
    tmp_path: Path, paper: MakePaper, resolve: Resolve
) -> None:
    file = tmp_path / "mine.md"
    file.write_bytes(b"mine \xff" if resolve is Resolve.OURS else b"mine")
    exported = export_single([paper()], file, {}, resolve=resolve)
    assert exported == Exported(ExportReport(conflicts=("mine.md",)), ())
    assert file.read_bytes().startswith(b"mine")


def test_a_contradiction_is_a_conflict_until_it_is_decided(
    tmp_path: Path, paper: MakePaper
) -> None:
    file = tmp_path / "list.md"
    known = bases(export_single([paper()], file, {}))
    file.write_text(file.read_text(encoding="utf-8").replace("S4", "Mine"), encoding="utf-8")
    changed = [paper(note="Library")]
    exported = export_single(changed, file, known)
    assert (exported.report.conflicts, bases(exported)) == (("list.md",), known)
    assert export_single(changed, file, known, resolve=Resolve.OURS).report.written
    assert "Library" in file.read_text(encoding="utf-8")


def test_a_place_that_cannot_be_is_explained(tmp_path: Path, paper: MakePaper) -> None:
    with pytest.raises(ExportError, match="export again"):
        export_single([paper()], tmp_path / "missing" / "list.md", {})
    assert export_single([paper()], tmp_path, {}).report.conflicts == (tmp_path.name,)


def test_a_link_stays_a_link(tmp_path: Path, paper: MakePaper) -> None:
    file = tmp_path / "link.md"
    file.symlink_to(tmp_path / "real.md")
    known = bases(export_single([paper()], file, {}))
    export_single([paper(note="New")], file, known)
    assert file.is_symlink()
    assert "New" in (tmp_path / "real.md").read_text(encoding="utf-8")
