"""Papers to export, made by one small factory."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from reader.exporting.base import Base, Exported, Options
from reader.exporting.folder import export_folder
from reader.model import (
    DigestSummary,
    Highlight,
    Identifier,
    Note,
    Paper,
    Progress,
    Status,
    no_progress,
)

MakePaper = Callable[..., Paper]

_DIGEST = DigestSummary(
    1,
    "Trending papers, Apr 28",
    date(2026, 4, 28),
    "text",
    "",
    datetime(2026, 4, 28, tzinfo=UTC),
    1,
)
_MAMBA = Paper(
    id=1,
    reader_id="01JSZ5D8Q6V3M4N7P9R2T1W0XA",
    title="Mamba: Linear-Time Sequence Modeling with Selective State Spaces",
    abstract="Foundation models, now powering most applications.",
    authors=("Albert Gu", "Tri Dao"),
    year=2023,
    venue="",
    status=Status.READ,
    starred=True,
    tags=("ssm", "nlp/long-context"),
    identifiers=(Identifier("arxiv", "2312.00752"),),
    links=(),
    note=Note("Compare with S4.\n", 1),
    highlights=(Highlight(1, "abstract", "now powering", "", "", "yellow", "why?"),),
    digests=(_DIGEST,),
    added_at=datetime(2026, 4, 28, 12, tzinfo=UTC),
    read_at=datetime(2026, 5, 2, 12, tzinfo=UTC),
)


def make(**changes: Any) -> Paper:
    """A paper with everything; ``note`` may be given as text."""
    if isinstance(changes.get("note"), str):
        changes["note"] = Note(changes["note"], 1)
    return replace(_MAMBA, **changes)


@pytest.fixture(scope="session")
def paper() -> MakePaper:
    return make


class Folder:
    """An export folder and what its library remembers of it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.bases: dict[str, Base] = {}

    def export(self, *papers: Paper, progress: Progress = no_progress, **options: Any) -> Exported:
        exported = export_folder(
            papers, self.path, self.bases, Options(**options), progress=progress
        )
        self.bases = {base.reader_id: base for base in exported.bases}
        return exported

    def read(self, name: str) -> str:
        return (self.path / name).read_bytes().decode("utf-8")

    def edit(self, name: str, old: str, new: str) -> None:
        text = self.read(name)
        assert old in text
        (self.path / name).write_bytes(text.replace(old, new).encode("utf-8"))

    def snapshot(self) -> dict[str, tuple[bytes, int]]:
        return {
            path.relative_to(self.path).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
            for path in sorted(self.path.rglob("*"))
            if path.is_file()
        }


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "export")


@pytest.fixture(scope="session")
def new_folder(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Folder]:
    """For property tests, which need another folder for each example."""
    return lambda: Folder(tmp_path_factory.mktemp("case") / "export")
