"""``reader digests reparse``: what was imported, read again with the parsers of today."""

from __future__ import annotations

from typing import Any

import click

from reader.cli.context import Context, as_json, print_json, update_index
from reader.cli.printing import plain
from reader.digests import FORMATS
from reader.errors import DigestError
from reader.library import Library
from reader.model import FieldChange, ReparsePlan

_RECOGNISE = "auto"
_LONGEST = 70


@click.command("reparse")
@click.argument("ids", nargs=-1, type=int, metavar="[ID]…")
@click.option("--yes", "-y", is_flag=True, help="Do it without asking.")
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
@click.option(
    "--format",
    "format_name",
    type=click.Choice([_RECOGNISE, *(format_.name for format_ in FORMATS)]),
    help="Read it as this format instead of the one it had; auto recognises it anew.",
)
@as_json
@click.pass_obj
def reparse(
    context: Context,
    ids: tuple[int, ...],
    yes: bool,
    dry_run: bool,
    format_name: str | None,
    json_wanted: bool,
) -> None:
    """Read digests again; say what would change, ask, and do it as one step that can be undone.

    Without an ID: those whose parser is newer than when they were read. What you edited, touched or
    left out stays as it is. With --json nothing is done unless --yes is given.
    """
    format_ = "" if format_name == _RECOGNISE else format_name
    documents: list[dict[str, Any]] = []
    failed = False
    with context.library() as library:
        for digest_id in ids or _outdated(library):
            try:
                plan = library.plan_reparse(digest_id, format=format_)
            except DigestError as error:
                failed = True
                title = library.digest(digest_id).title
                documents.append({"id": digest_id, "title": title, "error": str(error)})
                click.echo(f"reader: {plain(title)}: {plain(str(error))}", err=True)
                continue
            if not json_wanted:
                _say(plan)
            wanted = bool(plan) and not dry_run
            done = wanted and (yes or (not json_wanted and click.confirm("Change it so?")))
            if done:
                library.reparse_digest(plan)
            documents.append(_public(plan) | {"done": done})
        update_index(library)
    if json_wanted:
        print_json({"digests": documents})
    elif not documents:
        click.echo("All digests were read by the parsers of today.")
    if failed:
        raise click.exceptions.Exit(1)


def _outdated(library: Library) -> list[int]:
    """The digests that an older version of their parser read, the oldest first."""
    now = {format_.name: format_.version for format_ in FORMATS}
    found = library.digests()
    return sorted(d.id for d in found if d.parser_version < now.get(d.format, 0))


def _say(plan: ReparsePlan) -> None:
    click.secho(f"{plan.digest.id}  {plain(plan.digest.title)}", bold=True)
    if plan.parsed.format != plan.digest.format:
        click.echo(f"  read as {plan.parsed.format} instead of {plan.digest.format}")
    if not plan:
        click.echo(f"  All {plan.unchanged} entries say what they said.")
        return
    for reread in plan.changed:
        click.echo(f"  changed  {plain(reread.entry.title)} (paper {reread.paper_id})")
        for change in reread.changes:
            click.echo(f"           {_arrow(change)}")
    for entry in plan.new:
        click.echo(f"  new      {plain(entry.title)}")
    for gone in plan.gone:
        click.echo(f"  gone     {plain(gone.title)} (paper {gone.paper_id})")
    counts = (len(plan.changed), len(plan.new), len(plan.gone), plan.unchanged)
    click.echo("  {} changed, {} new, {} gone, {} as before".format(*counts))


def _arrow(change: FieldChange) -> str:
    before, after = _short(change.before, change.after), _short(change.after, change.before)
    return f"{change.field}: {before or 'nothing'} → {after or 'nothing'}"


def _short(text: str, other: str) -> str:
    """The part of a text in which it first differs from another, on one line."""
    same = next((at for at, (a, b) in enumerate(zip(text, other, strict=False)) if a != b), 0)
    start = max(0, same - 20)
    shown = plain(text[start : start + _LONGEST])
    return ("…" if start else "") + shown + ("…" if len(text) > start + _LONGEST else "")


def _public(plan: ReparsePlan) -> dict[str, Any]:
    return {
        "id": plan.digest.id,
        "title": plan.digest.title,
        "format": plan.parsed.format,
        "changed": [
            {
                "paper": one.paper_id,
                "title": one.entry.title,
                "fields": [
                    {"field": c.field, "before": c.before, "after": c.after} for c in one.changes
                ],
            }
            for one in plan.changed
        ],
        "new": [entry.title for entry in plan.new],
        "gone": [{"paper": gone.paper_id, "title": gone.title} for gone in plan.gone],
        "unchanged": plan.unchanged,
    }
