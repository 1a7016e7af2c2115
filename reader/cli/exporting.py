"""``reader export``."""

from __future__ import annotations

from pathlib import Path

import click

from reader.cli.context import Context, as_json, print_json, update_index
from reader.errors import ExportError
from reader.exporting.base import Resolve
from reader.model import ExportReport


@click.command("export")
@click.argument("folder", required=False, type=click.Path(path_type=Path), metavar="[DIR]")
@click.option("--query", help="The papers that answer this query instead of the annotated ones.")
@click.option("--single", type=click.Path(path_type=Path), help="Write one document instead.")
@click.option("--template", type=click.Path(path_type=Path), help="A Jinja2 template of yours.")
@click.option("--name", help="A Jinja2 template for the names of new files.")
@click.option("--ours", "resolve", flag_value="ours", help="In conflicts the library wins.")
@click.option("--theirs", "resolve", flag_value="theirs", help="In conflicts the file wins.")
@as_json
@click.pass_obj
def export(
    context: Context,
    folder: Path | None,
    query: str | None,
    single: Path | None,
    template: Path | None,
    name: str | None,
    resolve: str | None,
    json_wanted: bool,
) -> None:
    """Write papers with a note, star or read state to Markdown files in DIR.

    Exporting again is safe: what you changed in the files stays, conflicts are left and reported.
    """
    if (folder is None) == (single is None):
        raise click.UsageError("Name either a folder or --single FILE.")
    rule = Resolve(resolve) if resolve else Resolve.REPORT
    with context.library() as library:
        if query:
            update_index(library)
        ids = list(library.search(query).ids) if query else library.exportable_ids()
        if folder is not None:
            body = _text_of(template)
            report = library.export(folder, ids, resolve=rule, template=body, name=name)
        else:
            assert single is not None
            report = library.export_single(single, ids, resolve=rule, template=_text_of(template))
    if json_wanted:
        print_json({name: list(getattr(report, name)) for name in _NAMES})
    else:
        _say(report)
    if report.conflicts:
        raise click.exceptions.Exit(1)


COMMANDS = (export,)

_NAMES = ("written", "unchanged", "conflicts", "no_longer_selected")


def _text_of(template: Path | None) -> str | None:
    if template is None:
        return None
    try:
        return template.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ExportError(f"The template {template} cannot be read ({error}).") from error


def _say(report: ExportReport) -> None:
    click.echo(f"{len(report.written)} written, {len(report.unchanged)} unchanged.")
    for file in report.conflicts:
        click.echo(f"conflict: {file} was changed there and here; it is as it was.", err=True)
    for file in report.no_longer_selected:
        click.echo(f"no longer selected: {file}", err=True)
    if report.conflicts:
        click.echo("--ours or --theirs decides who wins in the conflicting places.", err=True)
