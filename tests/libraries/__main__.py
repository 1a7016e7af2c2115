"""Makes the frozen library of the current schema; see the package."""

from __future__ import annotations

import shutil
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from reader.library import Library
from reader.model import Status
from reader.store import settings
from tests.libraries.papers import digest, entry, sample_entries


def freeze(file: Path) -> None:
    """Writes a small library with something in every table that actions can fill."""
    if file.exists():
        raise SystemExit(f"{file} is there already, and frozen.")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Library(folder, now=lambda: datetime(2026, 5, 1, 12, tzinfo=UTC)) as library:
            fill(library)
        shutil.copy(folder / "library.db", file)


def fill(library: Library) -> None:
    """The history of the frozen library: eight steps, the last of them undone."""
    library.import_digest(digest(sample_entries(), title="Trending inventions"))
    library.import_digest(digest([entry("Bridges That Remember Their Walkers"), "A Late One"]))
    library.set_starred([1, 3], True)
    library.set_status([2], Status.READ)
    library.add_tags([1, 2], ["animals/slow", "größe"])
    library.set_note(1, "Anemones *wave*.\n")
    library.set_note(3, "Unlike [[Bridges That Remember Their Walkers]].\n")
    library.set_setting("list", "inbox")
    with library._store.write() as database:  # an export would write this machine's paths
        exported = (library.paper(1).reader_id, "Anemones.md", "# Anemones\n", "", "", "")
        settings.put_exported(database, "/home/ada/notes", [exported])
    library.set_status([4], Status.SKIPPED)
    library.undo()


if __name__ == "__main__":
    freeze(Path(sys.argv[1]))
