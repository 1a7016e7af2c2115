"""What the list says of itself: its heading, and what an empty place says."""

from __future__ import annotations

from reader.model import Counts, ListKind, NotUnderstood, PaperList, SmartList

LIST_NAMES = {
    ListKind.INBOX: "Inbox",
    ListKind.QUEUED: "To read",
    ListKind.READING: "Reading",
    ListKind.STARRED: "Starred",
    ListKind.ANNOTATED: "Annotated",
    ListKind.READ: "Read",
    ListKind.SKIPPED: "Skipped",
    ListKind.ALL: "All papers",
}
_EMPTY = {
    ListKind.QUEUED: "Nothing waits to be read. In the Inbox, l puts a paper here.",
    ListKind.READING: "You are not reading anything. b begins a paper.",
    ListKind.STARRED: "No stars yet. s stars a paper.",
    ListKind.ANNOTATED: "No notes yet. n writes one.",
    ListKind.READ: "Nothing read yet. m marks a paper read.",
    ListKind.SKIPPED: "Nothing skipped.",
}


def name_of(place: PaperList, counts: Counts | None) -> str:
    """The heading of a list."""
    if place.kind is ListKind.TAG:
        return place.value
    if place.kind is ListKind.SMART:
        smart = smart_list(place, counts)
        return smart.name if smart else "Smart list"
    if place.kind is ListKind.DIGEST:
        digests = counts.digests if counts else ()
        return next((d.title for d in digests if str(d.id) == place.value), "Digest")
    return LIST_NAMES[place.kind]


def smart_list(place: PaperList, counts: Counts | None) -> SmartList | None:
    """The smart list that is meant, if it is there."""
    lists = counts.smart_lists if counts else ()
    return next((smart for smart in lists if str(smart.id) == place.value), None)


def when_empty(place: PaperList, counts: Counts | None) -> str:
    """What to say where a list has no papers."""
    if place.kind is ListKind.INBOX:
        waiting = counts.lists.get(ListKind.QUEUED, 0) if counts else 0
        return f"Inbox zero. {waiting} to read." if waiting else "Inbox zero."
    if place.kind is ListKind.SMART and (smart := smart_list(place, counts)):
        return f"Nothing answers “{smart.query[:60]}” now."
    if place.kind is ListKind.SIMILAR:
        return "No paper here shares its words. Esc goes back."
    return _EMPTY.get(place.kind, "No papers here.")


def when_nothing_found(query: str, not_understood: tuple[NotUnderstood, ...]) -> str:
    """What to say when a query has no answer."""
    words = f"Nothing matches “{query.strip()[:60]}”."
    if not_understood:
        words += f"\nNot understood: {', '.join(part.text for part in not_understood)}."
    return words + "\nEsc clears the search."
