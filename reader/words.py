"""What the library itself says to a person, in their language.

The core knows no Qt, so whoever has a translator lends it here with ``speak``; until then it is
English. What is kept (the labels of the history) stays in the language in which it was said.
"""

from __future__ import annotations

from collections.abc import Callable

Translator = Callable[[str, int | None], str]


def say(text: str, n: int | None = None) -> str:
    """A sentence in the person's language.

    ``text`` is written out where this is called, so that the translators' tool finds it. ``%Ln``
    in it becomes the number ``n``, and a plural in brackets, paper(s), follows that.
    """
    return _translator(text, n)


def speak(translator: Translator | None = None) -> None:
    """Has everything said by ``translator`` from now on, from any thread; None: in English."""
    # A process speaks one language.
    global _translator
    _translator = translator or _english


def _english(text: str, n: int | None) -> str:
    if n is None:
        return text
    return text.replace("(s)", "" if n == 1 else "s").replace("%Ln", f"{n:,}")


_translator: Translator = _english
