"""What the library itself says to a person, in their language.

The core knows no Qt, so whoever has a translator lends it here with ``speak``; until then it is
English. What is kept (the labels of the history) stays in the language in which it was said.

A process that has no translator, such as the one that parses digests, speaks by ``Said``: what it
says remembers its words, goes to the other process ``packed``, and is said there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

Translator = Callable[[str, int | None], str]


def say(text: str, n: int | None = None) -> str:
    """A sentence in the person's language.

    ``text`` is written out where this is called, so that the translators' tool finds it, or was
    marked by ``to_say``. ``%Ln`` in it becomes the number ``n``, and a plural in brackets,
    paper(s), follows that.
    """
    return _translator(text, n)


def to_say(text: str) -> str:
    """Marks a text of a table for the translators; ``say`` says it where it is used."""
    return text


def number(value: int) -> str:
    """A whole number with its thousands apart, as the person's language writes it."""
    return _translator("%Ln", value)


def joined(separator: str, parts: Iterable[str]) -> str:
    """Like ``str.join``, for what may have to be packed."""
    sentences = list(parts)
    if any(isinstance(one, Said) for one in sentences):
        return Said(separator.join(["{}"] * len(sentences))).format(*sentences)
    return separator.join(sentences)


def speak(translator: Translator | None = None) -> None:
    """Has everything said by ``translator`` from now on, from any thread; None: in English."""
    # A process speaks one language.
    global _translator
    _translator = translator or _english


class Said(str):
    """An English sentence that remembers its words and values, so that it can be translated."""

    __slots__ = ("n", "text", "values")

    text: str
    n: int | None
    values: tuple[object, ...] | None

    def __new__(
        cls, text: str, n: int | None = None, values: tuple[object, ...] | None = None
    ) -> Said:
        """``values`` are those that ``format`` puts into the text, None before."""
        english = _english(text, n)
        said = super().__new__(cls, english if values is None else english.format(*values))
        said.text, said.n, said.values = text, n, values
        return said

    def format(self, *values: object) -> Said:  # type: ignore[override] # places have no names
        """The sentence with the values, which it remembers too."""
        return Said(self.text, self.n, values)


def packed(sentence: str) -> Any:
    """A sentence as what JSON can hold."""
    if not isinstance(sentence, Said):
        return sentence
    if sentence.values is None:
        return [sentence.text, sentence.n, None]
    return [sentence.text, sentence.n, [_packed_value(value) for value in sentence.values]]


def unpacked(plain: Any) -> str:
    """What was packed, in the person's language. ValueError or the like when it is nothing so."""
    if isinstance(plain, str):
        return plain
    text, n, values = plain
    sentence = _translator(text, n)
    if values is None:
        return sentence
    return sentence.format(*(v if isinstance(v, int | float) else unpacked(v) for v in values))


def _packed_value(value: object) -> Any:
    if isinstance(value, int | float):
        return value
    return packed(value if isinstance(value, str) else str(value))


def _english(text: str, n: int | None) -> str:
    if n is None:
        return text
    return text.replace("(s)", "" if n == 1 else "s").replace("%Ln", f"{n:,}")


_translator: Translator = _english
