"""The application's one style sheet, made from a theme's tokens.

Widgets are styled by their class and by what they are called here; nothing else sets colours.

Object names
    ``sidebar`` (item view), ``sidebarPane``, ``listPane``, ``paperPane`` (QWidget or QFrame with
    the surface of that pane; ``paperPane`` also on a QScrollArea), ``toolBar`` (the strip over a
    pane, line below), ``statusLine`` (the strip along the bottom edge), ``palette`` (QFrame),
    ``paletteField`` (QLineEdit), ``paletteList`` (item view), ``completions`` (QListWidget),
    ``toast`` (QFrame), ``highlightBar`` (QFrame that floats over the abstract).
Property ``role``
    QLabel: ``heading``, ``title`` (a paper's), ``caption`` (over a section), ``quiet``,
    ``keycap``, ``danger``, ``link``, ``count``.
    QPushButton: ``primary``, ``quiet`` (no frame), ``link``, ``soft`` (accent on
    soft accent, the status button), ``danger``.
    QToolButton: ``soft``, ``segment`` (one of Write | Preview).
    QFrame: ``line`` (1 px rule), ``card`` (framed group), ``segments`` (around segments).
    QTextEdit: ``plain`` (text on the ground it stands on).
    QLineEdit: ``search`` (leaves room for an icon added as an action).
Property ``state``
    QLineEdit and QPlainTextEdit: ``error``.

After a change of a property call ``repolish(widget)``.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path
from string import Template

from PySide6.QtWidgets import QWidget

from reader.gui.theme import tokens as measures
from reader.gui.theme.contrast import over
from reader.gui.theme.fonts import READING
from reader.gui.theme.icons import svg
from reader.gui.theme.rules import ALL_RULES, GLYPH_RULES
from reader.gui.theme.tokens import COLOUR_NAMES, Tokens

# The little drawings inside controls: each file, what is drawn in it, and the token of its colour.
_GLYPHS = (
    ("chevron-down", "chevron-down", "text_quiet"),
    ("chevron-down-accent", "chevron-down", "accent"),
    ("chevron-up", "chevron-up", "text_quiet"),
    ("chevron-right", "chevron-right", "text_quiet"),
    ("check", "check", "text_on_accent"),
    ("check-accent", "check", "accent"),
    ("minus", "minus", "text_on_accent"),
    ("circle", "circle", "text_on_accent"),
)


def style_sheet(tokens: Tokens, scale: float = 1.0, glyphs: Path | None = None) -> str:
    """The style sheet of a theme, with text at ``scale`` times its usual size.

    ``glyphs`` is a folder that ``write_glyphs`` filled; without it arrows and ticks are the base
    style's own.
    """
    values = {name: tokens.colour(name) for name in COLOUR_NAMES}
    values |= _derived(tokens) | _sizes(scale)
    rules = Template("\n".join(ALL_RULES)).substitute(values)
    if glyphs is None:
        return rules
    return rules + Template(GLYPH_RULES).substitute(values, glyphs=glyphs.as_posix())


@cache
def glyphs_of(tokens: Tokens) -> Path:
    """A folder with the pictures of a theme, which is there until the program ends.

    Each theme has one of its own: Qt keeps pictures by their path.
    """
    folder = Path(tempfile.mkdtemp(dir=_folder_of_glyphs()))
    write_glyphs(tokens, folder)
    return folder


@cache
def _folder_of_glyphs() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="reader-theme-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def write_glyphs(tokens: Tokens, folder: Path) -> None:
    """Write into ``folder`` the pictures a style sheet can only name as files."""
    for file, name, token in _GLYPHS:
        drawing = svg(name, tokens.colour(token), filled=name == "circle")
        # A tick is drawn at 14 px, where the thin line of an 18 px icon would fade.
        drawing = drawing.replace('stroke-width="1.75"', 'stroke-width="2.75"')
        (folder / f"{file}.svg").write_text(drawing, encoding="utf-8")
    (folder / "ring.svg").write_text(_ring(tokens.accent), encoding="utf-8")


def _ring(colour: str) -> str:
    """A filled button with a ring around it and a gap between, to be cut in nine."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24">'
        f'<rect x="1" y="1" width="22" height="22" rx="5" fill="none" stroke="{colour}"'
        f' stroke-width="2"/><rect x="4" y="4" width="16" height="16" rx="3" fill="{colour}"/>'
        "</svg>"
    )


def repolish(widget: QWidget) -> None:
    """Apply the style sheet again to a widget whose ``role`` or ``state`` changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def _derived(tokens: Tokens) -> dict[str, str]:
    surfaces = ("side", "list", "paper", "field")
    hovers = {f"hover_{s}": tokens.hover(tokens.colour(f"surface_{s}")) for s in surfaces}
    pressed = {f"pressed_{s}": tokens.pressed(tokens.colour(f"surface_{s}")) for s in surfaces}
    return (
        hovers
        | pressed
        | {
            "accent_hover": over(tokens.text_on_accent, 0.10, tokens.accent),
            "accent_pressed": over(tokens.text_on_accent, 0.15, tokens.accent),
            "soft_hover": over(tokens.accent, 0.06, tokens.accent_soft),
            "text_disabled": tokens.disabled(tokens.surface_list),
            "toast_line": over(tokens.surface_list, 0.55, tokens.text),
            "scroll": over(tokens.text, 0.20, tokens.surface_list),
            "scroll_hover": over(tokens.text, 0.38, tokens.surface_list),
            # Floating surfaces stand out in the dark by being lighter, not by a shadow.
            "surface_float": tokens.surface_float,
        }
    )


def _sizes(scale: float) -> dict[str, str]:
    sizes = {
        "text_chip": measures.TEXT_CHIP,
        "text_small": measures.TEXT_SMALL,
        "text_body": measures.TEXT_BODY,
        "text_title": measures.TEXT_TITLE,
        "text_palette": measures.TEXT_READING,
        "text_heading": measures.TEXT_HEADING,
        "text_paper": measures.TEXT_PAPER_TITLE,
    }
    return {f"px_{name}": f"{round(size * scale)}px" for name, size in sizes.items()} | {
        "radius": f"{measures.RADIUS}px",
        "radius_chip": f"{measures.RADIUS_CHIP}px",
        "radius_palette": f"{measures.RADIUS_PALETTE}px",
        "cap": f"{round(16 * scale)}px",
        # What a line of text takes in a control: with less the layout would cut it off.
        "line_link": f"{round(17 * max(1.0, scale))}px",
        "line_button": f"{round(18 * max(1.0, scale))}px",
        "line_field": f"{round(20 * max(1.0, scale))}px",
        "row": f"{round(measures.ROW_HEIGHT * max(1.0, scale))}px",
        "icon": f"{measures.ICON}px",
        # The font of the reading pane by name: a style sheet cannot take a QFont.
        "reading_family": READING,
    }
