"""``reader highlights``: what was marked, over all papers. Changes nothing."""

from __future__ import annotations

import click

from reader.cli.context import Context, as_json, print_json
from reader.cli.printing import highlight_document, table
from reader.model import Colour


@click.command("highlights")
@click.option("--colour", type=click.Choice([colour.value for colour in Colour]))
@click.option("--tag", default="", help="Of the papers with this tag, or one that nests in it.")
@as_json
@click.pass_obj
def highlights(context: Context, colour: str | None, tag: str, json_wanted: bool) -> None:
    """List the highlights of all papers, the newest first."""
    with context.library() as library:
        found = library.highlights(Colour(colour) if colour else None, tag)
    if json_wanted:
        documents = [
            {"paper_id": one.paper_id, "reader_id": one.reader_id, "title": one.title}
            | highlight_document(one.highlight)
            | {"tags": list(one.tags), "made_at": one.made_at.isoformat()}
            for one in found
        ]
        print_json({"total": len(documents), "highlights": documents})
        return
    rows = [
        (
            str(one.paper_id),
            one.highlight.colour,
            one.highlight.quote,
            one.highlight.comment,
            "no longer in the text" if one.highlight.orphaned else "",
            one.title,
        )
        for one in found
    ]
    headings = ("", "Colour", "Passage", "Comment", "", "Paper")
    table(headings, rows, empty="No highlights.")


COMMANDS = (highlights,)
