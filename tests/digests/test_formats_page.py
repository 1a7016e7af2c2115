from __future__ import annotations

import re
from pathlib import Path

from reader.digests import FORMATS

ROOT = Path(__file__).parents[2]


def test_the_page_names_every_format() -> None:
    page = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `([a-z-]+)` \|", page, re.MULTILINE) == [one.name for one in FORMATS]


def test_every_format_is_one_module_that_names_its_specification_and_has_tests() -> None:
    folder = ROOT / "reader" / "digests" / "formats"
    modules = [one for one in folder.glob("*.py") if one.name != "__init__.py"]
    assert len(modules) == len(FORMATS)
    tests = "\n".join(
        one.read_text(encoding="utf-8") for one in (ROOT / "tests" / "digests").rglob("test_*.py")
    )
    assert [one.name for one in FORMATS if one.name not in tests] == []
