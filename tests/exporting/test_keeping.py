"""A folder that is kept up to date, and ``reader export --watch``."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.errors import ExportError
from reader.exporting import folder as exporting_folder
from reader.library import Library
from tests.libraries.papers import digest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library") as library:
        library.import_digest(digest(["Tides", "Ferns", "Gulls"]))
        for number in (1, 2):
            library.set_note(number, f"Note {number}.")
        yield library


@pytest.fixture
def kept(library: Library, tmp_path: Path) -> Path:
    folder = tmp_path / "vault"
    folder.mkdir()
    library.keep_exported(folder)
    library.refresh_kept()
    return folder


def texts(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.rglob("*.md")}


def of(folder: Path, title: str) -> str:
    return next(text for text in texts(folder).values() if f"title: {title}\n" in text)


def test_nothing_is_kept_unless_it_is_wished(library: Library) -> None:
    assert library.kept_folder() is None
    assert library.refresh_kept() is None


def test_the_folder_is_remembered_until_it_is_no_longer_wished(
    library: Library, kept: Path
) -> None:
    with Library(library.folder) as again:
        assert again.kept_folder() == kept.resolve()
    library.keep_exported(None)
    assert library.kept_folder() is None
    assert texts(kept)


def test_a_changed_note_touches_its_own_file_alone(
    library: Library, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rendered: list[str] = []
    render = exporting_folder.render

    def counted(paper: object, **more: object) -> str:
        rendered.append("")
        return render(paper, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(exporting_folder, "render", counted)
    library.set_note(1, "Another.")
    report = library.refresh_kept({1})
    assert report is not None
    assert len(report.written) == len(rendered) == 1
    assert "Another.\n" in of(kept, "Tides")


def test_what_the_list_says_of_a_paper_and_new_papers_arrive(library: Library, kept: Path) -> None:
    library.set_starred([1], True)
    library.refresh_kept({1})
    assert "★" in texts(kept)["index.md"]
    library.set_note(3, "Now too.")
    library.refresh_kept({3})
    assert "Now too.\n" in of(kept, "Gulls")
    assert "[Gulls]" in texts(kept)["index.md"]
    library.undo()
    library.refresh_kept({3})
    assert "[Gulls]" not in texts(kept)["index.md"]


def test_what_the_person_did_to_a_file_stays(library: Library, kept: Path) -> None:
    path = next(path for path in kept.glob("*.md") if "title: Tides" in path.read_text())
    (kept / "sub").mkdir()
    moved = kept / "sub" / "mine.md"
    path.rename(moved)
    moved.write_text(moved.read_text().replace("## Note\n", "Mine.\n\n## Note\n"), encoding="utf-8")
    library.set_note(1, "Another.")
    library.refresh_kept({1})
    assert {"Mine.", "Another."} <= set(moved.read_text().split("\n"))
    assert "(sub/mine.md)" in texts(kept)["index.md"]


def test_a_folder_that_is_gone_is_not_made_anew_and_caught_up_with_later(
    library: Library, kept: Path
) -> None:
    away = kept.rename(kept.with_name("away"))
    library.set_note(1, "Meanwhile.")
    with pytest.raises(ExportError, match="gone"):
        library.refresh_kept({1})
    assert not kept.exists()
    away.rename(kept)
    library.refresh_kept()
    assert "Meanwhile.\n" in of(kept, "Tides")


@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C cannot be sent to one program there")
def test_watching_follows_other_programs_until_ctrl_c(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "watched"
    command = [sys.executable, "-m", "reader", "--library", str(library.folder)]
    with subprocess.Popen(
        [*command, "export", str(folder), "--watch"],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        preexec_fn=_hears_ctrl_c,
    ) as watching:  # fmt: skip
        try:
            assert watching.stdout is not None
            assert watching.stdout.readline() == "3 written, 0 unchanged.\n"
            assert "Ctrl+C" in watching.stdout.readline()
            library.set_note(1, "From elsewhere.")
            until(lambda: "From elsewhere.\n" in of(folder, "Tides"))
            assert watching.stdout.readline().startswith("written: ")
            watching.send_signal(signal.SIGINT)
            output, errors = watching.communicate(timeout=30)
        finally:
            watching.kill()
    assert (watching.returncode, output, errors) == (0, "Ended.\n", "")


def _hears_ctrl_c() -> None:
    """What a shell starts in the background is deaf to it, and so are the programs it starts."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)
