"""The libraries opened lately, and the one that opens by itself."""

from __future__ import annotations

from pathlib import Path

from reader.library import default_folder
from reader.settings.libraries import forget_library, recent_libraries, remember_library
from reader.settings.places import settings_file
from reader.settings.settings import keep


def test_the_last_one_opened_is_first_and_none_is_there_twice(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "ot'h\"er"
    for folder in (one, other, one, one):
        remember_library(folder)
    assert recent_libraries() == [one, other]
    forget_library(one)
    assert recent_libraries() == [other]


def test_a_dozen_is_remembered(tmp_path: Path) -> None:
    for number in range(20):
        remember_library(tmp_path / str(number))
    assert recent_libraries() == [tmp_path / str(number) for number in range(19, 7, -1)]


def test_the_settings_say_which_library_opens(tmp_path: Path) -> None:
    usual = default_folder()
    keep("library", str(tmp_path / "mine"))
    assert default_folder() == tmp_path / "mine"
    keep("library", "~/papers")
    assert default_folder() == Path.home() / "papers"
    keep("library", "")
    assert default_folder() == usual


def test_a_slip_in_the_settings_shows_the_last_library(tmp_path: Path) -> None:
    usual = default_folder()
    settings_file().write_text("library = ", "utf-8")
    assert default_folder() == usual
    remember_library(tmp_path / "mine")
    assert default_folder() == tmp_path / "mine"
