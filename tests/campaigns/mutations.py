"""Gives damaged digests to ``digests.read``: each must end in a Digest or a DigestError.

``python -m tests.campaigns.mutations N [SEED]`` reads N mutated inputs. They are made of the corpus
where it lies beside the project, else of the project's own samples. Each has the time and the
memory that the child process of an import would give it; taking more is a failure here.
"""

from __future__ import annotations

import os
import random
import resource
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import FrameType

from reader.digests import FORMATS, read
from reader.errors import DigestError
from tests.digests.made_up_pages import CORPUS, SAMPLE

SECONDS = 10
MEMORY = 2_000_000_000
LARGEST = 12_000
"""Bytes of an input: enough for several entries of any format."""

_ROUND = 500
_TEXTS = Path(__file__).parents[1] / "digests"
_ODD = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"{" * 60, b"}" * 60, b"<" * 60, b"<a>" * 300,
    b"&#x0;", b"&lol;", b'"', b"\\", b"$", b"\r", b"\n\n", b"@article{", b"TY  - ", b"ER  - ",
    b"PMID- 1\n", b"\\\\\n", b"%%--%%--", b"<![CDATA[", b"]]>", b"-->", b"\xc3", b"\xf0\x9f",
    b"9" * 400, b"e" * 5000, b"https://" * 50, b"10.1/" * 50, b"2401.01234v9999999999", b"[[[[",
    b"null", b"NaN", b"1e999", b"true", b"\xe2\x80\xae", b"---\n", b"&a *a", b"!!python/object",
    b"From x\nA: b\n", b"\x1f\x8b", b"PK\x03\x04",
)  # fmt: skip


class TooLong(BaseException):
    """Raised inside whatever is running when the time is over; no parser may catch it."""


def campaign(inputs: int, seed: int) -> Counter[str]:
    """Reads so many inputs on all processors and counts how each ended, failures by their kind."""
    rounds = [(seed * 1_000_000 + n, min(_ROUND, inputs - n)) for n in range(0, inputs, _ROUND)]
    with ProcessPoolExecutor(min(len(rounds), os.cpu_count() or 1)) as executor:
        return sum(executor.map(_run, rounds), Counter())


def _run(job: tuple[int, int]) -> Counter[str]:
    seed, inputs = job
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.RLIM_INFINITY))
    ends: Counter[str] = Counter()
    for number in range(inputs):
        ends[_end(seed + number)] += 1
    return ends


def _end(seed: int) -> str:
    """How reading one input ended."""
    name, data, format_name = mutated(seed)
    started = time.monotonic()
    try:
        with at_most(SECONDS):
            read(data, name, format=format_name)
    except DigestError:
        return "refused"
    except TooLong:
        return f"FAILED: over {SECONDS} s: {name} seed {seed} as {format_name}"
    except BaseException as error:
        return f"FAILED: {type(error).__name__}: {name} seed {seed} as {format_name}: {error}"[:300]
    return "slow" if time.monotonic() - started > 1 else "read"


def mutated(seed: int) -> tuple[str, bytes, str | None]:
    """The input of a seed, always the same: a name, damaged bytes, and a format or None."""
    chance = random.Random(seed)
    name, data = chance.choice(_originals())
    start = chance.randrange(max(1, len(data) - LARGEST)) if chance.random() < 0.7 else 0
    head = data[: chance.choice((0, 300, 2000))] if start else b""
    data = head + data[start : start + LARGEST]
    for _ in range(chance.choice((1, 1, 2, 4, 12))):
        data = chance.choice(_MUTATIONS)(data, chance)
    forced = chance.choice(FORMATS).name if chance.random() < 0.15 else None
    return name, data, forced


@cache
def _originals() -> list[tuple[str, bytes]]:
    files = sorted(CORPUS.glob("*/*")) if CORPUS.is_dir() else []
    found = [(file.name, file.read_bytes()) for file in files or [SAMPLE, *_TEXTS.rglob("*.py")]]
    return [(name, data) for name, data in found if data]


def _flip(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _drop(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + data[at + chance.randrange(1, 200) :]


def _repeat(data: bytes, chance: random.Random) -> bytes:
    at, length = chance.randrange(len(data) + 1), chance.randrange(1, 400)
    return data[:at] + data[at : at + length] * chance.randrange(2, 30) + data[at + length :]


def _insert(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(_ODD) + data[at:]


def _swap_lines(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def _splice(data: bytes, chance: random.Random) -> bytes:
    _, other = chance.choice(_originals())
    at = chance.randrange(len(other))
    return data[: len(data) // 2] + other[at : at + LARGEST // 2]


_MUTATIONS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _flip, _cut, _drop, _repeat, _insert, _insert, _swap_lines, _splice,
)  # fmt: skip


@contextmanager
def at_most(seconds: int) -> Iterator[None]:
    """Raises TooLong inside when the time is over."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TooLong

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)


def main() -> int:
    """Runs the campaign that the command line asks for and prints how the inputs ended."""
    inputs = int(sys.argv[1])
    ends = campaign(inputs, int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    for end, count in ends.most_common():
        print(f"{count:8,}  {end}")
    return int(any(end.startswith("FAILED") for end in ends))


if __name__ == "__main__":
    sys.exit(main())
