"""``reader stats``: the figures of the reading progress, as text and as JSON."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.cli.conftest import Cli


def test_nothing_imported(cli: Cli) -> None:
    outcome = cli("stats")
    assert (outcome.status, outcome.err) == (0, "")
    assert "0 papers read, 0 decided about, 0 still in the Inbox." in outcome.out
    assert "By day" not in outcome.out
    assert "Days until decided" not in outcome.out


def test_what_was_read_today(filled: Cli) -> None:
    filled("mark", "read", 1)
    filled("tag", 1, "tides")
    outcome = filled("stats")
    assert (outcome.status, outcome.err) == (0, "")
    assert "1 paper read, 1 decided about, 1 still in the Inbox." in outcome.out
    assert "This week 1 paper read, 2 came in." in outcome.out
    today = date.today()
    rows = outcome.out.split("By day\n")[1].splitlines()[1:8]
    assert [row[5:] for row in rows if "█" in row] == ["·" * 52 + "█"]
    assert "█" in rows[today.weekday()]
    assert [len(row[5:]) for row in rows] == [
        53 if at <= today.weekday() else 52 for at in range(7)
    ]
    [week] = outcome.out.split("at most 1\n")[1].splitlines()[:1]
    assert week == " " * (5 + 52) + "█"
    [waited] = [line for line in outcome.out.splitlines() if line.endswith("█ 1")]
    assert waited.split()[0] == "0"
    [tags] = [line for line in outcome.out.splitlines() if line.startswith("tides")]
    assert tags.split() == ["tides", *"···········1"]


def test_json_with_the_query_of_each_figure(filled: Cli) -> None:
    filled("mark", "read", 1)
    filled("mark", "skipped", 2)
    filled("tag", 1, "nlp/tides")
    document = filled("stats", "--json").json
    today = date.today().isoformat()
    assert (document["read"], document["decided"], document["in_inbox"]) == (1, 2, 0)
    assert document["last"] == today
    assert document["days"][-1] == {
        "first": today, "last": today, "read": 1, "query": f"read:{today}"
    }  # fmt: skip
    assert document["week"]["came_in"] == 2
    assert document["tags"][0]["tag"] == "nlp"
    figures = [(figure["query"], figure["read"]) for figure in document["weeks"][-2:]]
    figures += [(figure["query"], figure["read"]) for figure in document["months"][-2:]]
    figures += [(f["query"], f["read"]) for tag in document["tags"] for f in tag["months"][-2:]]
    figures += [(figure["query"], figure["papers"]) for figure in document["waited"]]
    assert len(figures) == 13
    for query, papers in figures:
        assert filled("search", query, "--json").json["total"] == papers, query


def test_another_year(filled: Cli) -> None:
    filled("mark", "read", 1)
    last_year = date.today().year - 1
    document = filled("stats", "--year", last_year, "--json").json
    assert (document["first"], document["last"]) == (f"{last_year}-01-01", f"{last_year}-12-31")
    assert document["read"] == 0
    assert filled("stats", "--year", last_year).status == 0


@pytest.mark.parametrize("year", [1000, 9000, 2024, 2032])
def test_every_year_can_be_asked_for(filled: Cli, year: int) -> None:
    days = filled("stats", "--year", year, "--json").json["days"]
    if year <= date.today().year:
        first = date.fromisoformat(days[0]["first"])
        last = date.fromisoformat(days[-1]["last"])
        assert (last - first + timedelta(days=1)).days == len(days)


@pytest.mark.parametrize("year", ["0", "9999", "soon"])
def test_no_year(cli: Cli, year: str) -> None:
    assert cli("stats", "--year", year).status == 2
