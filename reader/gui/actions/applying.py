"""Where actions have something to act on. Only looks."""

from __future__ import annotations

from reader.gui.actions.registry import When
from reader.gui.navigation import Navigation
from reader.model import ListKind


def applies(when: When, navigation: Navigation) -> bool:
    """Whether there is what an action needs, where the person is now."""
    selected, place = navigation.selected, navigation.list.kind
    here = not navigation.searching
    return {
        When.ALWAYS: True,
        When.PAPER: navigation.current is not None and len(selected) == 1,
        When.PAPERS: bool(selected),
        When.SEARCH: navigation.searching,
        When.SMART_LIST: here and place is ListKind.SMART,
        When.DIGEST: here and place is ListKind.DIGEST,
    }[when]
