"""The benchmark of search runs, on a few invented papers, and finds what is there."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from tests.benchmarks import corpus
from tests.benchmarks.search import __main__ as speed
from tests.benchmarks.search import asked, engines, quality, source
from tests.benchmarks.search.asked import Kind
from tests.benchmarks.search.goals import GOALS, Goal, show
from tests.benchmarks.search.source import Source

PAPERS = 60
ENOUGH = 10


@pytest.fixture
def papers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Source:
    monkeypatch.setattr(corpus, "REAL", tmp_path / "there is none")
    monkeypatch.setattr(asked, "TITLES_TYPED", 2)
    file = tmp_path / "papers.jsonl"
    assert source.write(file, corpus.papers(PAPERS)) == PAPERS
    return Source(file)


def test_the_engines_are_measured_side_by_side(
    papers: Source, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("tantivy")
    classes = asked.drawn(list(papers.papers()), ENOUGH)
    measured = speed.measure(tmp_path, papers, classes, engines.NAMES, passes=1)
    lines = speed.lines(measured, GOALS)
    assert {line.what for line in lines} >= set(GOALS)
    both = {"ours", "tantivy", "fts5"}
    assert all(both <= set(line.figures) for line in lines if line.what.startswith("keystroke"))
    found = {line.what: line.figures for line in speed.totals(measured)}
    assert all(total > 0 for total in found["one word"].values())
    show(lines, "Sixty papers")
    assert "ours/tantivy" in capsys.readouterr().out


def test_tantivy_and_fts5_find_the_same_papers_by_whole_words(
    papers: Source, tmp_path: Path
) -> None:
    pytest.importorskip("tantivy")
    real = list(papers.papers())
    opened = []
    for name in ("tantivy", "fts5"):
        module = engines.module(name)
        module.build(tmp_path / name, papers.numbered())
        opened.append(module.open_engine(tmp_path / name))
    for kind, queries in asked.drawn(real, ENOUGH).items():
        for query in queries:
            if query.kind not in (Kind.FUZZY, Kind.FILTERED) and kind != "keystroke":
                one, other = (engine.search(query, PAPERS) for engine in opened)
                assert (sorted(one[0]), one[1]) == (sorted(other[0]), other[1]), query


def test_papers_are_recombined_one_by_one_and_always_the_same(papers: Source) -> None:
    many = Source(papers.file, 1_000_000)
    once, again = (list(islice(many.papers(), 20)) for _ in range(2))
    assert once == again
    assert len({paper["title"] for paper in once}) > 1
    assert set(once[0]) == set(source.read(papers.file)[0])


def test_the_ranking_is_measured(papers: Source, tmp_path: Path) -> None:
    real = source.read(papers.file)
    halves = [quality.known(real, half) for half in quality.HALVES]
    whole = quality.known(real)
    for name, wanted in whole.wanted.items():
        assert wanted[0::2] == halves[0].wanted[name]
        assert wanted[1::2] == halves[1].wanted[name]
        assert whole.queries[name][1::2] == halves[1].queries[name]
    found = {name: quality.places(tmp_path, papers, whole, name) for name in ("fts5", "ours")}
    quality.show(found, "Sixty papers")
    assert quality.Score.of(found["fts5"]["five title words shuffled"]).ten > 0.9


def test_a_goal_is_missed_on_the_wrong_side_of_any_part() -> None:
    goal = Goal(limit=10, shares={"tantivy": 0.5})
    assert not goal.missed({"ours": 2, "tantivy": 4})
    assert goal.missed({"ours": 3, "tantivy": 4})
    assert goal.missed({"ours": 11, "tantivy": 40})
    assert Goal(shares={"fts5": 0.9}, more_is_better=True).missed({"ours": 8, "fts5": 10})
