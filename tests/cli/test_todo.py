"""``reader todo`` and ``reader list --todo``."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Cli


def test_prints_what_is_to_do_by_paper(filled: Cli) -> None:
    assert filled("todo").out == "Nothing to do.\n"
    filled("note", "1", "-", stdin="- [ ] read \x1b[31m on\n- [x] ask\n- [ ] try")
    filled("note", "2", "-", stdin="* [ ] fold")
    lines = filled("todo").out.splitlines()
    assert lines[0].startswith("1 · ")
    assert lines[1:3] == ["  [ ] read  [31m on", "  [ ] try"]
    assert lines[3].startswith("2 · ")
    assert lines[4:] == ["  [ ] fold"]


def test_json(filled: Cli) -> None:
    assert filled("todo", "--json").json == {"total": 0, "papers": []}
    filled("note", "1", "-", stdin="Words.\n- [ ] read")
    found = filled("todo", "--json").json
    assert found["total"] == 1
    [paper] = found["papers"]
    assert set(paper) == {"id", "reader_id", "title", "todos"}
    assert paper["todos"] == [{"line": 2, "text": "read"}]


@pytest.mark.parametrize("which", ["--todo", "todo"])
def test_lists_the_papers(filled: Cli, which: str) -> None:
    filled("note", "2", "-", stdin="- [ ] fold")
    assert [paper["id"] for paper in filled("list", which, "--json").json["papers"]] == [2]
