"""Keeps the links in notes going to their papers, through corrected titles and merging."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from reader.operations.note_links import Name, as_label, as_target, name_of, redirected
from reader.store import Database, duplicates, journal, note_links, notes, papers


def linked(database: Database, targets: Iterable[str]) -> dict[str, int]:
    """The papers that targets of links lead to; those that lead nowhere are left out."""
    named = {target: name for target in targets if (name := name_of(target)) is not None}
    found = note_links.resolve(database, {(name.scheme, name.value) for name in named.values()})
    return {
        target: found[name.scheme, name.value]
        for target, name in named.items()
        if (name.scheme, name.value) in found
    }


def reference(database: Database, paper_id: int) -> tuple[str, str]:
    """How a link may call a paper so that it surely goes there: (target, label).

    That is by its title, or where another paper has it too, by an identifier.
    """
    title = papers.title(database, paper_id)
    leading = {Name(*name) for name in note_links.names_of(database, paper_id)}
    target = as_target(title)
    if target and name_of(target) in leading:
        return target, ""
    # By an identifier rather than the reader-id: people know those.
    surely = sorted(
        (name.scheme == "reader", name.value)
        for name in leading
        if name.scheme != "title" and name_of(name.value) == name
    )
    return surely[0][1], as_label(title)


def follow_titles(database: Database, now: datetime) -> None:
    """Has the links to papers whose titles this step has changed go on to them."""
    for paper_id, key in journal.retitled(database):
        earlier = note_links.resolve(database, [("title", key)]).get(("title", key), paper_id)
        if earlier >= paper_id:  # else the link meant another paper that had the title before
            _redirect(database, [("title", key)], paper_id, now)


def merge(database: Database, kept: int, merged: int, now: datetime) -> None:
    """Makes one paper of two (see ``duplicates.merge``); links to either go to it."""
    names = note_links.names_of(database, merged)
    duplicates.merge(database, kept, merged, now)
    _redirect(database, names, kept, now)


def _redirect(
    database: Database, names: Iterable[tuple[str, str]], paper_id: int, now: datetime
) -> None:
    found = note_links.resolve(database, names)
    lost = [name for name in names if found.get(name) != paper_id]
    sources = {key for name in lost for key in note_links.sources(database, *name)}
    if not sources:
        return
    target = reference(database, paper_id)
    changed = {Name(*name): target for name in lost}
    for source in sources:
        text = notes.get(database, source).text
        notes.save(database, source, redirected(text, changed), now)
