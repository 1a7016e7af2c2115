"""Ends the program by SIGKILL at random moments and looks for losses.

``python -m tests.campaigns.kills N [SEED]`` kills N times. After each kill everything that was
acknowledged must be there (and nothing but the one action under way may be there beside it), the
database must be sound, the index must catch up, and the export must go on without a conflict.
"""

from __future__ import annotations

import json
import random
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from reader.library import Library
from tests.campaigns.worker import WORDS, State, state_of

KILLS_A_LIBRARY = 8
LONGEST_LIFE = 0.5
_ROOT = Path(__file__).parents[2]


@dataclass
class Tally:
    """What a campaign saw."""

    kills: int = 0
    acknowledged: int = 0
    under_way: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.kills + other.kills,
            self.acknowledged + other.acknowledged,
            self.under_way + other.under_way,
        )


def campaign(kills: int, seed: int) -> Tally:
    """Kills so many times, on two libraries at a time. Raises AssertionError at a loss."""
    runs = [
        (seed * 1_000_000 + first, min(KILLS_A_LIBRARY, kills - first))
        for first in range(0, kills, KILLS_A_LIBRARY)
    ]
    with ThreadPoolExecutor(2) as executor:
        return sum(executor.map(lambda run: _one_library(*run), runs), Tally())


def _one_library(seed: int, kills: int) -> Tally:
    chance, tally = random.Random(seed), Tally()
    with tempfile.TemporaryDirectory(prefix="kills-") as name:
        folder = Path(name)
        for kill in range(kills):
            try:
                tally += _one_kill(folder, seed * 100 + kill, chance.uniform(0, LONGEST_LIFE))
            except Exception as error:
                raise AssertionError(f"seed {seed}, kill {kill}: {error}") from error
    return tally


def _one_kill(folder: Path, seed: int, life: float) -> Tally:
    lines = life_of_a_worker(["tests.campaigns.worker", str(folder), str(seed)], seed, life)
    said = [json.loads(line) for line in lines if line.endswith("\n")]
    acknowledged = [state for word, state in said if word == "done"]
    with Library(folder / "library") as library:
        found = state_of(library)
        _check(found, said, acknowledged)
        _check_index(library, found)
        report = library.export(folder / "exports", library.exportable_ids())
        assert not report.conflicts, f"conflicts in the export: {report.conflicts}"
    check_database(folder / "library" / "library.db")
    return Tally(1, len(acknowledged), int(bool(said) and said[-1][0] == "will"))


def life_of_a_worker(module: list[str], seed: int, life: float) -> list[str]:
    """What a worker, a module with its arguments, said until its sudden end.

    That comes ``life`` seconds after its first word.
    One in five counts from its birth instead, and so may end while the library opens.
    """
    command = [sys.executable, "-m", *module]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=_ROOT
    ) as worker:
        assert worker.stdout is not None
        assert worker.stderr is not None
        lines: list[str] = []
        if seed % 5:
            lines.append(worker.stdout.readline())
        killer = threading.Timer(life, worker.kill)
        killer.start()
        lines += worker.stdout.readlines()
        killer.join()
        complaint = worker.stderr.read()
    assert not complaint, complaint
    return lines


def _check(found: State, said: list[tuple[str, State]], acknowledged: list[State]) -> None:
    if not said:
        return
    allowed = [acknowledged[-1]]
    if said[-1][0] == "will":
        allowed.append(said[-1][1])
    if found not in allowed:
        different = [t for t in {*found, *allowed[0]} if found.get(t) != allowed[0].get(t)]
        raise AssertionError(f"{len(acknowledged)} acknowledged; not as it was: {different[:3]}")


def _check_index(library: Library, found: State) -> None:
    for _ in range(2):  # a search may find damage that the second round then mends
        library.update_index()
        answers = {word: library.search(f"note:{word} ") for word in WORDS}
    for word, answer in answers.items():
        assert answer.index_complete, "the index did not catch up"
        titles = {row.title for row in library.rows(answer.ids)}
        expected = {title for title, paper in found.items() if word in paper["note"].split()}
        assert titles == expected, f"the index is wrong about {word}"


def check_database(file: Path) -> None:
    """Raises AssertionError when the database is not sound."""
    database = sqlite3.connect(file)
    try:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    finally:
        database.close()


def kills_and_seed(usual: int) -> tuple[int, int]:
    """What the command line asks of a campaign; said, so that it can be repeated."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else usual
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else int(time.time())
    print(f"{kills} kills with seed {seed}")
    return kills, seed


def main() -> None:
    """Runs a campaign and prints what it saw."""
    tally = campaign(*kills_and_seed(50))
    print(
        f"{tally.kills} kills, {tally.acknowledged} saves acknowledged, "
        f"{tally.under_way} kills while saving: nothing lost"
    )


if __name__ == "__main__":
    main()
