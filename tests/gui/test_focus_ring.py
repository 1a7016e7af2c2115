"""Where the keyboard is can be seen: each control looks clearly different with the focus."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from reader.gui.theme.contrast import contrast
from reader.library import Library
from reader.model import Digest
from tests.gui.all_screens import SCREENS, Opens, fill
from tests.gui.conftest import Person
from tests.gui.test_accessibility import called, focusable, tab_stops
from tests.gui.watchdog import DRESSES

# WCAG 2.2, 2.4.13: an area as large as a ring of 1 px at 3:1; a caret alone is less than that.
_RATIO, _LEAST = 3.0, 48
_AROUND = 14


def looks(screen: QWidget, widget: QWidget) -> QImage:
    """A widget with what is just around it."""
    QApplication.processEvents()
    at = QRect(widget.mapTo(screen, QPoint(0, 0)), widget.size())
    seen = at.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND).intersected(screen.rect())
    picture: QPixmap = screen.grab(seen)
    return picture.toImage()


def reveal(widget: QWidget) -> None:
    """Scrolls to a widget, as Tab does."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget, 30, 30)
        parent = parent.parentWidget()


def changed(before: QImage, after: QImage) -> int:
    """How many pixels changed to a colour that stands out from what was there."""
    assert before.size() == after.size()
    both = np.stack([colours(before), colours(after)], axis=1)
    pairs, counts = np.unique(both[both[:, 0] != both[:, 1]], axis=0, return_counts=True)
    return sum(
        int(count)
        for pair, count in zip(pairs.tolist(), counts, strict=True)
        if contrast(*(f"#{colour:06x}" for colour in pair)) >= _RATIO
    )


def colours(image: QImage) -> NDArray[np.uint32]:
    """The colours of all pixels as 0xrrggbb, row after row."""
    same = image.convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(same.constBits(), np.uint32) & np.uint32(0xFFFFFF)


@DRESSES
@pytest.mark.parametrize("mode", ["light", "dark", "high-contrast"])
@pytest.mark.parametrize(
    ("opens", "empty"), [one[1:] for one in SCREENS], ids=[name for name, *_ in SCREENS]
)
def test_the_focus_is_seen(
    opens: Opens,
    empty: bool,
    mode: str,
    library: Library,
    sample_digest: Digest,
    open_window: Callable[[Library], Person],
) -> None:
    if mode != "light" and all(opens is not one for _, one, _ in SCREENS[:6]):
        pytest.skip("seen in the light theme; the colours of all themes are in the first screens")
    if not empty:
        library.import_digest(sample_digest)
        fill(library)
        library.update_index()
    person = open_window(library)
    person.theme.set_mode(mode)
    screen = opens(person)
    person.settle()
    start = QApplication.focusWidget()
    assert start is not None
    if screen is person.window.commands.palette:
        return  # its field has the focus from the beginning to the end
    stops = tab_stops(start)
    assert set(stops) <= set(focusable(screen))
    if len(stops) == 1:
        return
    unseen = []
    for stop, other in zip(stops, stops[-1:] + stops[:-1], strict=True):
        reveal(stop)
        other.setFocus(Qt.FocusReason.TabFocusReason)
        before = looks(screen, stop)
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        after = looks(screen, stop)
        if before.size() == after.size() and changed(before, after) < _LEAST:
            unseen.append(f"{called(stop)}: {changed(before, after)} pixels")
    assert not unseen


def test_a_button_reached_by_keys_has_one_ring_and_not_another_around_its_words(
    library: Library, open_window: Callable[[Library], Person]
) -> None:
    person = open_window(library)
    button = person.window.welcome.sample
    within = button.rect().adjusted(4, 4, -4, -4)
    before = button.grab(within).toImage()
    person.press("Tab")
    person.press("Tab")
    assert person.focused is button
    assert button.grab(within).toImage() == before
