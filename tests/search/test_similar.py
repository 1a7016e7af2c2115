"""Papers that are like another, and the words that say so."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.library import Library
from reader.model import Similar
from reader.search.analysis import tokens
from reader.search.commonness import rarity_at_large
from reader.search.index import Index
from reader.search.similar import HEAVIEST, LEAST
from reader.search.vectors import vector
from tests.libraries.papers import digest, entry

TIDES = "Tides lift boats. The harbour measures tides with a slow pendulum."
PAPERS = (
    entry("Pendulums in Harbours", abstract="A slow pendulum tells the harbour of tides."),
    entry("Boats at Rest", abstract="Boats rest in the harbour and measure nothing."),
    entry("Kites over Hills", abstract="A kite leans on wind; hills are in its way."),
    entry("Kites at Night", abstract="Kites are seen by lamps. Wind is heard."),
    entry("Lifting Tides", abstract=TIDES),
    entry("测量潮汐的方法", abstract="我们在港口测量潮汐。"),
    entry("港口的潮汐", abstract="潮汐与船。"),
)


@pytest.fixture
def tidal(library: Library) -> Library:
    library.import_digest(digest(PAPERS))
    library.update_index()
    return library


def ids(found: list[Similar]) -> list[int]:
    return [one.paper_id for one in found]


def test_the_nearest_come_first_and_it_is_not_among_them(tidal: Library) -> None:
    assert ids(tidal.similar(5)) == [1, 2]
    assert ids(tidal.similar(3)) == [4]
    assert ids(tidal.similar(4)) == [3]


def test_the_words_are_written_as_the_paper_has_them(tidal: Library) -> None:
    [first, second] = tidal.similar(5)
    assert set(first.words) == {"tides", "harbour", "slow", "pendulum"}
    assert set(second.words) == {"boats", "harbour", "measures"}
    assert tidal.similar(3)[0].words == ("kite", "wind")


def test_scores_go_from_one_down(tidal: Library) -> None:
    tidal.import_digest(digest([entry("Lifting Tides Anew", abstract=TIDES)], title="Twin"))
    tidal.update_index()
    twin, *others = tidal.similar(5)
    assert twin.paper_id == 8
    assert 0.8 < twin.score <= 1
    assert all(0 < one.score < twin.score for one in others)
    assert [one.score for one in others] == sorted((o.score for o in others), reverse=True)


def test_scripts_without_blanks_are_compared_too(tidal: Library) -> None:
    [found] = tidal.similar(6)
    assert found.paper_id == 7
    assert "潮汐" in found.words


def test_a_note_counts_too(tidal: Library) -> None:
    tidal.set_note(4, "Measure it with a pendulum in the harbour, by the tides.")
    tidal.update_index()
    assert 1 in ids(tidal.similar(4))


def test_only_living_papers(tidal: Library) -> None:
    tidal.delete_papers([1])
    tidal.update_index()
    assert ids(tidal.similar(5)) == [2]
    tidal.undo()
    tidal.update_index()
    assert set(ids(tidal.similar(5))) == {1, 2}


def test_no_more_than_asked_for(tidal: Library) -> None:
    assert ids(tidal.similar(5, limit=1)) == [1]
    assert tidal.similar(5, limit=0) == []


def test_a_paper_that_is_gone_is_like_none(tidal: Library) -> None:
    assert tidal.similar(99) == []


def test_without_an_index_nothing_is_similar(sample: Library) -> None:
    assert sample.similar(1) == []


def test_it_answers_across_segments(library: Library) -> None:
    for paper in PAPERS:
        library.import_digest(digest([paper], title=paper.title))
        library.update_index()
    assert ids(library.similar(5)) == [1, 2]


def test_a_form_with_a_capital_only_where_there_is_no_other() -> None:
    written = vector({"title": "Tides of BERT in Ghent", "abstract": "Of tides. BERT."}).written
    assert written == {"tide": "tides", "bert": "BERT", "ghent": "Ghent"}


def test_words_that_all_papers_have_do_not_count_as_rare_in_a_small_library() -> None:
    common, telling = (rarity_at_large(stem, 80, 2) for stem in ("becaus", "anemon"))
    assert common < telling / 1.5
    large = [rarity_at_large(stem, 1_000_000, 200) for stem in ("becaus", "anemon")]
    assert large[0] == pytest.approx(large[1], rel=0.1)


def test_the_shown_words_are_the_telling_ones(library: Library) -> None:
    papers = [
        entry("Anemones", abstract="Because the anemones take much, extremely, we enjoy them."),
        entry("More Anemones", abstract="We enjoy them, because anemones extremely take much."),
        *(entry(f"Paper {name}", abstract=f"On {name}.") for name in ["soup", "bread", "kites"]),
    ]
    library.import_digest(digest(papers))
    library.update_index()
    assert library.similar(1)[0].words[0] == "anemones"


WORDS = st.lists(
    st.sampled_from(("tide", "tides", "boat", "kite", "wind", "harbour", "slow", "hill", "7", "x")),
    max_size=30,
).map(" ".join)


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, min_size=2, max_size=12), st.integers(1, 8))
def test_it_is_what_reading_every_text_gives(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], limit: int
) -> None:
    index = Index.create(tmp_path_factory.mktemp("index"))
    index.build((number, {"abstract": text}) for number, text in enumerate(texts, 1))
    found = index.similar({"abstract": texts[0]}, limit, (1,))
    expected = by_reading(dict(enumerate(texts, 1)))
    best = sorted(expected.values(), reverse=True)[:limit]
    assert [one.score for one in found] == pytest.approx(best[: len(found)], abs=0.03)
    assert all(score < LEAST + 0.03 for score in best[len(found) :])
    for one in found:
        assert one.score == pytest.approx(expected[one.paper_id], abs=0.03)
    assert found == index.similar({"abstract": texts[0]}, limit, (1,))


def by_reading(texts: Mapping[int, str]) -> dict[int, float]:
    """The papers like the first and their scores, by the formula, word by word."""
    vectors = {paper: vector({"abstract": text}) for paper, text in texts.items()}
    terms = {
        paper: {term for token, _ in tokens(text) for _, term in token.terms()}
        for paper, text in texts.items()
    }
    asked = vectors[1]
    rare = {}
    for stem in asked.weights:
        matching = sum(stem in has for has in terms.values())
        if matching > 1:
            rare[stem] = rarity_at_large(stem, len(texts), matching)
    assert len(rare) <= HEAVIEST
    if not rare:
        return {}
    most = sum((asked.weights[stem] * rare[stem]) ** 2 for stem in rare) / asked.size**0.25
    found = {}
    for paper, other in vectors.items():
        score = sum(
            asked.weights[stem] * other.weights.get(stem, 0) * rare[stem] ** 2 for stem in rare
        )
        if paper != 1 and score > 0:
            found[paper] = min(1.0, score / other.size**0.25 / most)
    return found
