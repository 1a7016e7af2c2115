"""How two colours blend and how well one is seen on the other. Only computes; knows no Qt."""

from __future__ import annotations


def channels(colour: str) -> tuple[int, int, int]:
    """The red, green and blue of ``#rrggbb``, each 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def over(colour: str, alpha: float, surface: str) -> str:
    """``colour`` at opacity ``alpha`` (0 to 1) laid over ``surface``, as an opaque ``#rrggbb``."""
    mixed = (
        round(top * alpha + below * (1 - alpha))
        for top, below in zip(channels(colour), channels(surface), strict=True)
    )
    return "#" + "".join(f"{value:02x}" for value in mixed)


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it, 0 (black) to 1 (white)."""
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (channel / 255 for channel in channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    """The WCAG 2 contrast ratio of two opaque colours, 1 to 21, in either order."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
