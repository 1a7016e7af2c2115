"""Icons in any colour, drawn from the line drawings in ``resources/icons``."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from reader.data import data_folder
from reader.gui.theme.tokens import ICON, SPACE_4

# 24 units of the drawing become 18 px on the screen; 1.75 keeps the line near 1.3 px there.
_STROKE = "1.75"

# Of menus, and of all else.
_SIZES = (16, ICON)

BESIDE_TEXT = QSize(ICON + SPACE_4, ICON)


@cache
def icon_names() -> tuple[str, ...]:
    """Every name that ``icon`` and ``pixmap`` know."""
    return tuple(sorted(file.stem for file in _folder().glob("*.svg")))


@lru_cache(maxsize=512)
def svg(name: str, colour: str, *, filled: bool = False) -> str:
    """The drawing ``name`` as SVG text in ``colour``; KeyError when there is no such drawing.

    ``filled`` fills the outline as well: a starred star, a kept bookmark.
    """
    file = _folder() / f"{name}.svg"
    if not file.is_file():
        raise KeyError(f"no icon is called {name!r}")
    text = file.read_text(encoding="utf-8").replace("currentColor", colour)
    text = text.replace('stroke-width="2"', f'stroke-width="{_STROKE}"')
    return text.replace('fill="none"', f'fill="{colour}"') if filled else text


@lru_cache(maxsize=1024)
def pixmap(
    name: str,
    colour: str,
    size: int = ICON,
    device_pixel_ratio: float = 1.0,
    *,
    filled: bool = False,
) -> QPixmap:
    """The icon ``size`` logical pixels wide, sharp on a screen of ``device_pixel_ratio``."""
    side = max(1, round(size * device_pixel_ratio))
    image = QPixmap(QSize(side, side))
    image.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(svg(name, colour, filled=filled).encode()))
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    image.setDevicePixelRatio(device_pixel_ratio)
    return image


def icon(name: str, colour: str, *, disabled: str = "", filled: bool = False) -> QIcon:
    """The icon for a button or menu, holding pictures for each kind of screen that is there.

    ``disabled`` is its colour while the control is off; without it Qt greys the icon itself.
    """
    # Pictures for all the screens that could be would take as long to draw as the window itself.
    ratios = {1.0} | {screen.devicePixelRatio() for screen in QGuiApplication.screens()}
    return _icon(name, colour, disabled, filled, tuple(sorted(ratios)))


@lru_cache(maxsize=512)
def _icon(name: str, colour: str, disabled: str, filled: bool, ratios: tuple[float, ...]) -> QIcon:
    result = QIcon()
    for size in _SIZES:
        for ratio in ratios:
            result.addPixmap(pixmap(name, colour, size, ratio, filled=filled))
            if disabled:
                faint = pixmap(name, disabled, size, ratio, filled=filled)
                result.addPixmap(faint, QIcon.Mode.Disabled)
    return result


def icon_beside_text(name: str, colour: str, *, mirrored: bool) -> QIcon:
    """The icon for a button with words: with what Qt leaves before them they stand 8 px apart.

    ``mirrored`` where the words are at its left. The button's icon size is ``BESIDE_TEXT``.
    """
    ratios = {1.0} | {screen.devicePixelRatio() for screen in QGuiApplication.screens()}
    return _icon_beside_text(name, colour, mirrored, tuple(sorted(ratios)))


@lru_cache(maxsize=128)
def _icon_beside_text(name: str, colour: str, mirrored: bool, ratios: tuple[float, ...]) -> QIcon:
    result = QIcon()
    for ratio in ratios:
        wide = QPixmap(BESIDE_TEXT * ratio)
        wide.setDevicePixelRatio(ratio)
        wide.fill(Qt.GlobalColor.transparent)
        painter = QPainter(wide)
        left = BESIDE_TEXT.width() - ICON if mirrored else 0
        painter.drawPixmap(left, 0, pixmap(name, colour, ICON, ratio))
        painter.end()
        result.addPixmap(wide)
    return result


def application_icon() -> QIcon:
    """The program's own icon, for windows and task bars."""
    result = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        result.addPixmap(pixmap("reader", "#000000", size))
    return result


def clear_cache() -> None:
    """Forget all drawn icons, before the application ends or after their files changed."""
    for cached in (icon_names, svg, pixmap, _icon, _icon_beside_text):
        cached.cache_clear()


def _folder() -> Path:
    return data_folder("resources") / "icons"
