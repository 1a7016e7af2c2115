"""Small updates stay small: what a commit merges is of the size of what it brings."""

from __future__ import annotations

from pathlib import Path

from reader.search.index import Index
from reader.search.parsing import parse


def segments(folder: Path) -> dict[str, int]:
    return {file.name: file.stat().st_size for file in folder.glob("*.arrays")}


def test_notes_do_not_write_an_import_anew(tmp_path: Path) -> None:
    index = Index.create(tmp_path / "index")
    for batch in range(4):
        papers = [
            (batch * 200 + n, {"title": f"paper number{batch * 200 + n}"}) for n in range(200)
        ]
        index.update((), papers)
    large = set(segments(index.folder))
    assert len(large) == 4
    for paper in range(35):
        index.update((), [(paper, {"title": f"paper number{paper}", "note": "zebra"})])
        assert large <= set(segments(index.folder))
        assert len(segments(index.folder)) <= len(large) + 11
    assert sorted(index.search(parse("zebra "))) == list(range(35))
    assert index.document_count() == 800
    assert index.search(parse("number7 "))[:] == [7]
    index.close()


def test_many_imports_become_fewer_segments(tmp_path: Path) -> None:
    index = Index.create(tmp_path / "index")
    for batch in range(32):
        index.update((), [(batch * 100 + n, {"title": "paper"}) for n in range(100)])
    assert len(segments(index.folder)) < 10
    assert index.document_count() == 3_200
    index.close()
