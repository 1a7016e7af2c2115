"""What could not be understood among other things that could."""

from __future__ import annotations

from dataclasses import dataclass

from reader.errors import DigestError


@dataclass(frozen=True, slots=True)
class Refused:
    """A piece of an archive or mailbox that could not be understood, and why."""

    name: str
    error: DigestError
