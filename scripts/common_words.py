"""Makes resources/words/shares.txt anew, from the corpus beside the project.

The file says of each common word (its stem) how many of a thousand papers have it in title or
abstract. It holds no text of any paper. In a small library every word is rare; this tells which
ones are so only there.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from reader.search.vectors import vector
from tests.benchmarks.corpus import REAL, papers

FILE = Path(__file__).resolve().parent.parent / "resources" / "words" / "shares.txt"
_LEAST = 0.01


def main() -> None:
    """Counts, and writes the file."""
    if not REAL.is_file():
        raise SystemExit(f"There is no corpus in {REAL}.")
    counted: Counter[str] = Counter()
    total = 0
    for paper in papers(1_000_000):
        if paper["abstract"]:
            total += 1
            counted.update(vector({"title": paper["title"], "abstract": paper["abstract"]}).weights)
    common = sorted(stem for stem, count in counted.items() if count >= _LEAST * total)
    lines = [f"{stem} {1000 * counted[stem] / total:.0f}\n" for stem in common if stem.isalpha()]
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text("".join(lines), encoding="ascii")
    print(f"{len(lines)} words of {total} papers")


if __name__ == "__main__":
    main()
