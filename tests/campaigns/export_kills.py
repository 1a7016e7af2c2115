"""Ends a program that saves and exports by SIGKILL at random moments, and looks at every file.

``python -m tests.campaigns.export_kills N [SEED]`` kills N times. After each kill the acknowledged
notes must be in the library and the lines that a person wrote into exported files still in those
files; no file may be half written; the next export must bring every note without a conflict, take
away what the ended one left beside, and then have nothing more to write.
"""

from __future__ import annotations

import csv
import json
import random
import tempfile
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import astuple, dataclass, field
from pathlib import Path
from typing import Any

from reader.exporting.temporary import is_temporary
from reader.library import Library
from reader.model import ListKind, PaperList
from tests.campaigns.export_worker import NOTE_END, PAPERS, VAULT
from tests.campaigns.kills import check_database, kills_and_seed, life_of_a_worker

KILLS_A_LIBRARY = 10
LONGEST_LIFE = 0.7


@dataclass
class Tally:
    """What a campaign saw; ``left`` counts the kills that left something beside a file."""

    kills: int = 0
    notes: int = 0
    lines: int = 0
    left: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))


@dataclass
class Known:
    """What the workers of one library said: each paper's note, and every line in the files."""

    notes: dict[int, str] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)


def campaign(kills: int, seed: int) -> Tally:
    """Kills so many times, on two libraries at a time. Raises AssertionError at a loss."""
    runs = [
        (seed * 1_000_000 + first, min(KILLS_A_LIBRARY, kills - first))
        for first in range(0, kills, KILLS_A_LIBRARY)
    ]
    with ThreadPoolExecutor(2) as executor:
        return sum(executor.map(lambda run: _one_library(*run), runs), Tally())


def _one_library(seed: int, kills: int) -> Tally:
    chance, tally, known = random.Random(seed), Tally(), Known()
    with tempfile.TemporaryDirectory(prefix="export-kills-") as name:
        for kill in range(kills):
            life = chance.uniform(0, LONGEST_LIFE)
            try:
                tally += _one_kill(Path(name), seed * 100 + kill, life, known)
            except Exception as error:
                raise AssertionError(f"seed {seed}, kill {kill}: {error!r}") from error
    return tally


def _one_kill(folder: Path, seed: int, life: float, known: Known) -> Tally:
    worker = ["tests.campaigns.export_worker", str(folder), str(seed)]
    said = [line for line in life_of_a_worker(worker, seed, life) if line.endswith("\n")]
    under_way = _heard([json.loads(line) for line in said], known)
    left = any(is_temporary(path.name) for path in folder.rglob("*"))
    for path in folder.iterdir():
        _check_whole(path)
    with Library(folder / "library") as library:
        _check_notes(library, under_way, known)
        _check_lines(folder / VAULT, known.lines)
        _check_next_exports(library, folder, known)
    check_database(folder / "library" / "library.db")
    notes, lines = (
        sum(line.startswith(f'["{word}"') for line in said) for word in ("note", "line")
    )
    return Tally(1, notes, lines, int(left))


def _heard(said: list[list[Any]], known: Known) -> dict[int, str]:
    """Remembers what was acknowledged. Returns the note that was being saved at the end, if any."""
    under_way: dict[int, str] = {}
    for word, *rest in said:
        if word == "line":
            known.lines.append(rest[0])
        elif word == "will":
            under_way = {rest[0]: rest[1]}
        elif word == "note":
            known.notes[rest[0]], under_way = rest[1], {}
    return under_way


def _check_notes(library: Library, under_way: Mapping[int, str], known: Known) -> None:
    for paper in library.papers(library.list_ids(PaperList(ListKind.ALL))):
        acknowledged = known.notes.get(paper.id, "")
        assert paper.note.text in (acknowledged, under_way.get(paper.id, acknowledged)), (
            f"the note of {paper.title} is neither the acknowledged one nor the next"
        )
        known.notes[paper.id] = paper.note.text


def _check_lines(vault: Path, lines: list[str]) -> None:
    found = {line for file in vault.glob("*.md") for line in file.read_text().splitlines()}
    lost = [line for line in lines if line not in found]
    assert not lost, f"lines of the person are gone: {lost[:3]}"


def _check_next_exports(library: Library, folder: Path, known: Known) -> None:
    vault, ids = folder / VAULT, library.exportable_ids()
    report = library.export(vault, ids)
    assert not report.conflicts, f"conflicts: {report.conflicts}"
    texts = [file.read_text() for file in vault.glob("*Paper*.md")]
    for note in filter(None, known.notes.values()):
        assert any(note in text for text in texts), f"a note was not exported: {note[:30]}"
    _check_lines(vault, known.lines)
    again = library.export(vault, ids)
    assert not again.written, f"written twice: {again.written}"
    if ids:
        library.export_single(folder / "single.md", ids)
    left = [path.name for path in folder.rglob("*") if is_temporary(path.name)]
    assert not left, f"left beside: {left}"


# --- Whole files ----------------------------------------------------------------------------------


def _json_is_whole(file: Path) -> bool:
    return len(json.loads(file.read_text())) == PAPERS


def _table_is_whole(file: Path) -> bool:
    with file.open(newline="", encoding="utf-8-sig") as stream:
        rows = list(csv.reader(stream))
    return len(rows) == PAPERS + 1 and len(set(map(len, rows))) == 1


def _ends_with(end: str) -> Callable[[Path], bool]:
    return lambda file: file.read_text().rstrip().endswith(end)


def _vault_is_whole(vault: Path) -> bool:
    def whole(file: Path) -> bool:
        text = file.read_text()
        front = text.startswith("---\n") and text.count("\n---\n") == 1
        return front and text.endswith(f"{NOTE_END}\n")

    return all(whole(file) for file in vault.glob("*Paper*.md"))


_WHOLE: dict[str, Callable[[Path], bool]] = {
    VAULT: _vault_is_whole,
    "papers.json": _json_is_whole,
    "papers.csv": _table_is_whole,
    "papers.ris": _ends_with("ER  -"),
    "papers.bib": _ends_with("}"),
    "papers.biblatex": _ends_with("}"),
    "papers.html": _ends_with("</html>"),
    "single.md": _ends_with(NOTE_END),
}


def _check_whole(path: Path) -> None:
    whole = _WHOLE.get(path.name)
    if whole is not None and not whole(path):
        end = "" if path.is_dir() else path.read_text()[-200:]
        raise AssertionError(f"{path.name} is half written, its end: {end!r}")


def main() -> None:
    """Runs a campaign and prints what it saw."""
    tally = campaign(*kills_and_seed(40))
    print(
        f"{tally.kills} kills, {tally.notes} notes acknowledged, {tally.lines} lines written into "
        f"files, {tally.left} kills that left something beside: nothing lost, no half file"
    )


if __name__ == "__main__":
    main()
