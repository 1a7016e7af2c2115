"""The binding to Qt keeps ``None`` alive (docs/decisions/0001-pyside-6-11.md)."""

from __future__ import annotations

import sys

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication


def test_calls_that_return_nothing_leave_nones_references_alone(qapp: QApplication) -> None:
    font = QFont()
    before = sys.getrefcount(None)
    for size in range(1, 2001):
        font.setPixelSize(size)
    assert sys.getrefcount(None) > before - 500
