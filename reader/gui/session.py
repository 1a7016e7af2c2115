"""Finds everything as it was: the list, the paper, the panes."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QByteArray

from reader.gui.navigation import Navigation
from reader.library import Library
from reader.model import ListKind, PaperList, Sort

_NAME = "window"


class Session:
    """What the window keeps between two starts, in the library's settings."""

    def __init__(self, library: Library, navigation: Navigation) -> None:
        self._library = library
        self._navigation = navigation
        self._kept = _read(library)

    def restore_place(self) -> int | None:
        """Goes where the person was.

        Returns the paper to go to from there, if it is listed there: a search had found it, and
        searches are not kept.
        """
        kept, navigation = self._kept, self._navigation
        try:
            navigation.list = PaperList(ListKind(kept.get("list", "inbox")), str(kept["value"]))
            navigation.sort = Sort(kept["sort"]) if kept.get("sort") else None
            navigation.current = int(kept["paper"]) if kept.get("paper") else None
            return int(kept["found"]) if kept.get("found") else None
        except (KeyError, ValueError):
            navigation.list = PaperList(ListKind.INBOX)
            return None

    def window(self) -> tuple[bytes, bytes, str]:
        """The window's geometry, the panes' sizes and which are shown; empty when none is kept."""
        geometry, state = self._kept.get("geometry", ""), self._kept.get("panes", "")
        shown = str(self._kept.get("shown", ""))
        return base64.b64decode(geometry), base64.b64decode(state), shown

    def folded(self) -> list[str]:
        """What is folded away in the sidebar."""
        folded = self._kept.get("folded", [])
        return [str(name) for name in folded] if isinstance(folded, list) else []

    def save(
        self, geometry: QByteArray, panes: QByteArray, shown: str, folded: Iterable[str]
    ) -> None:
        """Keeps how everything is."""
        place = self._navigation.home
        searching = bool(place.query.strip())
        kept = {
            "list": place.list.kind.value,
            "value": place.list.value,
            "sort": place.sort.value if place.sort else "",
            "paper": place.before_search if searching else place.current,
            "found": place.current if searching else None,
            "geometry": base64.b64encode(geometry.data()).decode(),
            "shown": shown,
            "folded": sorted(folded),
            "panes": base64.b64encode(panes.data()).decode(),
        }
        self._library.set_setting(_NAME, json.dumps(kept))


def _read(library: Library) -> dict[str, Any]:
    try:
        kept = json.loads(library.setting(_NAME) or "{}")
    except ValueError:
        return {}
    return kept if isinstance(kept, dict) else {}
