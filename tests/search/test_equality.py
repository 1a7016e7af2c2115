"""The fast evaluation gives what Whoosh's matchers give on the same index, and what is there."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from whoosh.reading import IndexReader

from reader.search.index import Index
from reader.search.parsing import parse
from tests.search.reference import Words, by_scan, by_whoosh, words_of

WORDS = [
    "model",
    "models",
    "modelling",
    "modeled",
    "transform",
    "transformer",
    "transformers",
    "network",
    "networks",
    "net",
    "universe",
    "universal",
    "university",
    "organ",
    "organize",
    "the",
    "of",
    "a",
    "with",
    "tide",
    "tides",
    "t",
    "m",
    "uni",
    "naïve",
    "3d",
    "self",
    "attention",
    "self-attention",
    "selfattention",
    "gpt-4",
    "gpt",
    "4",
    "gpt4",
    "k-NN",
    "state-of-the-art",
    "art",
    "C++",
    "C#",
    "α",
    "alpha",
    "α-stable",
    "深度学习",
    "深度",
    "学习",
    "習",
    "Łódź",
    "zebra",
    "zebras",
    "ze-bra",
    "bra",
    "data",
    "set",
    "data-set",
    "dataset",
]
QUERIES = 400


def invented(chance: random.Random) -> dict[str, str]:
    """The texts of a paper."""

    def text(most: int) -> str:
        return " ".join(chance.choices(WORDS, k=chance.randrange(most)))

    return {
        "title": text(6),
        "authors": text(4),
        "tags": text(2),
        "abstract": text(30),
        "note": text(12) if chance.random() < 0.3 else "",
    }


def some_query(chance: random.Random, depth: int = 0) -> str:
    """A query of any kind; the last word may be half-typed."""
    parts = []
    for _ in range(chance.choice((1, 1, 2, 2, 3, 4))):
        kind = chance.random()
        word = chance.choice(WORDS)
        field = chance.choice(("", "", "", "title:", "abstract:", "author:", "note:"))
        if kind < 0.5:
            part = field + word
        elif kind < 0.65:
            part = f'{field}"{" ".join(chance.choices(WORDS, k=chance.randrange(1, 4)))}"'
        elif kind < 0.72:
            cut = chance.randrange(len(word) + 1)
            part = field + word[:cut] + "*" + word[cut + chance.randrange(3) :]
        elif kind < 0.79:
            part = f"{field}{word}~"
        elif kind < 0.9 and depth < 2:
            part = f"({some_query(chance, depth + 1)})"
        else:
            part = word + " OR " + chance.choice(WORDS)
        parts.append("-" * (chance.random() < 0.12) + part)
    text = " ".join(parts)
    return text[: chance.randrange(1, len(text) + 1)] if chance.random() < 0.3 else text + " "


def fill(folder: Path, chance: random.Random) -> tuple[Index, dict[int, Words]]:
    """An index that was built, updated through Whoosh, merged and deleted from; and its papers."""
    index = Index.create(folder)
    texts = {paper_id: invented(chance) for paper_id in range(1, 121)}
    index.build(texts.items())
    for round_ in range(14):
        changed = {chance.randrange(1, 200): invented(chance) for _ in range(5)}
        if round_ % 6 == 5:
            changed |= {chance.randrange(200, 300): invented(chance) for _ in range(60)}
        gone = chance.sample(sorted(texts), 4)
        texts = {n: text for n, text in texts.items() if n not in gone} | changed
        index.update([n for n in gone if n not in changed], list(changed.items()))
    return index, {paper_id: words_of(text) for paper_id, text in texts.items()}


def assert_alike(
    index: Index, reader: IndexReader, papers: dict[int, Words], text: str
) -> int | None:
    """Answers a query in three ways; how many papers it finds, or None where it asks for none."""
    query = parse(text)
    if query.root is None:
        return None
    planned = index.plan(query)
    found = index.search(query, by_title=False).scores()
    assert found == pytest.approx(by_whoosh(reader, planned), rel=1e-4, abs=1e-4), text
    assert set(found) == by_scan(papers, planned), text
    return len(found)


@pytest.fixture(scope="module")
def filled(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[Index, IndexReader, dict[int, Words]]]:
    folder = tmp_path_factory.mktemp("equality") / "index"
    index, papers = fill(folder, random.Random(20261125))
    reader = index.whoosh().reader()
    yield index, reader, papers
    reader.close()
    index.close()


def test_the_index_has_several_segments_and_deletions(
    filled: tuple[Index, IndexReader, dict[int, Words]],
) -> None:
    index, reader, papers = filled
    assert len(reader.leaf_readers()) > 3
    assert reader.has_deletions()
    assert index.document_count() == len(papers)


def test_generated_queries_are_answered_alike(
    filled: tuple[Index, IndexReader, dict[int, Words]],
) -> None:
    chance = random.Random(5)
    sizes = [assert_alike(*filled, some_query(chance)) for _ in range(QUERIES)]
    some = sum(size is not None and 0 < size < len(filled[2]) for size in sizes)
    assert some > QUERIES // 2
