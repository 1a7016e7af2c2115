"""How papers look in a terminal, and as JSON."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from typing import Any

import click

from reader.model import Highlight, Paper, Sighting, Snippet


def plain(text: str) -> str:
    """Text from outside without control characters: a title must not drive the terminal."""
    return "".join(letter if letter.isprintable() else " " for letter in text)


def table(headings: Sequence[str], rows: Sequence[Sequence[str]], *, empty: str) -> None:
    """Prints rows under headings, or the sentence for when there are none."""
    if not rows:
        click.echo(empty)
        return
    # rich takes 0.1 s to import; commands that print no table do not wait for it.
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    drawn = Table(*headings, box=None, pad_edge=False, header_style="bold")
    for row in rows:
        drawn.add_row(*(Text(plain(cell)) for cell in row))
    Console().print(drawn)


def paper_rows(
    papers: Sequence[Paper], reasons: Mapping[int, str] | None = None
) -> list[tuple[str, ...]]:
    """Papers as rows of a table: number, marks, title, tags; and reasons where there are any."""
    return [
        (
            str(paper.id),
            "★" if paper.starred else " ",
            paper.status.value,
            paper.title,
            ", ".join(paper.tags),
            *([] if reasons is None else [reasons.get(paper.id, "")]),
        )
        for paper in papers
    ]


def as_document(paper: Paper, snippet: Snippet | None = None) -> dict[str, Any]:
    """A paper as the JSON of lists has it."""
    return {
        "id": paper.id,
        "reader_id": paper.reader_id,
        "title": paper.title,
        "authors": list(paper.authors),
        "year": paper.year,
        "venue": paper.venue,
        "status": paper.status.value,
        "starred": paper.starred,
        "tags": list(paper.tags),
        "identifiers": [{"scheme": i.scheme, "value": i.value} for i in paper.identifiers],
        "links": [{"kind": link.kind.value, "url": link.url} for link in paper.links],
        "digests": [
            {"id": d.id, "title": d.title, "date": d.date.isoformat() if d.date else None}
            for d in paper.digests
        ],
        "snippet": snippet.text if snippet else None,
    }


def highlight_document(highlight: Highlight) -> dict[str, Any]:
    """A highlight as JSON has it."""
    return {
        "id": highlight.id,
        "field": highlight.field,
        "quote": highlight.quote,
        "colour": highlight.colour,
        "comment": highlight.comment,
        "orphaned": highlight.orphaned,
    }


def highlight_line(highlight: Highlight) -> str:
    """A highlight on one line: the passage, its colour, what is said of it."""
    colour = highlight.colour + (", no longer in the text" if highlight.orphaned else "")
    comment = f": {highlight.comment}" if highlight.comment else ""
    return plain(f"“{highlight.quote}” ({colour}){comment}")


def as_whole_document(
    paper: Paper, origins: Mapping[str, int | None], linking: Sequence[Paper]
) -> dict[str, Any]:
    """A paper with everything, as ``show --json`` has it.

    ``origins`` has for each field the digest that set it, or None for the person; the notes of
    ``linking`` link to the paper.
    """
    highlights = [highlight_document(highlight) for highlight in paper.highlights]
    whole = {
        "citation_key": paper.citation_key or None,
        "abstract": paper.abstract,
        "note": paper.note.text,
        "highlights": highlights,
    }
    backlinks = [{"id": p.id, "reader_id": p.reader_id, "title": p.title} for p in linking]
    return as_document(paper) | whole | {"origins": dict(origins), "backlinks": backlinks}


def print_paper(paper: Paper) -> None:
    """Prints all of a paper for a person."""
    click.secho(plain(paper.title), bold=True)
    facts = [", ".join(paper.authors), str(paper.year or ""), paper.venue]
    facts += [f"{i.scheme}:{i.value}" for i in paper.identifiers]
    click.echo(plain(" · ".join(fact for fact in facts if fact)) or "Authors not in the digest")
    star = " · starred" if paper.starred else ""
    tags = " · " + ", ".join(paper.tags) if paper.tags else ""
    click.echo(plain(f"{paper.id} · {paper.status.value}{star}{tags}"))
    if paper.citation_key:
        click.echo(f"cited as {plain(paper.citation_key)}")
    for link in paper.links:
        click.echo(f"{link.kind.value}: {plain(link.url)}")
    if paper.abstract:
        click.echo("\n" + _wrapped(paper.abstract))
    if paper.highlights:
        click.secho("\nHighlights", bold=True)
        for highlight in paper.highlights:
            click.echo(_wrapped(highlight_line(highlight)))
    if paper.note.text:
        click.secho("\nNote", bold=True)
        click.echo("\n".join(plain(line) for line in paper.note.text.splitlines()))


def print_backlinks(linking: Sequence[Paper]) -> None:
    """Prints the papers whose notes link to one, if there are any."""
    if linking:
        click.secho("\nLinked from", bold=True)
        for paper in linking:
            click.echo(plain(f"{paper.id} · {paper.title}"))


def print_sightings(sightings: Sequence[Sighting], origins: Mapping[str, int | None]) -> None:
    """Prints in which digests a paper appeared, and what came from where."""
    click.secho("\nWhere it came from", bold=True)
    for sighting in sightings:
        digest = sighting.digest
        gave = f" gave {', '.join(sighting.fields)}" if sighting.fields else ""
        click.echo(plain(f"{digest.title} (digest {digest.id}, entry {sighting.position}){gave}"))
    own = [field for field, digest_id in origins.items() if digest_id is None]
    if own:
        click.echo(f"You gave {', '.join(own)}")


def _wrapped(text: str) -> str:
    return click.wrap_text(plain(text), width=min(shutil.get_terminal_size().columns, 88))
