"""Takes out characters that are not seen but change what is: bidi overrides, zero widths."""

from __future__ import annotations

import re

# Embeddings, overrides and isolates; zero-width blanks and joins; soft hyphen; tag characters.
_ALWAYS = re.compile(
    "[\u00ad\u061c\u180e\u200b\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]"
)
_JOINERS = re.compile("[\u200c\u200d]")
_MARKS = re.compile("[\u200e\u200f]")
_ANY = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]"
)
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
# Arabic to Thaana, the scripts of India and South-East Asia, and emoji are spelt with joiners.
_NEEDS_JOINERS = re.compile(
    "[\u0600-\u07bf\u0900-\u109f\u1780-\u18af\u2600-\u27bf\U0001f000-\U0001faff]"
)


def without_invisible(text: str) -> str:
    """The text as it is seen. Joiners and direction marks stay in scripts that need them."""
    if text.isascii() or not _ANY.search(text):
        return text
    text = _ALWAYS.sub("", text)
    if not _NEEDS_JOINERS.search(text):
        text = _JOINERS.sub("", text)
    return text if _RIGHT_TO_LEFT.search(text) else _MARKS.sub("", text)
