"""One engine in a process of its own, so that its memory and caches are its own.

The parent calls ``run``; the child reads one job from its standard input and prints the answer.
"""

from __future__ import annotations

import gc
import json
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.benchmarks.search import engines
from tests.benchmarks.search.asked import Asked, Kind
from tests.benchmarks.search.engines import CannotError, Engine
from tests.benchmarks.search.source import Clocked, Source

NOTES_CHANGED = 10
Answer = dict[str, Any]


def run(step: str, engine: str, folder: Path, **job: Any) -> Answer:
    """Lets a child do one of ``STEPS``."""
    told = json.dumps({"step": step, "engine": engine, "folder": str(folder)} | job)
    command = [sys.executable, "-m", "tests.benchmarks.search.child"]
    done = subprocess.run(command, input=told, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{engine} failed at “{step}”:\n{done.stderr}")
    answer: Answer = json.loads(done.stdout.splitlines()[-1])
    return answer


def write_queries(file: Path, classes: dict[str, list[Asked]]) -> None:
    """Writes queries for ``read_queries`` in a child."""
    rows = {
        name: [(query.kind, query.words, query.begun, query.text) for query in queries]
        for name, queries in classes.items()
    }
    file.write_text(json.dumps(rows), encoding="utf-8")


def read_queries(file: Path) -> dict[str, list[Asked]]:
    """The queries by class."""
    rows = json.loads(file.read_text(encoding="utf-8"))
    return {
        name: [Asked(Kind(kind), tuple(words), begun, text) for kind, words, begun, text in queries]
        for name, queries in rows.items()
    }


def _build(name: str, folder: Path, job: Answer) -> Answer:
    """Builds the index anew. The time in which papers are made is not counted.

    An engine with threads of its own uses that time too, and so looks faster on recombined papers.
    """
    module = engines.module(name)
    shutil.rmtree(folder, ignore_errors=True)
    source = Source(Path(job["file"]), job["recombined"])
    papers = Clocked(source.numbered() if source.recombined else iter(list(source.numbered())))
    gc.freeze()
    start = time.perf_counter()
    module.build(folder, papers)
    seconds = time.perf_counter() - start - papers.seconds
    return {
        "papers": papers.count,
        "seconds": seconds,
        "bytes": engines.size_on_disk(folder),
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
    }


def _ask(name: str, folder: Path, job: Answer) -> Answer:
    """Asks every query once; seconds and totals by class, none where the engine cannot."""
    module = engines.module(name)
    classes = read_queries(Path(job["queries"]))
    start = time.perf_counter()
    engine = module.open_engine(folder)
    opened = time.perf_counter() - start
    answers = {}
    for kind, queries in classes.items():
        try:
            answers[kind] = [_asked(engine, query) for query in queries]
        except CannotError:
            continue
    engine.close()
    return {"opened": opened, "answers": answers}


def _asked(engine: Engine, query: Asked) -> tuple[float, int]:
    start = time.perf_counter()
    _, total = engine.search(query)
    return time.perf_counter() - start, total


def _remember(name: str, folder: Path, job: Answer) -> Answer:
    """The memory that is resident before the index is opened, and after some queries."""
    module = engines.module(name)
    queries = read_queries(Path(job["queries"]))["mixed"]
    before = _resident()
    engine = module.open_engine(folder)
    for query in queries:
        try:
            engine.search(query)
        except CannotError:
            continue
    after = _resident()
    engine.close()
    return {"before": before, "after": after}


def _note(name: str, folder: Path, job: Answer) -> Answer:
    """Seconds until a word of a changed note is found, for some papers one after the other."""
    engine = engines.module(name).open_engine(folder)
    source = Source(Path(job["file"]), job["recombined"])
    seconds = []
    for (number, fields), _ in zip(source.numbered(), range(NOTES_CHANGED), strict=False):
        word = f"unheard{number}"
        note = f"Compare with the {word} one before."
        query = Asked(Kind.ALL, (word,), text=word + " ")
        start = time.perf_counter()
        engine.replace(number, {**fields, "note": note})
        ids, total = engine.search(query)
        seconds.append(time.perf_counter() - start)
        if (list(ids), total) != ([number], 1):
            raise AssertionError(f"The changed note of {number} was not found: {ids}, {total}.")
    engine.close()
    return {"seconds": seconds}


def _rank(name: str, folder: Path, job: Answer) -> Answer:
    """For each query the place of its paper among the best, by class; 0 where it is not there."""
    engine = engines.module(name).open_engine(folder)
    classes = read_queries(Path(job["queries"]))
    places = {}
    for kind, queries in classes.items():
        found = [list(engine.search(query)[0]) for query in queries]
        wanted = zip(found, job["wanted"][kind], strict=True)
        places[kind] = [ids.index(one) + 1 if one in ids else 0 for ids, one in wanted]
    engine.close()
    return {"places": places}


def _resident() -> int:
    """Bytes that are resident now; where the system does not say, the most that ever were."""
    status = Path("/proc/self/status")
    if status.is_file():
        lines = status.read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


STEPS: dict[str, Callable[[str, Path, Answer], Answer]] = {
    "build": _build,
    "ask": _ask,
    "remember": _remember,
    "note": _note,
    "rank": _rank,
}


def main() -> None:
    """Does the one job that is told."""
    job = json.load(sys.stdin)
    print(json.dumps(STEPS[job["step"]](job["engine"], Path(job["folder"]), job)))


if __name__ == "__main__":
    main()
