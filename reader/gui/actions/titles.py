"""What actions are called, in the language of the window."""

from __future__ import annotations

from reader.gui.actions.registry import Action
from reader.gui.actions.search_words import SEARCH_WORDS
from reader.gui.language import translate


def title_in_menu(action: Action) -> str:
    """The title where the name of its submenu is in sight."""
    return translate("Actions", action.title)


def full_title(action: Action) -> str:
    """The title where it stands by itself: ``Sort by: Year``."""
    if not action.submenu:
        return title_in_menu(action)
    return f"{translate('Actions', action.submenu, 'menu')}: {title_in_menu(action)}"


def search_words(action: Action) -> str:
    """What else people call it, by which the palette finds it too."""
    words = SEARCH_WORDS.get(action.id, "")
    return translate("Actions", words, "search words") if words else ""
