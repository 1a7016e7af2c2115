"""The theme in force: what the widgets ask for colours, and what tells them of a change."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from reader.gui.theme import fonts, icons
from reader.gui.theme.style_sheet import glyphs_of, style_sheet
from reader.gui.theme.tokens import (
    DARK,
    HIGH_CONTRAST,
    LIGHT,
    TEXT_BODY,
    ThemeError,
    Tokens,
    read_theme,
)
from reader.words import say

MODES = ("system", "light", "dark", "high-contrast")
CUSTOM = "custom"
# What desktops have by themselves; only beyond that somebody chose.
_USUAL_POINTS = (8.0, 12.0) if sys.platform != "darwin" else (12.0, 14.0)
_POINTS = "reader_system_points"

_FIXED = {"light": LIGHT, "dark": DARK, "high-contrast": HIGH_CONTRAST}


class Theme(QObject):
    """Dresses the application and holds the tokens in force.

    Widgets that paint themselves read ``tokens`` each time they paint and repaint on ``changed``,
    which carries the new tokens. Keep the object alive as long as the application.
    """

    changed = Signal(object)

    def __init__(self, mode: str = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app: QApplication | None = None
        self._scale = 1.0
        self._system_points = 0.0
        self._mode = ""
        self._tokens = LIGHT
        self.set_mode(mode)

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return self._tokens

    @property
    def mode(self) -> str:
        """One of MODES, or ``custom`` while a theme file is used."""
        return self._mode

    @property
    def scale(self) -> float:
        """How much larger than usual text is: by the person's choice and by the system's."""
        return self._scale * self._system_scale()

    def set_mode(self, mode: str) -> None:
        """Use one of MODES from now on. Raises ThemeError for any other word."""
        if mode not in MODES:
            raise ThemeError(
                say("There is no theme called {}.").format(repr(mode)),
                advice=say("Choose of {}.").format(", ".join(MODES)),
            )
        self._mode = mode
        self._use(_FIXED.get(mode) or self._system_tokens())

    def use_file(self, path: Path) -> None:
        """Use a person's own theme. Raises ThemeError, and changes nothing, when it is faulty."""
        tokens = read_theme(path)
        self._mode = CUSTOM
        self._use(tokens)

    def set_scale(self, scale: float) -> None:
        """Draw all text ``scale`` times the size that the system asks for."""
        self._scale = scale
        self._dress()
        self.changed.emit(self._tokens)

    def apply(self, app: QApplication) -> None:
        """Dress ``app`` and follow the system's choice of colours while mode says so."""
        first = self._app is None
        self._app = app
        if first:
            fonts.load_fonts()
            # Asked before we set our own; one application may have been dressed already.
            self._system_points = _points_of(app)
            app.setStyle("Fusion")
            app.setWindowIcon(icons.application_icon())
            hints = app.styleHints()
            hints.colorSchemeChanged.connect(self._system_changed)
            hints.accessibility().contrastPreferenceChanged.connect(self._system_changed)
        if self._mode == "system":
            self._tokens = self._system_tokens()
        self._dress()

    def _use(self, tokens: Tokens) -> None:
        if tokens == self._tokens:
            return
        self._tokens = tokens
        self._dress()
        self.changed.emit(tokens)

    def _system_changed(self) -> None:
        if self._mode == "system":
            self._use(self._system_tokens())

    def _system_scale(self) -> float:
        """How much larger or smaller than usual the person has text in all programs."""
        smallest, largest = _USUAL_POINTS
        points = self._system_points or smallest
        return points / min(max(points, smallest), largest)

    def _system_tokens(self) -> Tokens:
        if QGuiApplication.instance() is None:
            return LIGHT
        hints = QGuiApplication.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return HIGH_CONTRAST
        dark = hints.colorScheme() == Qt.ColorScheme.Dark
        return DARK if dark else LIGHT

    def _dress(self) -> None:
        if self._app is None:
            return
        self._app.setFont(fonts.interface_font(TEXT_BODY * self.scale))
        self._app.setPalette(palette(self._tokens))
        sheet = style_sheet(self._tokens, self.scale, glyphs_of(self._tokens))
        # Qt reads it and dresses all widgets anew, even if it is the same.
        if sheet != self._app.styleSheet():
            self._app.setStyleSheet(sheet)


def _points_of(app: QApplication) -> float:
    """The size of the system's own font."""
    known = app.property(_POINTS)
    if known is None:
        font = app.font()
        known = font.pointSizeF() if font.pointSizeF() > 0 else 0.0
        app.setProperty(_POINTS, known)
    return float(known)


def palette(tokens: Tokens) -> QPalette:
    """The same colours in Qt's own terms, for what no style sheet reaches."""
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.surface_list,
        role.WindowText: tokens.text,
        role.Base: tokens.surface_field,
        role.AlternateBase: tokens.surface_list,
        role.Text: tokens.text,
        role.PlaceholderText: tokens.text_quiet,
        role.Button: tokens.surface_field,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.danger,
        role.ToolTipBase: tokens.surface_field,
        role.ToolTipText: tokens.text,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.text_on_accent,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.tag_violet,
        role.Light: tokens.surface_paper,
        role.Midlight: tokens.line,
        role.Mid: tokens.line_strong,
        role.Dark: tokens.line_strong,
        role.Shadow: tokens.surface_side if tokens.dark else tokens.line_strong,
    }
    result = QPalette()
    for name, colour in colours.items():
        result.setColor(name, QColor(colour))
    faint = QColor(tokens.disabled(tokens.surface_list))
    for name in (role.Text, role.WindowText, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, name, faint)
    return result
