"""Invented papers, and digests of them, for tests that care about the library, not the parser."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from reader.digests.identity import title_key
from reader.model import Digest, Entry, Identifier, Link, LinkKind

ANEMONES = Identifier("arxiv", "2401.00001")
BRIDGES = Identifier("doi", "10.5555/bridges.2024")


def entry(title: str, **fields: Any) -> Entry:
    """An entry of a digest; ``digest`` sets its position."""
    return Entry(fields.pop("position", 1), title, title_key(title), **fields)


def digest(entries: Iterable[Entry | str], *, title: str = "A digest", **fields: Any) -> Digest:
    """A digest of entries or mere titles; other titles or papers are other bytes."""
    numbered = tuple(
        _at(position, given if isinstance(given, Entry) else entry(given))
        for position, given in enumerate(entries, 1)
    )
    data = fields.pop("data", f"{title}\n{numbered!r}".encode())
    return Digest(
        name=fields.pop("name", "invented.txt"),
        format="invented",
        parser_version=1,
        title=title,
        date=fields.pop("date", date(2026, 4, 28)),
        entries=numbered,
        data=data,
        content_hash=hashlib.sha256(data).hexdigest(),
        **fields,
    )


def _at(position: int, given: Entry) -> Entry:
    names = (name for name in Entry.__dataclass_fields__ if name != "position")
    return Entry(position, **{name: getattr(given, name) for name in names})


def sample_entries() -> Sequence[Entry]:
    """Five papers that between them have everything a digest can say."""
    return (
        entry(
            "Attention among Sea Anemones: A Field Study",
            abstract="We watch anemones attend to one another. Attention is all they have.",
            authors=("Ada Tide", "Bruno Reef"),
            year=2024,
            venue="Journal of Slow Animals",
            identifiers=(ANEMONES,),
            links=(
                Link(LinkKind.PAGE, "https://arxiv.org/abs/2401.00001"),
                Link(LinkKind.CODE, "https://example.org/anemones"),
            ),
        ),
        entry(
            "Bridges That Remember Their Walkers",
            abstract="A bridge with memory sways less. We train transformers on footsteps.",
            authors=("Chloë Span",),
            year=2023,
            venue="Proceedings of Crossings",
            identifiers=(BRIDGES,),
        ),
        entry(
            "Clouds as Compression: Lossy Weather for Lossless Days",
            abstract="Self-attention over clouds; a naïve baseline rains.",
            authors=("Dmitri Cumulus", "Ada Tide"),
            year=2025,
        ),
        entry(
            "Donkeys Do Not Diverge Either",
            abstract="Gradient descent on gentle slopes.",
            year=2022,
        ),
        entry("Eleven Ways to Fold a Map of a Very Large Transformer"),
    )


SAMPLE_TEXT = """\
Get trending papers in your email inbox!

Subscribe

byAK and the research community

Apr 28

Ferns Count in Threes: Recursive Growth without a Supervisor

A fern repeats itself at every scale, and nobody tells it to stop. We model its growth with a \
recursive grammar of three rules and measure how well it predicts the fern next door. On a bank of \
ninety ferns the error is below that of a ruler. Our ferns are available at \
https://github.com/example/ferns.

Gulls Share Nothing: A Negative Result on Cooperative Chips

We introduce a benchmark of one hundred chips and forty gulls, and study whether cooperation \
emerges when the chips are large. It does not. Ablations show that neither larger chips nor fewer \
gulls change the outcome, and that the authors went home hungry on each of the twelve days of study.
"""
"""A page of trending papers, as it is when copied, with two papers."""
