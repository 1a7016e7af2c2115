"""Which of a note's earlier texts may go, as they grow old. Only judges texts.

A text goes only when another, younger one of the same stretch of time has all of its lines, as they
are or grown longer. So each line that was ever kept stays to be found, with the text that had it
last before it was deleted or changed; the newest text always stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from reader.model import NoteRevision
from reader.operations import picturing
from reader.store import Store, revisions, settings

ALL_KEPT = timedelta(days=2)
"""Texts are all kept for so long; then of each stretch of time the last one."""

# Up to which age, and how long a stretch is; older than all of these: a week.
_STRETCHES = (
    (timedelta(days=14), timedelta(hours=1)),
    (timedelta(days=90), timedelta(days=1)),
)
_OLDEST_STRETCH = timedelta(days=7)
_EPOCH = datetime.fromisoformat("1970-01-05T00:00:00+00:00")  # a Monday
# Lines are looked for within lines; so many changed ones are worth keeping the text for.
_MOST_CHANGED = 100
_THINNED_AT = "revisions_thinned_at"
_EVERY = timedelta(days=1)


def superfluous(kept: Sequence[NoteRevision], now: datetime) -> list[int]:
    """The numbers of the texts of a note, given newest first, that may go."""
    gone: list[int] = []
    younger: NoteRevision | None = None
    for revision in kept:
        if (
            younger is not None
            and now - revision.made_at >= ALL_KEPT
            and _stretch(revision.made_at, now) == _stretch(younger.made_at, now)
            and covers(younger.text, revision.text)
        ):
            gone.append(revision.id)
        else:
            younger = revision
    return gone


def covers(text: str, earlier: str) -> bool:
    """Whether each line of an earlier text is in this one, as it was or grown longer."""
    lines = set(text.splitlines())
    changed = set(earlier.splitlines()) - lines
    if len(changed) > _MOST_CHANGED:
        return False
    return all(any(line in longer for longer in lines) for line in changed)


def thin(store: Store, now: datetime) -> int:
    """Lets go of superfluous texts of all notes, at most once a day; returns how many went.

    Pictures that no text shows go with them.
    The texts are judged beforehand, so that the one transaction is short. Texts never change, so
    what another program writes meanwhile changes no judgement.
    """
    database = store.reading()
    last = settings.get(database, _THINNED_AT)
    if last and now - datetime.fromisoformat(last) < _EVERY:
        return 0
    gone: list[int] = []
    for reader_id in revisions.crowded(database, now - ALL_KEPT):
        gone += superfluous(revisions.of_note(database, reader_id), now)
    with store.write() as writing:
        revisions.forget(writing, gone)
        settings.put(writing, _THINNED_AT, now.isoformat())
    picturing.let_go(store, now)
    return len(gone)


def _stretch(moment: datetime, now: datetime) -> tuple[int, timedelta]:
    """What two moments have in common when they lie in one stretch of time."""
    age = now - moment
    for oldest, length in _STRETCHES:
        if age < oldest:
            return (moment - _EPOCH) // length, length
    return (moment - _EPOCH) // _OLDEST_STRETCH, _OLDEST_STRETCH
