"""``reader edit``: corrects what digests said of a paper."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import click

from reader.cli.context import Context, read_stdin, update_index
from reader.cli.printing import plain
from reader.model import PaperFields
from reader.operations.editing import is_year, no_year


@click.command("edit")
@click.argument("name", metavar="ID")
@click.option("--title")
@click.option("--author", "authors", multiple=True, help="All authors anew, one option each.")
@click.option("--year", help="Four digits, or nothing ('') for none.")
@click.option("--venue")
@click.option("--abstract", help="The abstract, or - for stdin.")
@click.option("--citation-key", help="How a bibliography cites it; nothing ('') makes one anew.")
@click.pass_obj
def edit(
    context: Context,
    name: str,
    title: str | None,
    authors: tuple[str, ...],
    year: str | None,
    venue: str | None,
    abstract: str | None,
    citation_key: str | None,
) -> None:
    """Correct a paper. No later digest changes what you set."""
    given: dict[str, Any] = {
        "title": title,
        "venue": venue,
        "abstract": abstract,
        "citation_key": citation_key,
    }
    changes = {field: value for field, value in given.items() if value is not None}
    if abstract == "-":
        changes["abstract"] = read_stdin().decode("utf-8", "replace")
    if authors:
        changes["authors"] = tuple(author for author in authors if author.strip())
    if year is not None:
        changes["year"] = _year(year)
    if not changes:
        raise click.UsageError("Say what to correct, such as --title.")
    with context.library() as library:
        paper = library.paper(library.find(name))
        fields = PaperFields(paper.title, paper.authors, paper.year, paper.venue, paper.abstract)
        fields = replace(fields, citation_key=paper.citation_key)
        library.edit_paper(paper.id, replace(fields, **changes), base=fields)
        click.echo(f"{paper.id}  {plain(library.paper(paper.id).title)}")
        update_index(library)


COMMANDS = (edit,)


def _year(text: str) -> int | None:
    text = text.strip()
    if not text:
        return None
    if not is_year(text):
        raise no_year(text)
    return int(text)
