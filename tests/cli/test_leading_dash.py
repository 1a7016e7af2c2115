"""``reader note 1 "- [ ] x"``: texts that begin as options do."""

from __future__ import annotations

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cli.noting import note
from tests.cli.conftest import Cli


@pytest.mark.parametrize(
    "text",
    [
        "- [ ] have another look",
        "- x",
        "-> see the other",
        "---\nkind: front matter\n---",
        "---",
        "-5 degrees",
        "-8",
        "-\tx",
        "- a = b",
        "-h is Planck’s constant",
        "-– and other dashes",
    ],
)
def test_is_the_note(filled: Cli, text: str) -> None:
    assert filled("note", 1, text).status == 0
    assert filled("show", 1, "--json").json["note"] == text


def test_goes_with_options_before_and_after(filled: Cli) -> None:
    filled("note", 1, "- one")
    filled("note", 1, "- two", "--append")
    filled("note", "--append", 1, "- three")
    assert filled("show", 1, "--json").json["note"] == "- one\n\n- two\n\n- three"


def test_two_dashes_still_end_the_options(filled: Cli) -> None:
    for before in ((), ("1",)):
        after = () if before else ("1",)
        filled("note", *before, "--", *after, "--append")
        assert filled("show", 1, "--json").json["note"] == "--append"
    filled("note", "--append", "--", "1", "- x")
    assert filled("show", 1, "--json").json["note"] == "--append\n\n- x"


def test_a_single_dash_is_still_stdin(filled: Cli) -> None:
    filled("note", 1, "-", stdin="- from there")
    assert filled("show", 1, "--json").json["note"] == "- from there"


def test_the_value_of_an_option_is_no_text(filled: Cli) -> None:
    refused = filled("note", 1, "--template", "- x")
    assert refused.status == 1
    assert "There is no template “- x” for notes." in refused.err


@pytest.mark.parametrize("typo", ["--apend", "-x", "-append", "--template", "--apend=a b", "--a b"])
def test_typos_of_options_are_refused_as_ever(filled: Cli, typo: str) -> None:
    filled("note", 1, "Mine.")
    refused = filled("note", 1, typo)
    assert refused.status == 2
    assert "No such option" in refused.err or "requires an argument" in refused.err
    assert filled("show", 1, "--json").json["note"] == "Mine."


def test_an_option_without_its_value_is_refused(filled: Cli) -> None:
    refused = filled("note", 1, "- x", "--template")
    assert refused.status == 2
    assert "requires an argument" in refused.err


def test_more_than_one_text_is_refused(filled: Cli) -> None:
    refused = filled("note", 1, "- one", "- two")
    assert refused.status == 2
    assert "unexpected extra argument" in refused.err


def test_help_is_still_help(filled: Cli) -> None:
    assert "Set the note of a paper" in filled("note", "-h").out


@given(st.text(st.characters(codec="utf-8"), max_size=8))
def test_no_text_is_changed_or_lost(rest: str) -> None:
    text = f"- {rest}"
    context = click.Context(note)
    note.parse_args(context, ["1", text])
    assert (context.params["name"], context.params["text"]) == ("1", text)
