"""``reader cite``."""

from __future__ import annotations

from tests.cli.conftest import Cli


def test_a_list_of_references_is_printed(filled: Cli) -> None:
    outcome = filled("cite", 2, 1)
    assert outcome.status == 0
    first, second = outcome.out.splitlines()
    assert first.startswith("Ferns Count in Threes: Recursive Growth without a Supervisor. (")
    assert second.startswith("Gulls Share Nothing: A Negative Result on Cooperative Chips. (")


def test_the_style_and_the_form_are_chosen(filled: Cli) -> None:
    assert filled("cite", 1, "--style", "ieee").out.startswith("“Ferns Count in Threes")
    assert "<i>Ferns Count" in filled("cite", 1, "--format", "html").out
    assert "*Ferns Count" in filled("cite", 1, "--format", "markdown").out


def test_json(filled: Cli) -> None:
    made = filled("cite", 2, 1, "--style", "chicago", "--json").json
    assert made["style"] == "chicago"
    assert [one["id"] for one in made["citations"]] == [2, 1]
    assert made["citations"][1]["text"].startswith("“Ferns Count in Threes")
    assert set(made["citations"][0]) == {"id", "text", "html", "markdown"}


def test_what_is_not_there_is_said(filled: Cli) -> None:
    assert filled("cite", 99).status == 1
    assert filled("cite").status == 2
    assert filled("cite", 1, "--style", "mla").status == 2
