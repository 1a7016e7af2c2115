"""What could not be understood among other things that could."""

from __future__ import annotations

from dataclasses import dataclass

from reader.errors import DigestError
from reader.words import joined


@dataclass(frozen=True, slots=True)
class Refused:
    """A piece of an archive or mailbox that could not be understood, and why."""

    name: str
    error: DigestError

    @property
    def sentence(self) -> str:
        """Which piece it was, and the whole message."""
        parts = (self.error.what, self.error.where, self.error.advice)
        return joined(": ", (self.name, joined(" ", filter(None, parts))))
