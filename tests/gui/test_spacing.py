"""What lies between things is one of six steps, 4 to 32, by its name."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import reader.gui

GUI = Path(reader.gui.__file__).parent
MODULES = sorted(GUI.rglob("*.py"))
_SPACING = (
    *("setSpacing", "addSpacing", "setHorizontalSpacing", "setVerticalSpacing"),
    "setContentsMargins",
)
# None, or the width of a line.
_BARE = (0, 1)


def bare_numbers(source: str) -> Iterator[str]:
    """The places where a layout is given a number that has no name."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in _SPACING:
            for part in (part for given in node.args for part in ast.walk(given)):
                if isinstance(part, ast.Constant) and part.value not in _BARE:
                    yield f"line {node.lineno}: {part.value}"


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(GUI)))
def test_layouts_keep_to_the_steps(module: Path) -> None:
    assert not list(bare_numbers(module.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("source", "bare"),
    [
        ("row.setSpacing(10)", ["line 1: 10"]),
        ("row.setContentsMargins(SPACE_16 + 2, 0, 1, 0)", ["line 1: 2"]),
        ("row.addSpacing(SPACE_8)", []),
    ],
)
def test_a_number_without_a_name_is_found(source: str, bare: list[str]) -> None:
    assert list(bare_numbers(source)) == bare
