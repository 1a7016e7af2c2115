"""The parts of a person's name, for lists that sort and shorten names. Only processes text.

The library keeps names as they are read ("Laurens van der Maaten"). Where a family name begins is
a matter of a person's own; what is done here is right for most names of papers, and leaves whole
what is no person's name.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d)\.?", re.IGNORECASE)
# Of a group, an institution or a machine: never turned around.
_GROUP = re.compile(
    r"\b(?:team|group|consortium|collaboration|project|initiative|association|society|institute|"
    r"university|laborator(?:y|ies)|labs?|research|foundation|community|contributors|"
    r"organi[sz]ation|committee|network|inc|ltd|llc|corp)\b\.?|(?-i:\bAI$)",
    re.IGNORECASE,
)
# Written with a capital by some, and part of the family name all the same.
_PARTICLES = frozenset(
    ("van", "von", "de", "del", "della", "der", "den", "di", "da", "dos", "du", "la", "el", "al")
) | {"bin", "ibn", "ben", "ter", "ten", "st", "st.", "zu", "af"}
_JOINING = frozenset(("y", "e", "i"))
_EASTERN = ("CJK", "HANGUL", "HIRAGANA", "KATAKANA")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in parts. Of what is no person's name only ``family`` is there: all of it."""

    family: str
    given: str = ""
    particle: str = ""
    suffix: str = ""

    @property
    def initials(self) -> str:
        """The given names shortened: ``J.-P. R.``."""
        shortened = (_initial(word) for word in self.given.replace(".", ". ").split())
        return " ".join(part for part in shortened if part)


def name_parts(name: str) -> PersonName:
    """The parts of a name that is written as it is read, given names first."""
    text = " ".join(name.split())
    rest, comma, last = text.rpartition(", ")
    suffix = last if comma and _SUFFIX.fullmatch(last) else ""
    words = (rest if suffix else text).split(" ")
    if not suffix and len(words) > 2 and _SUFFIX.fullmatch(words[-1]):
        suffix = words.pop()
    whole = " ".join(words)
    # Another comma than one before a suffix is an institution's.
    if len(words) < 2 or "," in whole or _GROUP.search(whole) or _eastern(whole):
        return PersonName(text)
    at = _family_at(words)
    particle, family = _without_particle(words[at:])
    return PersonName(" ".join(family), " ".join(words[:at]), " ".join(particle), suffix)


def _family_at(words: list[str]) -> int:
    """Where the family name begins, with the particles before it."""
    at = len(words) - 1
    if at >= 3 and words[at - 1] in _JOINING:
        at -= 2
    # A first name that looks like a particle ("Van Nguyen", "Al Gore") is one's first name.
    while at > 1 and _is_particle(words[at - 1]):
        at -= 1
    return at


def _without_particle(words: list[str]) -> tuple[list[str], list[str]]:
    """Particles in small letters stand apart; those with a capital are part of the name."""
    at = 0
    while at < len(words) - 1 and words[at][0].islower() and words[at + 1] not in _JOINING:
        at += 1
    return words[:at], words[at:]


def _is_particle(word: str) -> bool:
    return word.casefold() in _PARTICLES or (word.isalpha() and word.islower())


def _initial(word: str) -> str:
    """``J.`` of ``Jean``, ``J.-P.`` of ``Jean-Pierre``; nothing of what has no letter."""
    letters = (
        next((letter for letter in part if letter.isalpha()), "") for part in word.split("-")
    )
    return "-".join(f"{letter.upper()}." for letter in letters if letter)


def _eastern(text: str) -> bool:
    """Whether a name is in a script in which the family comes first and nothing is shortened."""
    return any(unicodedata.name(letter, "").startswith(_EASTERN) for letter in text)
