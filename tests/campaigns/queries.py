"""Asks a small library whatever can be typed: no query may raise, nor take the index for damaged.

``python -m tests.campaigns.queries N [SEED]`` asks N queries: random ones, and mutations of those
that people type. ``python -m tests.campaigns.queries equality N [SEED]`` compares N queries with
Whoosh's answers on the same index and with a scan, as tests/search/test_equality.py does.
"""

from __future__ import annotations

import multiprocessing
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from reader.library import Library
from reader.model import Found, Identifier, Sort
from tests.campaigns.mutations import TooLong, at_most
from tests.libraries.papers import digest, entry
from tests.search.test_equality import WORDS, assert_alike, fill, invented, some_query

SECONDS = 10
_PROCESSES = 2
_ROUND, _ROUND_OF_EQUALITY = 5_000, 500
_SNIPPETS = 5
_TYPED = (
    "attention is all you need", "self-attention", 'title:"deep sea" -weather', "author:tide",
    "transformers OR diffusion is:unread", "(gpt-4 OR gpt4) year:2020..2024", "tag:nlp/long",
    "added:7d has:code sort:year", "modl~ net*rk", "-tag:models is:starred", 'note:"to read',
    "abstract:(model OR data) -(tide universe)", "https://arxiv.org/abs/2401.00001v2", "c++ 3d",
    "10.5555/bridges.2024", "digest:1 venue:neurips", "深度学习", "Łódź naïve α-stable", "is:",
    "added:2026-01..2026-05", "state-of-the-art of the art", "transfomers networx", "arxiv:2401",
)  # fmt: skip
_PIECES = (
    *WORDS, *_TYPED, '"', "(", ")", "-", "OR", " OR ", "*", "~", ":", "title:", "author:", "note:",
    "abstract:(", "-(", "is:starred", "is:", "tag:", "tag:*", "year:", "year:..", "year:2020",
    "year:9999..0", "added:today", "added:9999y", "added:0000", "added:2026-13-99", "digest:\0",
    "has:", "venue:", "sort:added", "doi:", "arxiv:v1", "\0", "\n", "\t", "\ud800", "\udfff",
    "\u0308", "\u200b", "\u202e", "🙂", "한국어", "ß", "İ", "ﬁ", "²", "٣", "\ue000", "\U0010ffff",
    "x" * 300, "-" * 40, "(" * 40, ")" * 40, '"' * 7, "*" * 30, "~~", "a-" * 40, "9" * 30, "C#",
)  # fmt: skip


def campaign(queries: int, seed: int) -> Counter[str]:
    """Asks so many queries and counts how each ended, failures by their kind."""
    return _in_rounds(_ask_many, queries, seed, _ROUND)


def equality(queries: int, seed: int) -> Counter[str]:
    """Compares the answers to so many queries, each round of them on another index."""
    return _in_rounds(_compare_many, queries, seed, _ROUND_OF_EQUALITY)


def _in_rounds(
    run: Callable[[tuple[int, int]], Counter[str]], total: int, seed: int, size: int
) -> Counter[str]:
    rounds = [(seed * 1_000_000_000 + n, min(size, total - n)) for n in range(0, total, size)]
    if len(rounds) == 1:  # the short form: not worth a process
        return run(rounds[0])
    with ProcessPoolExecutor(_PROCESSES, multiprocessing.get_context("spawn")) as executor:
        return sum(executor.map(run, rounds), Counter())


# --- Queries ------------------------------------------------------------------------------------


def query_of(seed: int) -> str:
    """The query of a seed, always the same."""
    chance = random.Random(seed)
    kind = chance.random()
    if kind < 0.25:
        return some_query(chance)
    if kind < 0.45:
        pieces = chance.choices(_PIECES, k=chance.randrange(1, 8))
        return chance.choice(("", " ")).join(pieces)
    if kind < 0.5:
        return "".join(chr(chance.randrange(0x110000)) for _ in range(chance.randrange(1, 12)))
    text = chance.choice(_TYPED)
    for _ in range(chance.choice((1, 1, 2, 4))):
        text = chance.choice(_MUTATIONS)(text, chance)
    return text


def _cut(text: str, chance: random.Random) -> str:
    return text[: chance.randrange(len(text) + 1)]


