"""Papers to measure with: real ones where a corpus lies beside the project, else invented."""

from __future__ import annotations

import json
import lzma
import random
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from reader.library import Library
from reader.model import Digest, Entry, Link, LinkKind
from tests.libraries.papers import digest, entry

REAL = Path(__file__).parents[3] / "shared" / "corpus" / "papers-95k.jsonl.xz"


def _words(text: str) -> list[str]:
    return text.split()


_SUBJECTS = _words(
    "attention diffusion retrieval graphs language vision robots proteins weather music "
    "planning memory reasoning translation speech segmentation compression alignment "
    "causality uncertainty agents tokens kernels manifolds gradients prompts embeddings "
    "transformers"
)
_QUALITIES = _words(
    "sparse deep causal robust efficient neural latent recursive multimodal scalable "
    "adaptive hierarchical unsupervised federated probabilistic differentiable "
    "interpretable long private continual contrastive equivariant quantised modular"
)
_VERBS = _words(
    "learning scaling rethinking understanding compressing aligning probing steering "
    "pruning distilling measuring unifying decoding grounding"
)
_GLUE = _words("of for with without beyond from towards under in by")
_NAMES = _words("Ada Bo Chen Dara Emil Fatou Gita Hugo Ines Jun Kofi Lena Mira Noor Otto Pia")
_SURNAMES = _words("Tide Reef Span Hill Stone Marsh Field Brook Vale Moor Grove Heath Dale Shaw")


def papers(count: int) -> Iterator[dict[str, Any]]:
    """So many papers as title, abstract, authors, year, venue and url, always the same."""
    return islice(_real() if REAL.is_file() else _invented(), count)


def one_digest(count: int) -> Digest:
    """So many papers as a single digest."""
    return digest(
        (as_entry(paper) for paper in papers(count)), title=f"{count:,} papers", data=b"%d" % count
    )


def fill(library: Library, count: int) -> None:
    """Imports so many papers, and does with some of them what a person would have done."""
    from reader.model import Status

    library.import_digest(one_digest(count))
    library.set_status(range(1, count // 3), Status.READ)
    library.set_status(range(count // 3, count // 2), Status.SKIPPED)
    library.set_status(range(count // 2, count // 2 + 200), Status.QUEUED)
    library.set_starred(range(1, count, 20), True)
    for number, name in enumerate(("nlp", "nlp/long-context", "vision", "to-cite", "project/a")):
        library.add_tags(range(1 + number, count, 25), [name])
    for paper_id in range(1, count, 50):
        library.set_note(paper_id, f"Note on {paper_id}: compare with the one before.")


def as_entry(paper: dict[str, Any]) -> Entry:
    """A paper as a digest would name it."""
    year = paper["year"]
    return entry(
        paper["title"],
        abstract=paper["abstract"],
        authors=tuple(name for name in paper["authors"].split(";") if name),
        year=year if isinstance(year, int) and 1900 <= year <= 2100 else None,
        venue=paper["venue"],
        links=(Link(LinkKind.PAGE, paper["url"]),) if paper["url"] else (),
    )


def _real() -> Iterator[dict[str, Any]]:
    with lzma.open(REAL, "rt", encoding="utf-8") as lines:
        for line in lines:
            paper = json.loads(line)
            names = ("title", "abstract", "authors", "venue", "url")
            yield {name: paper.get(name) or "" for name in names} | {"year": paper.get("year")}


def _invented() -> Iterator[dict[str, Any]]:
    chance = random.Random(20260501)

    def phrase(pairs: int) -> str:
        words = [
            f"{chance.choice(_QUALITIES)} {chance.choice(_SUBJECTS)} {chance.choice(_GLUE)}"
            for _ in range(pairs)
        ]
        return " ".join((*words, chance.choice(_SUBJECTS)))

    for number in range(1_000_000):
        authors = [f"{chance.choice(_NAMES)} {chance.choice(_SURNAMES)}" for _ in range(4)]
        yield {
            "title": f"{chance.choice(_VERBS)} {phrase(chance.randrange(1, 4))} {number}".title(),
            "abstract": " ".join(
                f"{chance.choice(_VERBS)} {phrase(4)}.".capitalize() for _ in range(10)
            ),
            "authors": ";".join(authors[: chance.randrange(1, 5)]),
            "year": chance.randrange(2010, 2027),
            "venue": chance.choice(("", "Slow Conference", "Journal of Tides")),
            "url": f"https://example.org/{number}",
        }
