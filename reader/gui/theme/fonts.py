"""The two bundled font families, and the system's own where ours do not load."""

from __future__ import annotations

import logging
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from reader.data import data_folder

INTERFACE = "Inter"
READING = "Reader Serif"

# What to use instead, best first. Qt goes through them for a letter ours lacks, too.
_INTERFACE_STAND_INS = ["Segoe UI", "SF Pro Text", "Helvetica Neue", "Noto Sans", "DejaVu Sans"]
_READING_STAND_INS = ["Source Serif 4", "Georgia", "Charter", "Noto Serif", "DejaVu Serif"]

_log = logging.getLogger(__name__)


@cache
def load_fonts() -> tuple[str, ...]:
    """Make the bundled fonts known to Qt and return the names of the families that loaded.

    Needs a QGuiApplication. Works once; later calls return the same.
    """
    try:
        files = sorted((data_folder("resources") / "fonts").glob("*.ttf"))
    except FileNotFoundError:
        files = []
    families: set[str] = set()
    for file in files:
        number = QFontDatabase.addApplicationFont(str(file))
        if number < 0:
            _log.warning("the font %s does not load; the system's is used", file)
        else:
            families.update(QFontDatabase.applicationFontFamilies(number))
    return tuple(sorted(families))


def interface_font(size_px: float, weight: int = 400) -> QFont:
    """The font of everything that is not a paper's own text. ``weight`` as in CSS, 400 to 700."""
    return _font([INTERFACE, *_INTERFACE_STAND_INS], QFont.StyleHint.SansSerif, size_px, weight)


def reading_font(size_px: float, weight: int = 400, *, italic: bool = False) -> QFont:
    """The font of a paper's title and abstract. ``weight`` 400 or 600; italic is 400."""
    font = _font([READING, *_READING_STAND_INS], QFont.StyleHint.Serif, size_px, weight)
    font.setItalic(italic)
    return font


def _font(families: list[str], hint: QFont.StyleHint, size_px: float, weight: int) -> QFont:
    font = QFont()
    font.setFamilies(families)
    font.setStyleHint(hint)
    font.setPixelSize(max(1, round(size_px)))
    font.setWeight(QFont.Weight(weight))
    # Hinting moves stems to whole pixels and makes the letters of small text stand unevenly.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
