"""How a sentence fits into the room there is for it."""

from __future__ import annotations

import re

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics

# A title in a sentence, in the marks of any of our languages.
_QUOTED = re.compile("([“„])(.+)([”“])", re.DOTALL)
# A few letters of a title.
_LEAST = 40


def with_shorter_title(
    sentence: str, metrics: QFontMetrics, width: int, *, by_half: bool = True
) -> str:
    """A sentence on one line, where leaving out the end of the title in it makes it one.

    ``by_half`` leaves it as it is rather than leave out more than half of the title.
    """
    quoted = _QUOTED.search(sentence)
    if quoted is None or metrics.horizontalAdvance(sentence) <= width:
        return sentence
    before, title, after = sentence[: quoted.start(2)], quoted[2], sentence[quoted.end(2) :]
    room = width - metrics.horizontalAdvance(before + after)
    enough = min(metrics.horizontalAdvance(title) // 2, width // 3) if by_half else _LEAST
    if room < enough:
        return sentence
    title = title.removesuffix("…")
    return f"{before}{metrics.elidedText(f'{title}…', Qt.TextElideMode.ElideRight, room)}{after}"


def balanced_width(sentence: str, metrics: QFontMetrics, widest: int) -> int:
    """How wide a sentence is when its lines are as few as can be, and about as long."""
    whole = metrics.horizontalAdvance(sentence) + 1
    if whole <= widest:
        return whole

    def height(width: int) -> int:
        flags = int(Qt.TextFlag.TextWordWrap)
        return metrics.boundingRect(QRect(0, 0, width, 100_000), flags, sentence).height()

    least, narrow, wide = height(widest), widest // 2, widest
    while wide - narrow > 4:
        middle = (narrow + wide) // 2
        narrow, wide = (narrow, middle) if height(middle) <= least else (middle, wide)
    return wide
