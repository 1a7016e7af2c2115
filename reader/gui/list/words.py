"""What the list says of itself: its heading, and what an empty place says."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QT_TRANSLATE_NOOP

from reader.gui.language import translate
from reader.model import Counts, ListKind, NotUnderstood, PaperList, SmartList, Status

_NAMES = {
    ListKind.INBOX: QT_TRANSLATE_NOOP("Lists", "Inbox"),
    ListKind.QUEUED: QT_TRANSLATE_NOOP("Lists", "To read"),
    ListKind.READING: QT_TRANSLATE_NOOP("Lists", "Reading"),
    ListKind.STARRED: QT_TRANSLATE_NOOP("Lists", "Starred"),
    ListKind.ANNOTATED: QT_TRANSLATE_NOOP("Lists", "Annotated"),
    ListKind.TODO: QT_TRANSLATE_NOOP("Lists", "To do"),
    ListKind.READ: QT_TRANSLATE_NOOP("Lists", "Read"),
    ListKind.SKIPPED: QT_TRANSLATE_NOOP("Lists", "Skipped"),
    ListKind.ALL: QT_TRANSLATE_NOOP("Lists", "All papers"),
}
_EMPTY = {
    ListKind.QUEUED: QT_TRANSLATE_NOOP("Empty", "Nothing waits to be read."),
    ListKind.READING: QT_TRANSLATE_NOOP("Empty", "You are not reading anything."),
    ListKind.STARRED: QT_TRANSLATE_NOOP("Empty", "No stars yet."),
    ListKind.ANNOTATED: QT_TRANSLATE_NOOP("Empty", "No notes yet."),
    ListKind.TODO: QT_TRANSLATE_NOOP(
        "Empty", "Nothing to do. In a note, a line that begins with - [ ] puts its paper here."
    ),
    ListKind.READ: QT_TRANSLATE_NOOP("Empty", "Nothing read yet."),
    ListKind.SKIPPED: QT_TRANSLATE_NOOP("Empty", "Nothing skipped."),
    ListKind.SIMILAR: QT_TRANSLATE_NOOP("Empty", "No paper here shares its words."),
}
# The action whose key puts a paper into a list, or leads away, and what is said of that key.
_BY_KEY = {
    ListKind.QUEUED: (
        "paper.queue",
        QT_TRANSLATE_NOOP("Empty", "In the Inbox, {} puts a paper here."),
    ),
    ListKind.READING: ("paper.begin", QT_TRANSLATE_NOOP("Empty", "{} begins a paper.")),
    ListKind.STARRED: ("paper.toggle-star", QT_TRANSLATE_NOOP("Empty", "{} stars a paper.")),
    ListKind.ANNOTATED: ("paper.note", QT_TRANSLATE_NOOP("Empty", "{} writes one.")),
    ListKind.SIMILAR: ("go.back", QT_TRANSLATE_NOOP("Empty", "{} goes back.")),
    ListKind.READ: ("paper.toggle-read", QT_TRANSLATE_NOOP("Empty", "{} marks a paper read.")),
}


def list_name(kind: ListKind) -> str:
    """What one of the lists that are always there is called."""
    return translate("Lists", _NAMES[kind])


def status_name(status: Status) -> str:
    """What a status is called: as the list of the papers that have it."""
    return list_name(ListKind(status.value))


def name_of(place: PaperList, counts: Counts | None) -> str:
    """The heading of a list."""
    if place.kind is ListKind.TAG:
        return place.value
    if place.kind is ListKind.SMART:
        smart = smart_list(place, counts)
        return smart.name if smart else translate("Lists", "Smart list")
    if place.kind is ListKind.DIGEST:
        digests = counts.digests if counts else ()
        return next(
            (d.title for d in digests if str(d.id) == place.value), translate("Lists", "Digest")
        )
    return list_name(place.kind)


def smart_list(place: PaperList, counts: Counts | None) -> SmartList | None:
    """The smart list that is meant, if it is there."""
    lists = counts.smart_lists if counts else ()
    return next((smart for smart in lists if str(smart.id) == place.value), None)


def when_empty(place: PaperList, counts: Counts | None, key: Callable[[str], str]) -> str:
    """What to say where a list has no papers; ``key`` names the key of an action, if it has one."""
    if place.kind is ListKind.INBOX:
        waiting = counts.lists.get(ListKind.QUEUED, 0) if counts else 0
        zero = translate("Empty", "Inbox zero.")
        return zero + (" " + translate("Empty", "%Ln to read.", "", waiting) if waiting else "")
    if place.kind is ListKind.SMART and (smart := smart_list(place, counts)):
        return translate("Empty", "Nothing answers “{}” now.").format(smart.query[:60])
    if place.kind in _EMPTY:
        return _with_key(place.kind, translate("Empty", _EMPTY[place.kind]), key)
    return translate("Empty", "No papers here.")


def _with_key(kind: ListKind, words: str, key: Callable[[str], str]) -> str:
    """The words of an empty list, and which key changes that."""
    action, by_key = _BY_KEY.get(kind, ("", ""))
    pressed = key(action) if action else ""
    return f"{words} {translate('Empty', by_key).format(pressed)}" if pressed else words


def when_nothing_found(query: str, not_understood: tuple[NotUnderstood, ...]) -> str:
    """What to say when a query has no answer."""
    words = [translate("Empty", "Nothing matches “{}”.").format(query.strip()[:60])]
    if not_understood:
        parts = ", ".join(part.text for part in not_understood)
        words.append(translate("Empty", "Not understood: {}.").format(parts))
    return "\n".join(words)
