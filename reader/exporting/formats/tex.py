r"""Text as TeX takes it: UTF-8 kept, the ten signs of TeX escaped, capitals protected.

biber and every TeX of today read UTF-8, so accents stay letters. BibTeX counts braces whether or
not there is a backslash before them, so those of a text become ``\textbraceleft{}``.
Only processes text.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "&": r"\&",
        "%": r"\%",
        "$": r"\$",
        "#": r"\#",
        "_": r"\_",
    }
)
# Between single dollars, none of them money: no blank inside them, no digit after.
_FORMULA = re.compile(r"(?<![\\$\w])\$(?![\s$])([^$\n]{1,300}?)(?<![\s\\])\$(?![\w$])")
_COMMENT = re.compile(r"(?<!\\)[%#&]")
_WORD = re.compile(r"[^\W_]+(?:[-.+/'’][^\W_]+)*")
_PARTS = re.compile(r"[-./]")
_UNSAFE_IN_ADDRESS = {"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20", '"': "%22"}


def escaped(text: str) -> str:
    """The text so that TeX shows it as it is."""
    return text.translate(_ESCAPES)


def readable(text: str) -> str:
    """A title or abstract: formulas stay TeX, the rest is escaped."""
    return _apart(text, escaped)


def title(text: str) -> str:
    """A title: like ``readable``, and words whose capitals are their spelling are kept so.

    Styles set titles in small letters: ``{BERT}``, ``{LoRA}``, ``{GPT-4}`` must stay. Words that
    only begin with a capital are left to the style.
    """
    return _apart(text, _with_capitals)


def address(text: str) -> str:
    """An address or DOI, which TeX takes as it is; only what would end the field is encoded."""
    return "".join(_UNSAFE_IN_ADDRESS.get(letter, letter) for letter in text)


def _apart(text: str, treat: Callable[[str], str]) -> str:
    parts: list[str] = []
    end = 0
    for found in _FORMULA.finditer(text):
        if _is_whole(found[1]):
            parts += [treat(text[end : found.start()]), found[0]]
            end = found.end()
    return "".join([*parts, treat(text[end:])])


def _is_whole(formula: str) -> bool:
    """Whether a formula can stand in a field: its braces match and nothing in it ends the line."""
    if _COMMENT.search(formula) or r"\{" in formula or r"\}" in formula:
        return False
    depth = 0
    for letter in formula:
        depth += (letter == "{") - (letter == "}")
        if depth < 0:
            return False
    return depth == 0


def _with_capitals(text: str) -> str:
    parts: list[str] = []
    end = 0
    for found in _WORD.finditer(text):
        word = found[0]
        if any(letter.isupper() for part in _PARTS.split(word) for letter in part[1:]):
            parts += [escaped(text[end : found.start()]), f"{{{word}}}"]
            end = found.end()
    return "".join([*parts, escaped(text[end:])])
