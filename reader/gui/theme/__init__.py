"""Colours, measures, fonts, icons and the style sheet. Other widgets name tokens, never colours."""

from __future__ import annotations

from reader.gui.theme.theme import MODES, Theme, palette
from reader.gui.theme.tokens import ThemeError, Tokens

__all__ = ["MODES", "Theme", "ThemeError", "Tokens", "palette"]
