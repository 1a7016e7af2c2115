"""The queries of the benchmark, drawn from the papers by a fixed seed."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tests.benchmarks.search.engines import Fields

SEED = 20260501
TITLES_TYPED = 60
QUERIES_OF_A_CLASS = 200
YEARS = "2019..2022"
_WORD = re.compile(r"[^\W_]+")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Kind(StrEnum):
    """How the words of a query are meant."""

    ALL = "all"
    ANY = "any"
    PHRASE = "phrase"
    TITLE = "title"
    FUZZY = "fuzzy"
    FILTERED = "filtered"


@dataclass(frozen=True, slots=True)
class Asked:
    """One query: its words for engines that have no language, and its text in ours.

    ``begun`` is the last word, of which only the beginning is typed yet; it is not in ``words``.
    """

    kind: Kind
    words: tuple[str, ...]
    begun: str = ""
    text: str = ""


def words_of(text: str) -> list[str]:
    """The words as they are typed: small letters, nothing between them but spaces."""
    return _WORD.findall(text.lower())


# Our analysis leaves them out, so that alone they find all papers: no word to compare engines by.
_STOP_WORDS = frozenset(
    words_of(
        "a an and are as at be by can for from have if in is it may not of on or that the this to "
        "us we when will with yet you your"
    )
)


def asked(kind: Kind, words: Sequence[str], begun: str = "") -> Asked:
    """A query with its text written out."""
    return Asked(kind, tuple(words), begun, _text(kind, words, begun))


def _text(kind: Kind, words: Sequence[str], begun: str) -> str:
    finished = " ".join(words)
    match kind:
        case Kind.ANY:
            return " OR ".join(words) + " "
        case Kind.PHRASE:
            return f'"{finished}"'
        case Kind.TITLE:
            return f"title:{finished} "
        case Kind.FUZZY:
            return f"{finished}~"
        case Kind.FILTERED:
            return f"{finished} year:{YEARS} sort:year "
    return f"{finished} {begun}".lstrip()


def typed(title: str) -> list[Asked]:
    """A title typed letter by letter."""
    whole = " ".join(words_of(title))
    keys = []
    for end in range(1, len(whole) + 1):
        *finished, begun = whole[:end].split(" ")
        keys.append(asked(Kind.ALL, finished, begun))
    return keys


def misspelt(word: str, chance: random.Random) -> str:
    """The word with a letter left out, put in, changed, or swapped with the next."""
    at = chance.randrange(1, len(word) - 1)
    letter = chance.choice(_LETTERS.replace(word[at], ""))
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    ways = [
        word[:at] + word[at + 1 :],
        word[:at] + letter + word[at:],
        word[:at] + letter + word[at + 1 :],
    ]
    return chance.choice(ways if swapped == word else [*ways, swapped])


def drawn(papers: Sequence[Fields], of_each: int = QUERIES_OF_A_CLASS) -> dict[str, list[Asked]]:
    """The classes of queries by name, ``keystroke`` first."""
    chance = random.Random(SEED)
    titles = [words for paper in papers if len(words := words_of(paper["title"])) >= 3]

    def title() -> list[str]:
        return chance.choice(titles)

    def long(words: Sequence[str], letters: int = 3) -> list[str]:
        telling = (word for word in words if len(word) >= letters and word not in _STOP_WORDS)
        return list(dict.fromkeys(telling))

    def some(count: int, letters: int = 3) -> list[str]:
        """So many different words of one title."""
        while len(words := long(title(), letters)) < count:
            pass
        return chance.sample(words, count)

    def side_by_side() -> list[str]:
        """Two or three words of a title, of which the outer ones are no stop words."""
        while True:
            words, length = title(), chance.choice((2, 3))
            at = chance.randrange(len(words) - length + 1)
            piece = words[at : at + length]
            if piece[0] not in _STOP_WORDS and piece[-1] not in _STOP_WORDS:
                return piece

    makers: dict[str, Callable[[], Asked]] = {
        "one word": lambda: asked(Kind.ALL, some(1)),
        "two words": lambda: asked(Kind.ALL, some(2)),
        "OR": lambda: asked(Kind.ANY, some(1) + some(1)),
        "phrase": lambda: asked(Kind.PHRASE, side_by_side()),
        "field": lambda: asked(Kind.TITLE, some(1)),
        "fuzzy": lambda: asked(Kind.FUZZY, [misspelt(some(1, 5)[0], chance)]),
        "filter with sort": lambda: asked(Kind.FILTERED, some(1)),
    }
    keys = [key for _ in range(TITLES_TYPED) for key in typed(" ".join(title()))]
    return {
        "keystroke": keys,
        **{name: [make() for _ in range(of_each)] for name, make in makers.items()},
    }


def mixed(classes: dict[str, list[Asked]], count: int) -> list[Asked]:
    """So many queries of all classes in turn, as memory is measured with."""
    chance, rows = random.Random(SEED), list(classes.values())
    return [chance.choice(rows[number % len(rows)]) for number in range(count)]
