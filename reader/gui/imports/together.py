"""Many digests imported without a preview of each, and what is said of them at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.errors import DigestError
from reader.gui.language import translate
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
        imported = translate("Together", "{} imported with {} that are new")
        parts = [imported.format(_digests(len(brought)), count_of(new))]
        if known:
            parts.append(translate("Preview", "%Ln known already", "", known))
        before = len(self.results) - len(brought)
        if before:
            parts.append(translate("Together", "{} imported before").format(_digests(before)))
        words = ", ".join(parts) + "."
        return f"{words} {refusals(self.refused)}" if self.refused else words


def refusals(refused: Sequence[tuple[str, DigestError]]) -> str:
    """Which of several were refused, by their names, and why the first of them was."""
    names = ", ".join(name for name, _ in refused[:_NAMES_SHOWN])
    more = len(refused) - _NAMES_SHOWN
    if more > 0:
        names = translate("Together", "{} and %Ln more", "", more).format(names)
    words = translate("Together", "Not understood: {}.").format(names)
    return f"{words} {refused[0][1].what}"


def _digests(number: int) -> str:
    return translate("Together", "%Ln digest(s)", "", number)
