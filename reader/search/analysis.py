"""How text becomes terms: the same for papers, notes and queries.

A *token* is what stands between blanks and punctuation, hyphens kept (``self-attention``); its
*words* are lowered, freed of accents and stemmed. A word goes into the index in its own form and
as its stem, at one position, so that a half-typed word finds it by its form and a finished one by
its stem. A hyphenated token also goes in as one word (``selfattention``) and, of two parts, as
itself. Very common words are left out, except in titles, where they help to tell which of two
papers was meant (see ``reader.search.promoting``). Chinese, Japanese and Korean, which do not part
words as we do, go in as pairs of letters.
"""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from whoosh.analysis import Token as WhooshToken
from whoosh.analysis import Tokenizer
from whoosh.lang.porter import stem as _porter

# Raise it when the same text would give other terms: an index of another analysis is made again.
VERSION = 3

_ACCENTS = "\u0300-\u036f"
_PART = rf"[^\W_]+(?:[{_ACCENTS}]+[^\W_]*)*"
_HYPHENS = "-\u2010\u2011"
_SIGNS = r"(?:\+\+|\#(?![^\W_]))?"  # C++, C#
TOKEN = re.compile(rf"{_PART}(?:[{_HYPHENS}]{_PART})*{_SIGNS}")
_PART_OR_SIGNED = re.compile(_PART + _SIGNS)
_PAIRED = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af]+")
STOP_WORDS = frozenset(
    re.findall(
        r"\w+", "a an and are as at be by for from in is it of on or that the this to we with"
    )
)
# Longer words are cut, in papers and queries alike: nobody types them to their end.
LONGEST_WORD = 64
_MOST_JOINED = 4
# Signs that are in no token part tokens, as blanks do.
_BLANKS = {ord(sign): " " for sign in string.punctuation if sign not in "-+#"}
# What Unicode does not take apart.
_FOLDED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)
_GREEK = {
    chr(letter): unicodedata.name(chr(letter)).rsplit(maxsplit=1)[1].lower()
    for letter in range(ord("α"), ord("ω") + 1)
    if letter != ord("ς")
} | {"λ": "lambda"}


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a token: how it is compared, its position, and its letters in the token."""

    form: str
    stem: str
    position: int
    start: int
    end: int

    @property
    def common(self) -> bool:
        """Whether it is too common to be indexed."""
        return self.form in STOP_WORDS

    @property
    def single(self) -> bool:
        """Whether it is one letter as written; a letter of Korean has several in its form."""
        return self.end - self.start == 1


@dataclass(frozen=True, slots=True)
class Token:
    """What a token means.

    ``positions`` is how many positions it takes. ``joined`` is a hyphenated one written as one
    word, ``hyphenated`` one of two parts with a plain hyphen; else they are empty. ``paired`` says
    that its words are pairs of letters of a script without blanks.
    """

    words: tuple[Word, ...]
    positions: int
    joined: str = ""
    hyphenated: str = ""
    paired: bool = False

    def apart(self) -> tuple[Word, ...]:
        """The words, without last letters that the pair of letters before them has already."""
        ends = [-1, *(word.end for word in self.words)]
        return tuple(
            word for word, before in zip(self.words, ends, strict=False) if word.end != before
        )

    def common_terms(self) -> list[tuple[int, str]]:
        """What its too common words go into the index as, in titles only."""
        return [(word.position, common_term(word.form)) for word in self.words if word.common]

    def terms(self) -> list[tuple[int, str]]:
        """The terms it goes into the index as, each once at a position."""
        found: dict[tuple[int, str], None] = {}
        for word in self.words:
            if not word.common:
                found[word.position, word.form] = found[word.position, word.stem] = None
        if self.joined:
            found[0, self.joined] = found[0, stem(self.joined)] = None
        if self.hyphenated:  # from which a query learns how a joined word may be parted
            found[0, self.hyphenated] = None
        return list(found)


def common_term(form: str) -> str:
    """The term of a word that is too common to be searched for: before those of all others."""
    return f"\0{form}"


def plain_terms(word: str) -> list[tuple[int, str]]:
    """The terms of a token that is one word of plain letters and digits and not too common."""
    form = word.lower()[:LONGEST_WORD]
    stemmed = stem(form)
    return [(0, form)] if stemmed == form else [(0, form), (0, stemmed)]


def stem(form: str) -> str:
    """The Porter stem of a form (Porter 1980, "An algorithm for suffix stripping").

    It is for English: what is not of plain letters stays as it is.
    """
    return str(_porter(form)) if form.isascii() and form.isalpha() else form


def fold(text: str) -> str:
    """The text in small letters without accents; a Greek letter on its own by its name."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text)
    plain = "".join(letter for letter in parts if not unicodedata.combining(letter))
    small = plain.casefold().translate(_FOLDED)
    return _GREEK.get(small, small)


def chunks(text: str) -> list[str]:
    """Pieces of a text that have all its tokens in order, in small letters where that is quick.

    For many papers: a piece is most often one token, and comes again in other papers.
    """
    if text.isascii():
        return text.lower().translate(_BLANKS).split()
    found: list[str] = TOKEN.findall(text)
    return found


def tokens(text: str) -> Iterator[tuple[Token, int]]:
    """The tokens of a text, each with where it starts."""
    for match in TOKEN.finditer(text):
        yield token(match[0]), match.start()


@lru_cache(maxsize=65_536)
def token(text: str) -> Token:
    """What a token, as ``TOKEN`` finds them, means."""
    words: list[Word] = []
    position = 0
    parts = list(_PART_OR_SIGNED.finditer(text))
    for part in parts:
        for start, end in _pieces(part[0]):
            form = fold(part[0][start:end])[:LONGEST_WORD]
            if form:  # a lone mark, which has no base letter, folds to nothing
                at = part.start()
                words.append(Word(form, stem(form), position, at + start, at + end))
            position += 1
    paired = _PAIRED.search(text) is not None
    joined = hyphenated = ""
    if 1 < len(words) == len(parts) <= _MOST_JOINED and not paired:
        joined = "".join(word.form for word in words)[:LONGEST_WORD]
        hyphenated = "-".join(word.form for word in words) if len(words) == 2 else ""
    return Token(tuple(words), position, joined, hyphenated, paired)


def _pieces(part: str) -> Iterator[tuple[int, int]]:
    """Where the words of a part start and end: the whole part, or pairs of letters.

    The last letter stands alone, so that any one letter is the beginning of some piece.
    """
    at = 0
    for run in _PAIRED.finditer(part):
        if run.start() > at:
            yield at, run.start()
        for start in range(run.start(), run.end()):
            yield start, min(start + 2, run.end())
        at = run.end()
    if at < len(part):
        yield at, len(part)


class PaperTokenizer(Tokenizer):  # type: ignore[misc]
    """The same terms for Whoosh, which indexes single papers and answers its own queries."""

    def __init__(self, *, of_titles: bool = False) -> None:
        """``of_titles`` keeps very common words."""
        self.of_titles = of_titles

    def __call__(  # noqa: D102
        self, value: str, mode: str = "", **_options: Any
    ) -> Iterator[WhooshToken]:
        told = WhooshToken(positions=True, chars=True, mode=mode)
        at = 0
        for found, start in tokens(value):
            terms = [*found.terms(), *(found.common_terms() if self.of_titles else ())]
            for position, text in terms:
                told.text, told.pos = text, at + position
                told.startchar = told.endchar = start
                told.boost, told.stopped = 1.0, False
                yield told
            at += found.positions
