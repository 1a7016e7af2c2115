"""Citation keys such as ``gu2023mamba``: family name, year, first word of the title that tells.

Only processes text. Keys made here are small letters of ASCII and digits, which everything takes;
what a person may use instead says ``model.is_citation_key``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator
from itertools import count, product
from string import ascii_lowercase

from reader.exporting.escaping import plain
from reader.exporting.person_names import name_parts
from reader.model import Paper

_WORD = re.compile(r"[a-z0-9]+(?:['’-][a-z0-9]+)*")
_FAMILY, _WORD_LENGTH = 24, 24
_LITTLE_WORDS = (
    "a an and are as at be by can do does for from how in into is it its need not of on or over "
    "the to toward towards under use using via we what when where which who why with without you "
    "your der die das ein eine le la les un une el los las"
)
_LITTLE = frozenset(_LITTLE_WORDS.split())
# Letters that do not come apart into a letter of ASCII and a mark.
_SPELT = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)


def base_key(paper: Paper) -> str:
    """The key that a paper would have if no other had it."""
    family = name_parts(plain(paper.authors[0])).family if paper.authors else ""
    year = str(paper.year) if paper.year else ""
    key = f"{_letters(family)[:_FAMILY]}{year}{_telling_word(paper.title)}"
    return key or "paper"


def free_key(paper: Paper, taken: Container[str]) -> str:
    """The key for a paper while others are taken (in small letters): with a, b… at its end."""
    base = base_key(paper)
    return next(key for key in _variants(base) if key not in taken)


def _variants(base: str) -> Iterator[str]:
    yield base
    for length in count(1):
        for letters in product(ascii_lowercase, repeat=length):
            yield base + "".join(letters)


def _telling_word(title: str) -> str:
    """The first word of a title that is more than an article or preposition, else the first."""
    words = [_letters(word) for word in _WORD.findall(_ascii(title))]
    telling = (word for word in words if word not in _LITTLE and not word.isdigit())
    return next(telling, words[0] if words else "")[:_WORD_LENGTH]


def _letters(text: str) -> str:
    return "".join(letter for letter in _ascii(text) if letter.isalnum())


def _ascii(text: str) -> str:
    """The text in small letters of ASCII; those of other scripts are left out."""
    lowered = unicodedata.normalize("NFKD", plain(text).casefold().translate(_SPELT))
    return lowered.replace("’", "'").encode("ascii", "ignore").decode("ascii")
