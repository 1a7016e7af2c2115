from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from reader.exporting import front_matter
from reader.exporting.base import Resolve
from reader.exporting.front_matter import ConflictError, MalformedError

BASE = "title: A\ntags: [a, b]\nstatus: inbox\nreader-id: X1\n"


def merge(theirs: str, ours: str, resolve: Resolve = Resolve.REPORT) -> str:
    return front_matter.merge(BASE, theirs, ours, resolve)


@given(st.text(), st.lists(st.text(), min_size=1))
def test_any_text_is_the_same_text_for_every_yaml_reader(title: str, tags: list[str]) -> None:
    title = title.encode("utf-8", "replace").decode()
    tags = [tag.encode("utf-8", "replace").decode() for tag in tags]
    in_lines = "title: x\ntags:\n  - a\n"
    for written in (
        front_matter.dump({"title": title, "tags": tags}),
        front_matter.merge(
            in_lines,
            in_lines + "own: 1\n",
            front_matter.dump({"title": title, "tags": tags}),
            Resolve.REPORT,
        ).replace("own: 1\n", ""),
    ):
        for loaded in (yaml.safe_load(written), YAML(typ="safe").load(written)):
            assert loaded == {"title": title, "tags": tags}


@pytest.mark.parametrize(
    "text",
    [
        "2312.00752",
        "yes",
        "on",
        "no",
        "~",
        "null",
        "1:30",
        "0o17",
        "2020-01-01",
        "---",
        "a: b",
        "01E5",
        "1e5",
        "12345678901234567890123456",
        "<<",
        "=",
        "x #y",
        "- a",
        "!tag",
        "*a",
        "&a",
    ],
)
def test_what_could_be_taken_for_something_else_is_quoted(text: str) -> None:
    assert yaml.safe_load(front_matter.dump({"k": text})) == {"k": text}
    if text != "01E5":
        assert front_matter.dump({"k": text}) == f'k: "{text}"\n'


@pytest.mark.parametrize(
    "text", ["Albert Gu", "nlp/long-context", "https://arxiv.org/abs/1", "Gödel"]
)
def test_simple_words_are_not_quoted(text: str) -> None:
    assert front_matter.dump({"k": text}) == f"k: {text}\n"


def test_keys_order_comments_and_spelling_of_the_person_stay() -> None:
    theirs = (
        "# mine\nrating:   5   # of 5\ntags:\n  # why\n  - a\n  - b\n\n"
        "aliases: ['M', ~]\nstatus: inbox # soon\ntitle: A\nreader-id: X1\n# end\n"
    )
    ours = "title: A\nauthors: [Bo]\ntags: [a, c]\nstatus: read\nreader-id: X1\n"
    assert merge(theirs, ours) == (
        "# mine\nrating:   5   # of 5\ntags:\n  # why\n  - a\n  - c\n\n"
        "aliases: ['M', ~]\nstatus: read  # soon\ntitle: A\nauthors: [Bo]\nreader-id: X1\n# end\n"
    )


def test_a_comment_outlives_the_value_it_was_about() -> None:
    theirs = BASE.replace("inbox", "inbox # soon").replace("[a, b]", "\n  - a # why\n  - b")
    ours = "title: A\ntags: [c]\nreader-id: X1\n"
    assert merge(theirs, ours) == "title: A\n# why\ntags:\n  - c\n# soon\nreader-id: X1\n"


def test_a_key_that_comes_from_a_merge_key_is_left() -> None:
    theirs = "base: &b {status: inbox}\n<<: *b\n" + BASE.replace("status: inbox\n", "")
    with pytest.raises(MalformedError):
        merge(theirs, BASE.replace("status: inbox\n", ""))


def test_each_side_changes_its_own_key() -> None:
    theirs = BASE.replace("inbox", "mine")
    assert merge(theirs, BASE.replace("title: A", "title: B")) == theirs.replace("A", "B", 1)


def test_a_key_that_the_library_dropped_goes_and_one_the_person_dropped_stays_away() -> None:
    assert "status" not in merge(BASE + "x: 1\n", BASE.replace("status: inbox\n", ""))
    assert "tags" not in merge(BASE.replace("tags: [a, b]\n", ""), BASE.replace("inbox", "read"))


def test_the_same_key_changed_twice_is_a_conflict_unless_resolved() -> None:
    theirs, ours = BASE.replace("inbox", "mine"), BASE.replace("inbox", "read")
    with pytest.raises(ConflictError, match="status"):
        merge(theirs, ours)
    assert merge(theirs, ours, Resolve.OURS) == ours
    assert merge(theirs, ours, Resolve.THEIRS) == theirs


@pytest.mark.parametrize(
    "theirs",
    [
        "title: [",
        "- a\n- b\n",
        "just words\n",
        "title: A\ntitle: B\n",
        "a: *nowhere\n",
        "date: 2020-13-45\n",
        "{title: A, status: inbox}\n",
        "[" * 5000,
        "\x00: 1\n",
        "title: &t A\nmine: *t\ntags: [a, b]\nstatus: inbox\nreader-id: X1\n",
        "  title: A\n  status: inbox\n",
        "--- a\n--- b\n",
    ],
)
def test_what_cannot_be_edited_safely_is_refused(theirs: str) -> None:
    with pytest.raises((MalformedError, ConflictError)):
        merge(theirs, BASE.replace("inbox", "read").replace("title: A", "title: B"))


def test_shared_values_of_the_person_stay() -> None:
    theirs = BASE + "base: &b {x: 1}\nmine:\n  <<: *b\nmore: *b\n"
    assert merge(theirs, BASE.replace("inbox", "read")) == theirs.replace("inbox", "read")


VALUES: Any = st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.dates()


@given(st.dictionaries(st.sampled_from(["p", "q", "rs", "é", "tags2"]), VALUES, max_size=4))
def test_what_the_person_added_survives_whatever_the_library_changes(mine: dict[str, Any]) -> None:
    added = yaml.safe_dump(mine, allow_unicode=True) if mine else ""
    # PyYAML does not read back all that it writes (U+0085), so what counts is what the text says.
    said = yaml.safe_load(added) or {}
    merged = merge(added + BASE, "title: B\nstatus: read\nreader-id: X1\n")
    assert yaml.safe_load(merged) == {**said, "title": "B", "status": "read", "reader-id": "X1"}
    assert merged.startswith(added)


def test_add_missing_replaces_nothing() -> None:
    theirs = "status: mine\nreader-id: X1\n"
    assert front_matter.add_missing(theirs, BASE) == theirs + "title: A\ntags: [a, b]\n"


@given(st.text(alphabet="-a\n #:\t\r\u2028"))
def test_split_and_join_are_inverse(text: str) -> None:
    try:
        parts = front_matter.split(text)
    except MalformedError:
        return
    assert parts.join() == text
