"""``reader cite``."""

from __future__ import annotations

from dataclasses import asdict

import click

from reader.cli.context import Context, as_json, find_all, print_json
from reader.cli.printing import plain
from reader.exporting.citing import Style, cite

_FORMATS = ("text", "html", "markdown")


@click.command("cite")
@click.argument("papers", nargs=-1, required=True, metavar="ID...")
@click.option(
    "--style",
    type=click.Choice([style.value for style in Style]),
    default=Style.APA.value,
    show_default=True,
    help="How citations are written.",
)
@click.option("--format", "kind", type=click.Choice(_FORMATS), default="text", show_default=True)
@as_json
@click.pass_obj
def cite_(
    context: Context, papers: tuple[str, ...], *, style: str, kind: str, json_wanted: bool
) -> None:
    """Print papers as a list of references has them."""
    with context.library() as library:
        ids = find_all(library, papers)
        if json_wanted:
            found = [
                {"id": paper.id, **asdict(cite(paper, Style(style)))}
                for paper in library.papers(ids)
            ]
            print_json({"style": style, "citations": found})
            return
        whole = str(getattr(library.citation(ids, Style(style)), kind))
    click.echo("\n".join(plain(line) for line in whole.split("\n")))


COMMANDS = (cite_,)
