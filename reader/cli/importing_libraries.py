"""The part of ``reader import`` that brings in a whole library, as ``reader export`` wrote it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, BinaryIO

import click

from reader.cli.printing import plain
from reader.library import Library
from reader.model import LibraryImport, count_of
from reader.operations.dumped import HEAD_BYTES, is_dump


def is_library(stream: BinaryIO) -> bool:
    """Whether a file begins as an exported library does; it is at its beginning again then."""
    head = stream.read(HEAD_BYTES)
    stream.seek(0)
    return is_dump(head)


def library_outcome(
    library: Library, stream: BinaryIO, shown: str, *, dry_run: bool
) -> dict[str, Any]:
    """Imports a library and says what became of it, with the keys that digests have too.

    Raises DigestError.
    """
    done = library.import_library(stream, Path(shown).name, dry_run=dry_run)
    return {
        "file": shown,
        "format": "jsonl",
        "digest": None,
        "digests": done.digests,
        "entries": done.new + done.known + done.passed_over,
        "new": done.new,
        "known": done.known,
        "possible_duplicates": 0,
        "warnings": [{"entry": None, "message": message} for message in _warnings(done)],
        "already_imported": False,
    }


def say_library(outcome: dict[str, Any], *, dry_run: bool) -> None:
    """Says in sentences what became of a library."""
    verb = "would bring" if dry_run else "brought"
    new = f"{outcome['new']} new {'paper' if outcome['new'] == 1 else 'papers'}"
    parts = [f"{plain(outcome['file'])} {verb} {new}"]
    if outcome["known"]:
        parts.append(f"united {outcome['known']} with what was here")
    if outcome["digests"]:
        parts.append(f"{outcome['digests']} new digest{'' if outcome['digests'] == 1 else 's'}")
    click.echo(", ".join(parts) + ".")
    for warning in outcome["warnings"]:
        click.echo(f"  {warning['message']}", err=True)


def _warnings(done: LibraryImport) -> list[str]:
    found = []
    if done.notes:
        notes = "1 note had" if done.notes == 1 else f"{done.notes:,} notes had"
        found.append(
            f"{notes} another text here than there; the newer stands, the other is in the history "
            "(reader note ID --history)."
        )
    if done.passed_over:
        found.append(f"{count_of(done.passed_over)} that you deleted here stayed away.")
    return found
