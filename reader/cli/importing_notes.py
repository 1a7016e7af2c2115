"""``reader import-notes``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reader.cli.context import Context, as_json, print_json, update_index
from reader.cli.printing import plain
from reader.exporting.base import Resolve
from reader.model import count_of
from reader.operations.differences import Sign
from reader.operations.importing_notes import NotesImported, NotesPlan, lines_of, remarks_of

if TYPE_CHECKING:
    from reader.exporting.reading_back import FileChange

_SIGNS = {Sign.ADDED: "+", Sign.REMOVED: "-", Sign.SAME: " ", Sign.SKIPPED: "…"}


@click.command("import-notes")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--ours", "resolve", flag_value="ours", help="In conflicts the library wins.")
@click.option("--theirs", "resolve", flag_value="theirs", help="In conflicts the file wins.")
@click.option("--dry-run", is_flag=True, help="Show what would come in, and change nothing.")
@as_json
@click.pass_obj
def import_notes(
    context: Context, folder: Path, resolve: str | None, dry_run: bool, json_wanted: bool
) -> None:
    """Bring back what you changed in the files that `reader export` wrote to DIR.

    The section `## Note` comes in as a new version of the note; so do tags, status, starred and
    the comments of highlights. All of it is one step that `reader undo` takes back. What was
    changed there and here is left alone and said, unless --ours or --theirs decides.
    """
    rule = Resolve(resolve) if resolve else Resolve.REPORT
    with context.library() as library:
        plan = library.plan_notes(folder, resolve=rule)
        done = NotesImported() if dry_run else library.import_notes(plan)
        update_index(library)
    if json_wanted:
        print_json(_document(plan, done))
    else:
        _say(plan, done, dry_run=dry_run)
    if plan.conflicts or plan.refused or done.left:
        raise click.exceptions.Exit(1)


COMMANDS = (import_notes,)


def _document(plan: NotesPlan, done: NotesImported) -> dict[str, Any]:
    return {
        "changes": [_change_document(change) for change in filter(None, plan.changes)],
        "imported": list(done.imported),
        "changed_since": list(done.left),
        "conflicts": [
            {"file": change.path, "changed_there_and_here": list(change.conflicts)}
            for change in plan.conflicts
        ],
        "not_read": [
            {"file": change.path, "reasons": list(change.problems)}
            for change in plan.changes
            if change.problems
        ],
        "refused": [{"file": one.path, "reason": one.reason} for one in plan.refused],
        "without_reader_id": list(plan.without_id),
        "unchanged": plan.unchanged,
    }


def _change_document(change: FileChange) -> dict[str, Any]:
    return {
        "file": change.path,
        "paper": change.paper.id,
        "title": change.paper.title,
        "note": change.note,
        "merged": change.merged,
        "status": change.status,
        "starred": change.starred,
        "tags": {"added": list(change.tags_added), "removed": list(change.tags_removed)},
        "comments": [{"highlight": key, "comment": text} for key, text in change.comments],
        "differences": [
            {"sign": _SIGNS[line.sign], "text": line.text} for line in lines_of(change)
        ],
    }


def _say(plan: NotesPlan, done: NotesImported, *, dry_run: bool) -> None:
    for change in filter(None, plan.changes):
        click.echo(f"{plain(change.path)}:")
        for line in lines_of(change):
            skipped = f"{line.text} lines not shown" if line.sign is Sign.SKIPPED else line.text
            click.echo(f"  {_SIGNS[line.sign]} {plain(skipped)}".rstrip())
    wanted = sum(map(bool, plan.changes))
    if dry_run:
        click.echo(f"Notes of {count_of(wanted)} would be imported; nothing was changed.")
    else:
        click.echo(f"Notes of {count_of(len(done.imported))} imported, {plan.unchanged} unchanged.")
    _say_all("no reader-id, not imported", plan.without_id)
    for change in plan.changes:
        for remark in remarks_of(change):
            click.echo(f"{plain(change.path)}: {plain(remark)}", err=True)
    for one in plan.refused:
        click.echo(f"refused: {plain(one.path)}: {plain(one.reason)}", err=True)
    for path in done.left:
        click.echo(f"{plain(path)}: its paper was changed meanwhile; import again.", err=True)
    if plan.conflicts:
        click.echo("--ours or --theirs decides who wins in the conflicting places.", err=True)


def _say_all(what: str, paths: Sequence[str]) -> None:
    for path in paths:
        click.echo(f"{what}: {plain(path)}", err=True)
