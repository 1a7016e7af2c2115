"""Many digests imported without a preview of each, and what is said of them at the end."""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.errors import DigestError
from reader.model import ImportResult, count_of

_NAMES_SHOWN = 3


@dataclass(slots=True)
class Together:
    """What became of the digests that are imported in one go; ``writing`` are under way."""

    results: list[ImportResult] = field(default_factory=list)
    refused: list[tuple[str, DigestError]] = field(default_factory=list)
    writing: int = 0

    def sentence(self) -> str:
        """What a person wants to know of it."""
        brought = [result for result in self.results if result.already_imported is None]
        new, known = sum(r.new for r in brought), sum(r.known for r in brought)
        parts = [f"{_digests(len(brought))} imported with {count_of(new)} that are new"]
        if known:
            parts.append(f"{known:,} known already")
        before = len(self.results) - len(brought)
        if before:
            parts.append(f"{_digests(before)} imported before")
        words = ", ".join(parts) + "."
        return words + self._refusals()

    def _refusals(self) -> str:
        if not self.refused:
            return ""
        names = ", ".join(name for name, _ in self.refused[:_NAMES_SHOWN])
        more = len(self.refused) - _NAMES_SHOWN
        names += f" and {more} more" if more > 0 else ""
        return f" Not understood: {names}. {self.refused[0][1].what}"


def _digests(number: int) -> str:
    return "1 digest" if number == 1 else f"{number:,} digests"
