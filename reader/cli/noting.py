"""``reader note`` and ``reader todo``: the note of a paper, its versions, and what is to do."""

from __future__ import annotations

import click

from reader.cli.changing import say_what_happens
from reader.cli.context import Context, as_json, print_json, read_stdin, update_index
from reader.cli.leading_dash import LeadingDashCommand
from reader.cli.printing import plain, table
from reader.library import Library
from reader.model import NoteRevision
from reader.operations.differences import counted
from reader.operations.noting import appended
from reader.settings.places import note_templates_folder


@click.command("note", cls=LeadingDashCommand)
@click.argument("name", metavar="ID")
@click.argument("text", required=False)
@click.option("--append", is_flag=True, help="Add to the note instead of replacing it.")
@click.option("--template", metavar="NAME", help="Begin the note, or go on, by a template.")
@click.option("--history", is_flag=True, help="List the versions of the note, newest first.")
@click.option("--restore", type=int, metavar="N", help="Bring back version N of --history.")
@as_json
@click.pass_obj
def note(
    context: Context,
    name: str,
    text: str | None,
    append: bool,
    template: str | None,
    history: bool,
    restore: int | None,
    json_wanted: bool,
) -> None:
    """Set the note of a paper: TEXT, - for stdin, or nothing to write it in $EDITOR.

    TEXT may be an item of a list, "- [ ] read on". Put -- before one that looks like an option.
    """
    if json_wanted and not history:
        raise click.UsageError("--json goes with --history.")
    written = text is not None or append
    if sum((written, template is not None, history, restore is not None)) > 1:
        raise click.UsageError("A text, --template, --history and --restore do not go together.")
    with context.library() as library:
        paper_id = library.find(name)
        if history:
            _list(library.note_revisions(paper_id), json_wanted=json_wanted)
            return
        say_what_happens(library)
        if restore is not None:
            library.restore_note(paper_id, restore)
        elif template is not None:
            _write(
                library, paper_id, library.fill_note_template(template, paper_id).text, append=True
            )
        else:
            _write(library, paper_id, text, append=append)
        update_index(library)


@click.command("todo")
@as_json
@click.pass_obj
def todo(context: Context, json_wanted: bool) -> None:
    """List what is still to do: the open items (- [ ] …) of notes, by paper."""
    with context.library() as library:
        found = library.todos()
    if json_wanted:
        print_json(
            {
                "total": sum(len(paper.todos) for paper in found),
                "papers": [
                    {
                        "id": paper.paper_id,
                        "reader_id": paper.reader_id,
                        "title": paper.title,
                        "todos": [{"line": one.line + 1, "text": one.text} for one in paper.todos],
                    }
                    for paper in found
                ],
            }
        )
        return
    for paper in found:
        click.secho(plain(f"{paper.paper_id} · {paper.title}"), bold=True)
        for one in paper.todos:
            click.echo(plain(f"  [ ] {one.text}"))
    if not found:
        click.echo("Nothing to do.")


@click.command("templates")
@as_json
@click.pass_obj
def templates(context: Context, json_wanted: bool) -> None:
    """List the templates for a new note: yours, and those that come with reader."""
    with context.library() as library:
        known = library.note_templates()
    if json_wanted:
        documents = [{"name": one.name, "own": one.own, "file": str(one.file)} for one in known]
        print_json({"templates": documents})
        return
    rows = [(one.name, "yours" if one.own else "", str(one.file)) for one in known]
    table(("Name", "", "File"), rows, empty="There are no templates.")
    click.echo(f"Yours lie in {note_templates_folder()}.")


COMMANDS = (note, todo, templates)


def _write(library: Library, paper_id: int, text: str | None, *, append: bool) -> None:
    before = library.paper(paper_id).note
    if text is None:
        text = _edited("" if append else before.text)
    elif text == "-":
        text = read_stdin().decode("utf-8", "replace")
    if append:
        text = appended(before.text, text)
    library.set_note(paper_id, text, base_version=before.version)


def _edited(text: str) -> str:
    edited = click.edit(text, extension=".md", require_save=False)
    # Editors like a last line that ends; that alone is no edit.
    return text if edited in (None, f"{text}\n") else str(edited)


def _list(revisions: list[NoteRevision], *, json_wanted: bool) -> None:
    if json_wanted:
        documents = [
            {"id": one.id, "made_at": one.made_at.isoformat(), "text": one.text}
            for one in revisions
        ]
        print_json({"revisions": documents})
        return
    befores = [*(one.text for one in revisions[1:]), ""]
    rows = []
    for one, before in zip(revisions, befores, strict=False):
        came, went = counted(before, one.text)
        when = f"{one.made_at.astimezone():%Y-%m-%d %H:%M}"
        rows.append((str(one.id), when, f"+{came} −{went}"))
    table(("N", "When", "Lines"), rows, empty="Nothing was written yet.")
