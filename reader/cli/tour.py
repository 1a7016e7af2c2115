"""``reader tour``: the whole main job on a digest, for a look without a screen."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from reader.cli.context import Context
from reader.cli.printing import plain
from reader.data import data_folder
from reader.library import Library
from reader.model import ListKind, PaperList, Status

SAMPLE = "sample/trending.txt"


@click.command("tour")
@click.argument("file", required=False, type=click.Path(exists=True, path_type=Path))
@click.option("--into", type=click.Path(path_type=Path), help="Where the results go.")
@click.pass_obj
def tour(context: Context, file: Path | None, into: Path | None) -> None:
    """Do the main job on a digest (the sample, or FILE) in a throw-away library.

    Leaves the exported Markdown and a picture of the window in a folder that it names.
    """
    results = into or Path(tempfile.mkdtemp(prefix="reader-tour-"))
    results.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="reader-tour-library-") as folder:
        with Library(Path(folder)) as library:
            _main_job(library, file or data_folder("resources") / SAMPLE, results)
        _step("Open the window")
        picture = results / "window.png"
        context.desktop.screenshot(Path(folder), picture)
        click.echo(f"  a picture of it is {picture}")
    click.echo(f"\nThe results are in {results}")


COMMANDS = (tour,)


def _step(text: str) -> None:
    click.secho(f"\n{text}", bold=True)


def _main_job(library: Library, file: Path, results: Path) -> None:
    library.subscribe(
        lambda changes: click.echo(f"  {plain(changes.label)}") if changes.label else None
    )
    _step(f"Import {file.name}")
    digest = library.read_digest(file.read_bytes(), file.name)
    result = library.import_digest(digest)
    click.echo(f"  {result.new} new papers, {result.known} known already")
    library.update_index()

    _step("Triage")
    inbox = library.list_ids(PaperList(ListKind.INBOX))
    first = inbox[0]
    library.set_starred([first], True)
    library.set_status(inbox[1:3], Status.QUEUED)
    library.set_status(inbox[3:4], Status.SKIPPED)
    library.set_status([first], Status.READING)
    library.add_tags([first], ["tour/first"])
    library.set_note(first, "Read this one first.\n\n- What is new here?\n")
    library.set_status([first], Status.READ)

    _step("Find the note again")
    library.update_index()
    for paper in library.papers(library.search('note:"read this"').ids):
        click.echo(f"  {paper.id}  {plain(paper.title)}")

    _step("Export the notes")
    report = library.export(results / "notes", library.exportable_ids())
    for name in report.written:
        click.echo(f"  {name}")

    _step("Undo the last action, and do it again")
    library.undo()
    library.redo()
