"""``reader import``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

import click

from reader.cli.context import Context, as_json, print_json, read_stdin, update_index
from reader.cli.importing_libraries import is_library, library_outcome, say_library
from reader.cli.printing import plain
from reader.digests import FORMATS, Refused
from reader.errors import DigestError
from reader.library import Library, date_of
from reader.model import Digest, Entry, ImportPlan, ImportResult, Match, PlannedEntry
from reader.operations.gathering import digest_files


@click.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE…|-")
@click.option("--dry-run", is_flag=True, help="Say what would be imported; change nothing.")
@click.option("--name", default="", help="What stdin is called; helps to recognise it.")
@click.option(
    "--format",
    "format_name",
    type=click.Choice([format_.name for format_ in FORMATS]),
    help="Read it as this format instead of recognising it.",
)
@as_json
@click.pass_obj
def import_(
    context: Context,
    files: tuple[str, ...],
    dry_run: bool,
    name: str,
    format_name: str | None,
    json_wanted: bool,
) -> None:
    """Import digests: files, folders of them, archives, or - for what is piped in.

    A whole library (`reader export FILE.jsonl`) is united with this one: nothing you wrote is lost.
    """
    outcomes: list[dict[str, Any]] = []
    with context.library() as library:
        for file in _files(files):
            for outcome in _outcomes(library, file, name, format_name, dry_run=dry_run):
                outcomes.append(outcome)
                if not json_wanted:
                    _say(outcome, dry_run=dry_run)
        update_index(library)
    if json_wanted:
        print_json({"imports": [_public(outcome, dry_run=dry_run) for outcome in outcomes]})
    if any("error" in outcome for outcome in outcomes):
        raise click.exceptions.Exit(1)


COMMANDS = (import_,)


def _files(names: Iterable[str]) -> list[str]:
    """The files that are meant, those of folders among them."""
    return [
        str(file)
        for name in names
        for file in (["-"] if name == "-" else digest_files([Path(name)]))
    ]


def _outcomes(
    library: Library, file: str, name: str, format_name: str | None, *, dry_run: bool
) -> Iterator[dict[str, Any]]:
    """What became of one file, as the JSON says it, once for each digest in it."""
    shown = name or "stdin" if file == "-" else file
    try:
        with _opened(file) as stream:
            if format_name is None and is_library(stream):
                yield library_outcome(library, stream, shown, dry_run=dry_run)
                return
            data = stream.read()
        digests = library.read_digests(data, Path(shown).name, format=format_name)
    except OSError as error:
        yield {"file": shown, "error": f"{file} cannot be read: {error.strerror}."}
        return
    except DigestError as error:
        yield {"file": shown, "error": str(error)}
        return
    for digest in digests:
        inside = shown if len(digests) == 1 else f"{shown}: {digest.name}"
        if isinstance(digest, Refused):
            yield {"file": inside, "error": str(digest.error)}
            continue
        plan = library.plan_import(digest)
        result = _would(plan) if dry_run else library.import_digest(digest)
        yield _report(inside, digest, result, plan)


def _opened(file: str) -> BinaryIO:
    """A file, or stdin, that can be read from its beginning again. Raises OSError."""
    if file == "-":
        return BytesIO(read_stdin())
    stream = Path(file).open("rb")  # noqa: SIM115 - whoever asked closes it
    if stream.seekable():
        return stream
    with stream:
        return BytesIO(stream.read())


def _would(plan: ImportPlan) -> ImportResult:
    new = plan.count(Match.NEW) + plan.count(Match.POSSIBLE_DUPLICATE)
    return ImportResult(
        digest_id=0,
        title=plan.digest.title,
        date=plan.digest.date,
        new=new,
        known=plan.count(Match.KNOWN),
        possible_duplicates=plan.count(Match.POSSIBLE_DUPLICATE),
        deleted=plan.count(Match.DELETED),
        already_imported=plan.already_imported,
    )


def _report(file: str, digest: Digest, result: ImportResult, plan: ImportPlan) -> dict[str, Any]:
    day = digest.date.isoformat() if digest.date else None
    return {
        "file": file,
        "format": digest.format,
        "digest": {"id": result.digest_id or None, "title": digest.title, "date": day},
        "entries": len(digest.entries),
        "new": result.new,
        "known": result.known,
        "possible_duplicates": result.possible_duplicates,
        "warnings": [
            *({"entry": w.entry, "message": w.message} for w in digest.warnings),
            *({"entry": row.entry.position, "message": _PASSED_OVER} for row in _deleted(plan)),
        ],
        "already_imported": result.already_imported is not None,
        "papers": [_entry(entry) for entry in digest.entries],
        "when": plan.already_imported,
    }


_PASSED_OVER = "You deleted this paper, so it was passed over."


def _deleted(plan: ImportPlan) -> list[PlannedEntry]:
    return [row for row in plan.rows if row.match is Match.DELETED]


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "title": entry.title,
        "abstract": entry.abstract,
        "authors": list(entry.authors),
        "year": entry.year,
        "venue": entry.venue,
        "identifiers": [{"scheme": i.scheme, "value": i.value} for i in entry.identifiers],
        "links": [{"kind": link.kind, "url": link.url} for link in entry.links],
        "doubt": entry.doubt,
        "snippet": entry.snippet,
        "version": entry.version,
        "status": entry.marks.status,
        "starred": entry.marks.starred,
        "tags": list(entry.marks.tags),
        "note": entry.marks.note,
    }


def _public(outcome: dict[str, Any], *, dry_run: bool) -> dict[str, Any]:
    hidden = {"when"} if dry_run else {"when", "papers"}
    return {key: value for key, value in outcome.items() if key not in hidden}


def _say(outcome: dict[str, Any], *, dry_run: bool) -> None:
    if "error" in outcome:
        click.echo(f"reader: {plain(outcome['error'])}", err=True)
        return
    if outcome["digest"] is None:
        say_library(outcome, dry_run=dry_run)
        return
    title = plain(outcome["digest"]["title"])
    if outcome["already_imported"]:
        click.echo(f"{title}: already imported on {date_of(outcome['when'])}; nothing changed.")
        return
    verb = "would bring" if dry_run else "brought"
    parts = [f"{title} {verb} {outcome['new']} new {'paper' if outcome['new'] == 1 else 'papers'}"]
    if outcome["known"]:
        parts.append(f"{outcome['known']} known already")
    if outcome["possible_duplicates"]:
        parts.append(f"{outcome['possible_duplicates']} possible duplicates")
    click.echo(", ".join(parts) + ".")
    for warning in outcome["warnings"]:
        where = "" if warning["entry"] is None else f"entry {warning['entry']}: "
        click.echo(f"  {where}{plain(warning['message'])}", err=True)
    for number, paper in enumerate(outcome["papers"], 1) if dry_run else ():
        doubt = f"  [{paper['doubt']}]" if paper["doubt"] else ""
        click.echo(f"{number:5}  {plain(paper['title'])}{doubt}")