def _drop(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + text[at + chance.randrange(1, 4) :]


def _insert(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(_PIECES) + text[at:]


def _swap(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + text[at : at + 2][::-1] + text[at + 2 :]


def _letter(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice("abcdefghijklmnopqrstuvwxyz -") + text[at + 1 :]


def _repeat(text: str, chance: random.Random) -> str:
    return chance.choice((" ", "", " OR ", " -")).join([text] * chance.randrange(2, 5))[:2_000]


def _splice(text: str, chance: random.Random) -> str:
    return text[: chance.randrange(len(text) + 1)] + chance.choice(_TYPED)


_MUTATIONS = (_cut, _drop, _insert, _swap, _letter, _letter, _repeat, _splice)


# --- A library to ask ---------------------------------------------------------------------------


def fill_library(library: Library) -> None:
    """Sixty papers of invented words, in several segments, with marks and deletions."""
    chance = random.Random(1)
    for batch in range(4):
        made = []
        for n in range(15):
            texts = invented(chance)
            made.append(
                entry(
                    f"{texts['title']} {batch * 15 + n}",
                    abstract=f"{texts['abstract']} {chance.choice(_TYPED)}",
                    authors=(texts["authors"],),
                    year=2010 + n,
                    venue=chance.choice(("NeurIPS", "", "Journal of Tides")),
                    identifiers=(Identifier("arxiv", f"2401.000{batch * 15 + n:02}"),),
                )
            )
        library.import_digest(digest(made, title=f"Digest {batch}"))
        library.update_index()
    for number in range(1, 20, 3):
        library.set_note(number, invented(chance)["note"] or "a note on modelling tides")
        library.update_index()
    library.add_tags(range(5, 30), ["Models/Net", "nlp"])
    library.set_starred(range(1, 20), True)
    library.delete_papers([3, 33])
    library.update_index()


def _ask_many(job: tuple[int, int]) -> Counter[str]:
    seed, queries = job
    ends: Counter[str] = Counter()
    with (
        tempfile.TemporaryDirectory(prefix="queries-") as folder,
        Library(Path(folder) / "library") as library,
    ):
        fill_library(library)
        for number in range(seed, seed + queries):
            ends[_end(library, number)] += 1
    return ends


def _end(library: Library, seed: int) -> str:
    """How asking one query ended."""
    text = query_of(seed)
    try:
        with at_most(SECONDS):
            return ask(library, text, random.Random(seed))
    except TooLong:
        return f"FAILED: over {SECONDS} s: seed {seed}: {text[:200]!r}"
    except Exception as error:
        return f"FAILED: seed {seed}: {text[:200]!r}: {type(error).__name__}: {error}"[:400]


def ask(library: Library, text: str, chance: random.Random) -> str:
    """Asks a query as the window does, in one word how that ended. Raises AssertionError."""
    found = library.search(text, chance.choice(list(Sort)), literal=chance.random() < 0.2)
    assert found.index_complete, "the index was taken for damaged"
    assert found.total == len(found.ids) == len(set(found.ids)), "not as many as it says"
    shown = found.ids[:_SNIPPETS]
    for snippet in library.snippets(found.corrected or text, shown).values():
        inside = (0 <= start < end <= len(snippet.text) for start, end in snippet.matches)
        assert all(inside), "a snippet marks what it does not have"
    library.completions(text, chance.randrange(len(text) + 1))
    for part in found.not_understood:
        assert text[part.start : part.end] == part.text, "it was not typed"
    return _word_for(found)


def _word_for(found: Found) -> str:
    if found.corrected:
        return "corrected"
    return "found" if found.ids else "nothing found"


def _compare_many(job: tuple[int, int]) -> Counter[str]:
    seed, queries = job
    chance, ends = random.Random(seed), Counter[str]()
    with tempfile.TemporaryDirectory(prefix="equality-") as folder:
        index, papers = fill(Path(folder) / "index", chance)
        reader = index.whoosh().reader()
        for _ in range(queries):
            text = some_query(chance)
            try:
                size = assert_alike(index, reader, papers, text)
            except Exception as error:
                ends[f"FAILED: seed {seed}: {text!r}: {error}"[:400]] += 1
            else:
                ends["found" if size else "nothing found"] += 1
        reader.close()
        index.close()
    return ends


def main() -> int:
    """Runs the campaign that the command line asks for and prints how the queries ended."""
    asked = sys.argv[1:]
    run = equality if asked[:1] == ["equality"] else campaign
    numbers = [int(number.replace(",", "")) for number in asked if number != "equality"]
    queries, seed = (*numbers, *(5_000, 1)[len(numbers) :])[:2]
    started = time.monotonic()
    ends = run(queries, seed)
    for end, count in ends.most_common():
        print(f"{count:10,}  {end}")
    print(f"{sum(ends.values()):10,} queries in {time.monotonic() - started:,.0f} s, seed {seed}")
    return int(any(end.startswith("FAILED") for end in ends))


if __name__ == "__main__":
    sys.exit(main())
