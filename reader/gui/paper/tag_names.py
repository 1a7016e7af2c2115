"""Which tags a few letters may mean. Knows no Qt, only processes names."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

MOST = 12
_WORDS = re.compile(r"[\s_.:-]+")


def completions(text: str, known: Mapping[str, int], having: Collection[str] = ()) -> list[str]:
    """The tags that ``text`` may become, best first, without those in ``having``.

    ``known`` says how often each is used. First come tags that begin with the text, then those
    where nested parts do (``n/long`` and ``long`` both mean ``nlp/long-context``), those where a
    word does, and those that have it anywhere; of each kind the most used first. No text at all
    means the most used tags.
    """
    wanted = text.strip().removeprefix("#").casefold()
    taken = set(having)
    ranked = [
        (rank, -number, name)
        for name, number in known.items()
        if name not in taken and (rank := _rank(wanted, name.casefold())) is not None
    ]
    return [name for _, _, name in sorted(ranked)[:MOST]]


def _rank(wanted: str, name: str) -> int | None:
    """How well a name answers, 0 the best; None when it does not."""
    if name.startswith(wanted):
        return 0
    if _parts_begin(wanted.split("/"), name.split("/")):
        return 1
    if any(word.startswith(wanted) for part in name.split("/") for word in _WORDS.split(part)):
        return 2
    return 3 if wanted in name else None


def _parts_begin(wanted: list[str], parts: list[str]) -> bool:
    """Whether neighbouring parts of a nested tag begin with what is wanted, each with each."""
    for start in range(len(parts) - len(wanted) + 1):
        pairs = zip(parts[start:], wanted, strict=False)
        if all(part.startswith(begin) for part, begin in pairs):
            return True
    return False
