"""The highlights of a paper under the words of its texts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtGui import QPainter

from reader.gui.highlights.painting import Painted, paint
from reader.gui.highlights.places import HighlightPlaces, painted
from reader.gui.paper.plain_text import PlainText
from reader.gui.theme import Theme


class Underlay:
    """Paints highlights in ``views``, by field, before these paint their words."""

    def __init__(self, views: Mapping[str, PlainText], theme: Theme) -> None:
        self._views = views
        self._theme = theme
        self._painted: dict[str, list[Painted]] = {}
        for field, view in views.items():
            view.underlay = partial(self._paint, field)
        theme.changed.connect(self._update)

    def show(self, places: HighlightPlaces) -> None:
        """Paints these from now on."""
        self._painted = {field: painted(places.placed, field) for field in self._views}
        self._update()

    def _update(self) -> None:
        for view in self._views.values():
            view.viewport().update()

    def _paint(self, field: str, painter: QPainter) -> None:
        document = self._views[field].document()
        paint(painter, document, self._painted.get(field, []), self._theme.tokens)
