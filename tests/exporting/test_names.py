from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.exporting.names import clash_key, file_name, unique
from reader.model import Paper

MakePaper = Callable[..., Paper]


def test_year_first_author_and_short_title(paper: MakePaper) -> None:
    assert file_name(paper()) == "2023 Gu - Mamba.md"
    assert file_name(paper(authors=("Gu, Albert",))) == "2023 Gu - Mamba.md"
    assert file_name(paper(year=None)) == "Gu - Mamba.md"
    assert file_name(paper(authors=())) == "2023 - Mamba.md"
    assert file_name(paper(authors=(), year=None)) == "Mamba.md"
    assert file_name(paper(authors=(), year=None, title="")) == "paper.md"


def test_a_long_title_is_cut_between_words(paper: MakePaper) -> None:
    name = file_name(paper(title="word " * 40))
    assert name == "2023 Gu - " + " ".join(["word"] * 12) + ".md"


@pytest.mark.parametrize("title", ["CON", "nul", "COM1", "lpt¹", "aux.txt", "con .x", "CONIN$"])
def test_reserved_names_of_windows_are_avoided(paper: MakePaper, title: str) -> None:
    assert file_name(paper(title=title, authors=(), year=None)).startswith("_")


@pytest.mark.parametrize(
    "title", ["../../etc/passwd", "/etc/passwd", "C:\\x", "..", ".", "a\u202egpj.exe", "~", "-rf"]
)
def test_a_hostile_title_is_only_a_name(paper: MakePaper, title: str) -> None:
    check(file_name(paper(title=title, authors=(), year=None)))


@given(st.text(), st.lists(st.text(), max_size=2), st.none() | st.integers(-9999, 9999))
def test_every_name_is_valid_everywhere(
    paper: MakePaper, title: str, authors: list[str], year: int | None
) -> None:
    name = file_name(paper(title=title, authors=tuple(authors), year=year))
    check(name)
    check(unique(name, {clash_key(name)}))


def check(name: str) -> None:
    stem = name.removesuffix(".md")
    assert name == stem + ".md"
    assert stem
    assert len(name.encode("utf-8")) <= 120
    assert name == unicodedata.normalize("NFC", name)
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f\x7f]', name)
    assert not any(unicodedata.category(c) in {"Cc", "Cf", "Cs", "Cn", "Co"} for c in name)
    assert name[0] not in ". -~"
    assert stem[-1] not in " ."
    assert stem.split(".")[0].strip().lower() not in {"con", "prn", "aux", "nul", "com1", "lpt9"}


def test_names_that_a_file_system_takes_for_one_are_told_apart() -> None:
    taken: set[str] = set()
    assert unique("Straße é.md", taken) == "Straße é.md"
    assert unique("STRASSE E\u0301.md", taken) == "STRASSE E\u0301 (2).md"
    assert unique("straße é.md", taken) == "straße é (3).md"
