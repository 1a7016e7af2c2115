"""Ends a writer of the search index by SIGKILL at random moments and looks at what is left.

``python -m tests.campaigns.index_kills N [SEED]`` kills N times, on two folders at a time. One kind
of writer builds, updates and merges an index and says what it holds: after the kill the index must
be whole and at the last commit, or that which was under way. The other imports into a library,
notes, deletes and indexes: after the kill searches must answer, and once the library has updated
its index they must answer as from an index that was made afresh.
"""

from __future__ import annotations

import json
import random
import shutil
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import astuple, dataclass
from pathlib import Path

from reader.errors import IndexDamagedError
from reader.library import Library
from reader.model import Entry, ListKind, PaperList
from reader.search.index import Index
from reader.search.parsing import parse
from tests.campaigns.kills import kills_and_seed, life_of_a_worker
from tests.libraries.papers import digest, entry

KILLS_A_FOLDER = 5
LONGEST_LIFE = 0.5
_MOST_PAPERS = 1_500
_WORDS = tuple(f"word{n}" for n in range(8))
_QUERIES = (*(f"{word} " for word in _WORDS), "wor", '"of word1"', "-word2 ", "paper -word3 word4")

Contents = dict[int, str]
"""For each paper of an index the one word that it has."""


@dataclass
class Tally:
    """What a campaign saw."""

    kills: int = 0
    commits: int = 0
    under_way: int = 0
    damaged: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))


def campaign(kills: int, seed: int) -> Tally:
    """Kills so many times. Raises AssertionError when something else is left than may be."""
    runs = [
        (seed * 1_000_000 + first, min(KILLS_A_FOLDER, kills - first))
        for first in range(0, kills, KILLS_A_FOLDER)
    ]
    with ThreadPoolExecutor(2) as executor:
        return sum(executor.map(lambda run: _one_folder(*run), runs), Tally())


def _one_folder(seed: int, kills: int) -> Tally:
    chance, tally = random.Random(seed), Tally()
    one_kill = _kill_of_a_library if seed // KILLS_A_FOLDER % 3 == 2 else _kill_of_an_index
    with tempfile.TemporaryDirectory(prefix="index-kills-") as name:
        for kill in range(kills):
            try:
                life = chance.uniform(0, LONGEST_LIFE)
                tally += one_kill(Path(name), seed * 100 + kill, life)
            except Exception as error:
                raise AssertionError(f"seed {seed}, kill {kill}: {error!r}") from error
    return tally


# --- An index -----------------------------------------------------------------------------------


def _kill_of_an_index(folder: Path, seed: int, life: float) -> Tally:
    before = _remembered(folder)
    module = ["tests.campaigns.index_kills", "index", str(folder), str(seed)]
    lines = life_of_a_worker(module, seed, life)
    said = [json.loads(line) for line in lines if line.endswith("\n")]
    done = [_contents(papers) for word, papers in said if word == "done"]
    allowed = [done[-1] if done else before]
    under_way = bool(said) and said[-1][0] == "will"
    if under_way:
        allowed.append(_contents(said[-1][1]))
    damaged = 0
    try:
        index = Index(folder / "index")
        index.verify()
        found = _held(index)
        assert found in allowed, f"{len(found)} papers, of {[len(one) for one in allowed]}"
    except IndexDamagedError:
        # Only where there was nothing yet, since a commit is all or nothing.
        assert not any(allowed), "a commit was lost"
        damaged, found = 1, {}
        index = Index.create(folder / "index")
        assert _held(index) == {}
    index.update([], [(0, _texts(0, "word0"))])  # and it goes on
    found[0] = "word0"
    assert _held(index) == found
    index.close()
    (folder / "contents.json").write_text(json.dumps(found), encoding="utf-8")
    return Tally(1, len(done), int(under_way), damaged)


def _remembered(folder: Path) -> Contents:
    file = folder / "contents.json"
    return _contents(json.loads(file.read_text(encoding="utf-8"))) if file.exists() else {}


def _contents(papers: dict[str, str]) -> Contents:
    return {int(paper_id): word for paper_id, word in papers.items()}


def _held(index: Index) -> Contents:
    found = {n: word for word in _WORDS for n in index.search(parse(f"{word} "))}
    assert index.document_count() == len(found)
    assert sorted(index.search(parse("paper "))) == sorted(found)
    return found


