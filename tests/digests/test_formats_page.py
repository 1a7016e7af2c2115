from __future__ import annotations

import re
from pathlib import Path

from reader.digests import FORMATS

ROOT = Path(__file__).parents[2]


def test_the_page_names_every_format() -> None:
    page = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `([a-z-]+)` \|", page, re.MULTILINE) == [one.name for one in FORMATS]


def test_every_format_is_one_module_with_one_module_of_tests() -> None:
    folders = ROOT / "reader" / "digests" / "formats", ROOT / "tests" / "digests" / "formats"
    modules, tests = (
        {one.stem.removeprefix("test_") for one in folder.glob(pattern)}
        for folder, pattern in zip(folders, ("[a-z]*.py", "test_*.py"), strict=True)
    )
    assert modules == tests
    assert len(modules) == len(FORMATS)
