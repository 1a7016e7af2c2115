"""``reader export``."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import click

from reader.cli.context import Context, as_json, print_json, update_index
from reader.cli.exporting_as import export_as, wanted_format
from reader.errors import ExportError
from reader.exporting.base import OWN_TEMPLATES, Resolve
from reader.exporting.formats import EXPORT_FORMATS
from reader.library import Library
from reader.model import ExportReport


@click.command("export")
@click.argument("folder", required=False, type=click.Path(path_type=Path), metavar="[DIR|FILE|-]")
@click.option("--query", help="The papers that answer this query instead of the annotated ones.")
@click.option(
    "--format",
    "format_name",
    type=click.Choice([known.name for known in EXPORT_FORMATS]),
    help="Write one file for other programs; the ending of its name says it too.",
)
@click.option("--single", type=click.Path(path_type=Path), help="Write one document instead.")
@click.option(
    "--template",
    type=click.Path(path_type=Path),
    help="A Jinja2 template of yours, or logseq for the one that Logseq reads.",
)
@click.option("--name", help="A Jinja2 template for the names of new files.")
@click.option("--ours", "resolve", flag_value="ours", help="In conflicts the library wins.")
@click.option("--theirs", "resolve", flag_value="theirs", help="In conflicts the file wins.")
@click.option("--watch", is_flag=True, help="Go on exporting what changes until Ctrl+C.")
@as_json
@click.pass_obj
def export(
    context: Context,
    folder: Path | None,
    query: str | None,
    format_name: str | None,
    single: Path | None,
    template: Path | None,
    name: str | None,
    resolve: str | None,
    watch: bool,
    json_wanted: bool,
) -> None:
    """Write papers with a note, star or read state to Markdown files in DIR.

    Exporting again is safe: what you changed in the files stays, conflicts are left and reported.

    A FILE such as papers.bib, .ris, .json (CSL-JSON), .csv or .html gets all papers instead, and
    .jsonl the whole library, which `reader import` reads back. `-` is stdout.
    """
    chosen = wanted_format(folder, format_name)
    if chosen is not None and folder is not None:
        if single or template or resolve or watch:
            raise click.UsageError("--single, --template, --ours… and --watch are for Markdown.")
        export_as(context, folder, chosen, query, json_wanted=json_wanted)
        return
    if (folder is None) == (single is None):
        raise click.UsageError("Name either a folder or --single FILE.")
    if watch and json_wanted:
        raise click.UsageError("--watch has no end that one JSON document could tell of.")
    rule = Resolve(resolve) if resolve else Resolve.REPORT
    body = _text_of(template)
    with context.library() as library:

        def once() -> ExportReport:
            if query:
                update_index(library)
            ids = list(library.search(query).ids) if query else library.exportable_ids()
            if folder is not None:
                return library.export(folder, ids, resolve=rule, template=body, name=name)
            assert single is not None
            return library.export_single(single, ids, resolve=rule, template=body)

        report = once()
        if watch:
            _say(report)
            _watch(library, once)
            return
    if json_wanted:
        print_json({name: list(getattr(report, name)) for name in _NAMES})
    else:
        _say(report)
    if report.conflicts:
        raise click.exceptions.Exit(1)


COMMANDS = (export,)

_POLL_SECONDS = 0.5
_NAMES = ("written", "unchanged", "conflicts", "no_longer_selected")


def _watch(library: Library, once: Callable[[], ExportReport]) -> None:
    """Exports after each change of any program on the library, until Ctrl+C."""
    click.echo("Waiting for changes; Ctrl+C ends it.")
    try:
        while True:
            time.sleep(_POLL_SECONDS)
            if library.notice_others():
                _say_news(once)
    except KeyboardInterrupt:
        click.echo("Ended.")


def _say_news(once: Callable[[], ExportReport]) -> None:
    try:
        report = once()
    except ExportError as error:
        # Such as a disk that was taken out: the next change tries again.
        click.echo(f"reader: {error}", err=True)
        return
    for file in report.written:
        click.echo(f"written: {file}")
    for file in report.conflicts:
        click.echo(f"conflict: {file} was changed there and here; it is as it was.", err=True)


def _text_of(template: Path | None) -> str | None:
    if template is None:
        return None
    from reader.exporting.markdown import own_template

    if template.as_posix() in OWN_TEMPLATES and not template.exists():
        return own_template(f"{template}.md.j2")
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
