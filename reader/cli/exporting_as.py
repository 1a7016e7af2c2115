"""The part of ``reader export`` that writes one file in a format other programs read."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

import click

from reader.cli.context import Context, print_json, update_index
from reader.exporting.formats import ExportFormat, format_named, format_of
from reader.library import Library
from reader.model import ListKind, PaperList, Sort


def wanted_format(target: Path | None, name: str | None) -> ExportFormat | None:
    """The format that is named, or that the target's ending means; None for a folder."""
    if name is not None:
        if target is None:
            raise click.UsageError("Name the file to write, or - for stdout.")
        return format_named(name)
    if target is None or target.is_dir():
        return None
    if str(target) == "-":
        raise click.UsageError("Say with --format what to write to stdout.")
    return format_of(target.name)


def export_as(
    context: Context, target: Path, chosen: ExportFormat, query: str | None, *, json_wanted: bool
) -> None:
    """Writes all papers, or those that answer a query; ``-`` is stdout."""
    to_stdout = str(target) == "-"
    if to_stdout and json_wanted:
        raise click.UsageError("--json and the export cannot both go to stdout.")
    if chosen.write is None and query:
        raise click.UsageError("JSON Lines hold the whole library; leave out --query.")
    file: Path | BinaryIO = sys.stdout.buffer if to_stdout else target
    with context.library() as library:
        ids = _ids(library, query)
        if chosen.write is None:
            library.export_library(file)
        else:
            library.export_as(file, ids, chosen.name)
    count = len(ids)
    if json_wanted:
        written = {"written": [str(target)], "unchanged": [], "conflicts": []}
        print_json(written | {"no_longer_selected": [], "format": chosen.name, "papers": count})
    elif not to_stdout:
        papers = "1 paper" if count == 1 else f"{count:,} papers"
        click.echo(f"{papers} written to {target} ({chosen.title}).")


def _ids(library: Library, query: str | None) -> list[int]:
    if query:
        update_index(library)
        return list(library.search(query).ids)
    return library.list_ids(PaperList(ListKind.ALL), Sort.ADDED)
