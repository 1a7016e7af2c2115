"""Are similar papers found, and how fast? ``python -m tests.benchmarks.similar``.

There is no list of which papers of the corpus are alike. But the two halves of one abstract are:
each becomes a document of its own, and one is asked for by the other, by nothing but its words.
``recall@1`` is how often it comes first, ``recall@10`` how often among the first ten.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path

from reader.search.index import Index
from tests.benchmarks.corpus import papers
from tests.benchmarks.measuring import Row, timed

_SHORTEST = 400
_ASKED = 1_000
_TIMED = 300
_WHOLE_CORPUS = 95_098
_FIELDS = ("title", "abstract", "authors")


def halves(count: int) -> Iterator[tuple[str, str]]:
    """So many abstracts, each parted in the middle."""
    long = (paper["abstract"] for paper in papers(_WHOLE_CORPUS))
    for text in islice((text for text in long if len(text) >= _SHORTEST), count):
        middle = text.find(" ", len(text) // 2)
        yield text[:middle], text[middle:]


def recall(pairs: Sequence[tuple[str, str]], asked: int) -> tuple[float, float]:
    """How often the other half comes first, and among the first ten."""
    first = ten = 0
    with tempfile.TemporaryDirectory() as folder:
        index = Index.create(Path(folder))
        texts = [half for pair in pairs for half in pair]
        index.build((number, {"abstract": text}) for number, text in enumerate(texts, 1))
        wanted = random.Random(1).sample(range(len(texts)), min(asked, len(texts)))
        for place in wanted:
            found = index.similar({"abstract": texts[place]}, 10, (place + 1,))
            ids = [one.paper_id for one in found]
            other = (place ^ 1) + 1
            first += ids[:1] == [other]
            ten += other in ids
        index.close()
    return first / len(wanted), ten / len(wanted)


def times(count: int) -> Row:
    """The seconds that answers took among so many papers, the first one first."""
    with tempfile.TemporaryDirectory() as folder:
        index = Index.create(Path(folder))
        index.build((number, paper) for number, paper in enumerate(_texts(count), 1))
        chosen = set(random.Random(2).sample(range(1, count + 1), min(_TIMED, count)))
        taken = []
        for number, paper in enumerate(_texts(count), 1):
            if number in chosen:
                taken.append(timed(partial(index.similar, paper, 20, (number,))))
        index.close()
    return Row(f"among {count:,} papers", taken)


def _texts(count: int) -> Iterator[dict[str, str]]:
    return ({name: paper[name] for name in _FIELDS} for paper in papers(count))


def main() -> None:
    """Prints all figures; ``quick`` with fewer papers."""
    quick = sys.argv[1:] == ["quick"]
    pairs = list(halves(1_000 if quick else 10_000))
    best, ten = recall(pairs, _ASKED)
    print(f"among {2 * len(pairs):,} halves     recall@1 {best:.3f}   recall@10 {ten:.3f}")
    libraries = [pairs[start : start + 100] for start in range(0, 1_000, 100)]
    small = [recall(library, 200) for library in libraries]
    best, ten = (sum(column) / len(small) for column in zip(*small, strict=True))
    print(f"among 200 halves        recall@1 {best:.3f}   recall@10 {ten:.3f}")
    count = 2_000 if quick else _WHOLE_CORPUS
    row = times(count)
    p50, p95 = (1000 * row.percentile(percent) for percent in (50, 95))
    print(f"{row.what}    p50 {p50:.1f} ms   p95 {p95:.1f} ms", end="")
    # The first also measures how long every paper is.
    print(f"   the very first {1000 * row.seconds[0]:.0f} ms")


if __name__ == "__main__":
    main()
