"""Knows which file of a folder belongs to which paper, and finds free names for new ones."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from reader.exporting.base import Base
from reader.exporting.files import explained, inside, mark_at
from reader.exporting.names import clash_key, unique
from reader.exporting.scan import Known, Scan, read_id, scan


class Places:
    """The files of an export, found again by reader-id wherever the person has put them.

    With ``scan_now`` False only the last known places of files are looked at, until one is gone.
    """

    def __init__(self, root: Path, bases: Mapping[str, Base], *, scan_now: bool = True) -> None:
        self.root = root
        self._bases = bases
        self._scanning = scan_now
        self._given: set[Path] = set()

    def of(self, reader_id: str, wanted: str) -> str:
        """The relative path of the file of a paper, whether it exists or is to be made."""
        return self.existing(reader_id) or self.new(wanted)

    def new(self, wanted: str) -> str:
        """The relative path of a file to be made."""
        relative = unique(wanted, self._taken)
        self._give(relative)
        return relative

    def existing(self, reader_id: str) -> str:
        """The relative path of a file that is there, empty when there is none.

        The last known place counts first, as a copy has the same reader-id; it also counts when the
        person has removed the reader-id there.
        """
        base = self._bases.get(reader_id)
        if not self._scanning:
            if base is not None and self._claims(base):
                self._give(base.path)
                return base.path
            self._scanning = True
        found = self._scan.found.get(reader_id, [])
        relative = found[0] if found else ""
        if base is not None and (base.path in found or (not found and self._anonymous(base.path))):
            relative = base.path
        if relative:
            self._give(relative)
        return relative

    def there(self, relative: str) -> bool:
        """Whether there is a file at a place; False for a new one that is only to be made."""
        if self._scanning and relative in self._scan.marks:
            return True
        path = inside(self.root, relative)
        return path is not None and path.is_file()

    def mark(self, relative: str) -> str:
        """What the file at a place is known by; empty when its reader-id must be looked for.

        Only where the scan has found one: a file that a person took the reader-id from has none.
        """
        if not self._scanning:
            return mark_at(self.root / relative) if not (self.root / relative).is_symlink() else ""
        return self._scan.marks.get(relative, "") if relative in self._identified else ""

    @cached_property
    def _scan(self) -> Scan:
        bases = self._bases.values()
        return scan(
            self.root, {base.path: Known(base.mark, base.reader_id) for base in bases if base.mark}
        )

    @cached_property
    def _identified(self) -> frozenset[str]:
        return frozenset(path for paths in self._scan.found.values() for path in paths)

    @cached_property
    def _taken(self) -> set[str]:
        """The names in the folder, as ``clash_key`` makes them."""
        with explained(self.root):
            return {clash_key(name) for name in os.listdir(self.root)}  # noqa: PTH208

    def _give(self, relative: str) -> None:
        self._given.add(self.root / relative)

    def _claims(self, base: Base) -> bool:
        """Whether the file at the last known place says that it is the paper's."""
        path = inside(self.root, base.path)
        return path is not None and read_id(path) == base.reader_id

    def _anonymous(self, relative: str) -> bool:
        """Whether a file is there that no paper claims."""
        path = inside(self.root, relative)
        if path is None or self.root / relative in self._given or not path.is_file():
            return False
        return not read_id(path)
