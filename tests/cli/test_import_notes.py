"""``reader import-notes``: what was edited in an exported folder comes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Cli


@pytest.fixture
def vault(filled: Cli, tmp_path: Path) -> Path:
    filled("note", 1, "One.\nTwo.")
    filled("note", 2, "Other.")
    folder = tmp_path / "vault"
    assert filled("export", folder).status == 0
    return folder


def edit(vault: Path, old: str, new: str) -> str:
    [path] = [path for path in vault.glob("*.md") if old in path.read_text(encoding="utf-8")]
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    return path.name


def test_a_preview_shows_and_the_import_brings(filled: Cli, vault: Path) -> None:
    name = edit(vault, "Two.\n", "Two there.\n")
    preview = filled("import-notes", vault, "--dry-run")
    assert preview.status == 0
    assert preview.out.splitlines() == [
        f"{name}:",
        "    One.",
        "  - Two.",
        "  + Two there.",
        "Notes of 1 paper would be imported; nothing was changed.",
    ]
    document = filled("import-notes", vault, "--dry-run", "--json").json
    assert document["changes"][0]["note"] == "One.\nTwo there."
    assert document["imported"] == []
    assert filled("show", 1, "--json").json["note"] == "One.\nTwo."
    done = filled("import-notes", vault)
    assert done.out.splitlines()[-1] == "Notes of 1 paper imported, 1 unchanged."
    assert filled("show", 1, "--json").json["note"] == "One.\nTwo there."
    assert filled("search", "there", "--json").json["total"] == 1
    assert filled("export", vault).out == "0 written, 3 unchanged.\n"
    assert "Imported notes of" in filled("undo").out
    assert filled("show", 1, "--json").json["note"] == "One.\nTwo."


def test_conflicts_and_refusals_fail_and_are_told(filled: Cli, vault: Path) -> None:
    name = edit(vault, "Two.\n", "Two there.\n")
    filled("note", 1, "One.\nTwo here.")
    (vault / "mine.md").write_text("mine", encoding="utf-8")
    (vault / "bad.md").write_bytes(b"---\nreader-id: x\n---\n\0")
    outcome = filled("import-notes", vault)
    assert outcome.status == 1
    assert f"{name}: changed there and here, left alone: note" in outcome.err
    assert "refused: bad.md: it has NUL characters" in outcome.err
    assert "no reader-id, not imported: mine.md" in outcome.err
    assert "--ours or --theirs" in outcome.err
    document = filled("import-notes", vault, "--json").json
    assert document["conflicts"] == [{"file": name, "changed_there_and_here": ["note"]}]
    assert document["without_reader_id"] == ["mine.md"]
    (vault / "bad.md").unlink()
    assert filled("import-notes", vault, "--theirs").status == 0
    assert filled("show", 1, "--json").json["note"] == "One.\nTwo there."


def test_a_folder_that_is_not_there_is_refused(filled: Cli, tmp_path: Path) -> None:
    outcome = filled("import-notes", tmp_path / "nowhere")
    assert outcome.status == 1
    assert "no folder" in outcome.err