def _texts(paper_id: int, word: str) -> dict[str, str]:
    return {"title": f"Paper number{paper_id}", "abstract": "a text of " * 20 + word}


def write_an_index(folder: Path, seed: int) -> None:
    """Builds, updates and merges until somebody ends it."""
    chance, held = random.Random(seed), _remembered(folder)
    index = Index(folder / "index") if held else Index.create(folder / "index")
    _say("done", held)
    while True:
        after = dict(held)
        fresh = max(held, default=0) + 1
        size = chance.choice((1, 1, 1, 5, 60, 400))
        if chance.random() < 0.3:
            made = {n: chance.choice(_WORDS) for n in range(fresh, fresh + size)}
            _say("will", after | made)
            index.build((n, _texts(n, word)) for n, word in made.items())
            after |= made
        else:
            gone = chance.sample(sorted(held), min(len(held), chance.choice((0, 1, size))))
            if len(held) > _MOST_PAPERS:
                gone = chance.sample(sorted(held), len(held) - 100)
            changed = {chance.randrange(1, fresh + 1): chance.choice(_WORDS) for _ in range(size)}
            after = {n: word for n, word in held.items() if n not in gone} | changed
            _say("will", after)
            index.update(gone, [(n, _texts(n, word)) for n, word in changed.items()])
        _say("done", after)
        held = after


def _say(word: str, held: Contents) -> None:
    print(json.dumps([word, held]), flush=True)


# --- A library ----------------------------------------------------------------------------------


def _kill_of_a_library(folder: Path, seed: int, life: float) -> Tally:
    module = ["tests.campaigns.index_kills", "library", str(folder), str(seed)]
    lines = life_of_a_worker(module, seed, life)
    with Library(folder / "library") as library:
        for query in _QUERIES:
            library.search(query)  # whatever is left, it answers
        library.update_index()
        found = _answers(library)
    afresh = folder / "afresh"
    shutil.rmtree(afresh, ignore_errors=True)
    shutil.copytree(folder / "library", afresh, ignore=shutil.ignore_patterns("index"))
    with Library(afresh) as library:
        library.update_index()
        assert found == _answers(library), "not as an index made afresh"
    return Tally(1, max(0, len(lines) - 1))


def _answers(library: Library) -> dict[str, list[int]]:
    answers = {query: library.search(query, literal=True) for query in _QUERIES}
    assert all(answer.index_complete for answer in answers.values()), "it did not catch up"
    return {query: sorted(answer.ids) for query, answer in answers.items()}


def write_a_library(folder: Path, seed: int) -> None:
    """Changes a library and updates its index until somebody ends it; a line for each update."""
    chance = random.Random(seed)
    with Library(folder / "library") as library:
        print("open", flush=True)
        for round_ in range(1_000_000):
            ids = library.list_ids(PaperList(ListKind.ALL))
            act = chance.randrange(4)
            if act == 0 or not ids:
                size = chance.choice((1, 10, 120))
                made = [_an_entry(f"{seed} {round_} {n}", chance) for n in range(size)]
                library.import_digest(digest(made, title=f"Digest {round_} of {seed}"))
            elif act == 1 and len(ids) > 100:
                library.delete_papers(chance.sample(ids, len(ids) // 2))
            else:
                for number in chance.sample(ids, min(len(ids), chance.choice((1, 1, 4)))):
                    library.set_note(number, f"a note of {chance.choice(_WORDS)}")
            library.update_index()
            print("updated", flush=True)


def _an_entry(name: str, chance: random.Random) -> Entry:
    return entry(f"Paper {name}", abstract=f"a text of {chance.choice(_WORDS)}")


def main() -> None:
    """Runs a campaign and prints what it saw; or writes, in the child processes of one."""
    if sys.argv[1:2] in (["index"], ["library"]):
        write = write_an_index if sys.argv[1] == "index" else write_a_library
        write(Path(sys.argv[2]), int(sys.argv[3]))
    tally = campaign(*kills_and_seed(15))
    print(
        f"{tally.kills} kills, {tally.commits} commits, {tally.under_way} kills during one, "
        f"{tally.damaged} before there was any: nothing else was left than may be"
    )


if __name__ == "__main__":
    main()
