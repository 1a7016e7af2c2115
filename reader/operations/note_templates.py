"""The templates for a new note: those that come with the program, and the person's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from reader.data import data_folder
from reader.errors import EditError, NotFoundError
from reader.model import Paper
from reader.settings.places import note_templates_folder
from reader.words import say

if TYPE_CHECKING:
    # jinja2 takes 0.1 s to import and is needed for nothing else.
    from reader.exporting.note_form import FilledTemplate

_ENDINGS = (".md.j2", ".j2", ".md")
_LONGEST = 200_000


@dataclass(frozen=True, slots=True)
class NoteTemplate:
    """A template by the name that people know, its file, and whether it is the person's own."""

    name: str
    file: Path
    own: bool


def known() -> list[NoteTemplate]:
    """All templates by name. The person's own take the place of ours of the same name."""
    ours = data_folder("resources") / "templates" / "notes"
    found: dict[str, NoteTemplate] = {}
    for folder, own in ((ours, False), (note_templates_folder(), True)):
        found |= {_key(one.name): one for one in _in(folder, own=own)}
    return [found[key] for key in sorted(found)]


def named(name: str) -> NoteTemplate:
    """The template of a name, however it is written. Raises NotFoundError."""
    templates = known()
    for template in templates:
        if _key(template.name) == _key(name):
            return template
    names = ", ".join(template.name for template in templates)
    raise NotFoundError(
        say("There is no template “{}” for notes.").format(name),
        where=say("Yours lie in {}.").format(note_templates_folder()),
        advice=say("There are: {}.").format(names),
    )


def filled(name: str, paper: Paper, today: date) -> FilledTemplate:
    """The beginning of a paper's note, by a template. Raises NotFoundError, EditError."""
    from reader.exporting.note_form import fill_note
    from reader.exporting.templating import TemplateFaultError

    template = named(name)
    text = _text_of(template)
    try:
        return fill_note(text, paper, today)
    except TemplateFaultError as error:
        place = (
            say("{}, line {}.").format(template.file, error.line)
            if error.line
            else f"{template.file}."
        )
        raise EditError(
            say("The template “{}” cannot be used: {}.").format(
                template.name, str(error).rstrip(".")
            ),
            where=place,
            advice=say("Correct it there; nothing was inserted."),
        ) from error


def _text_of(template: NoteTemplate) -> str:
    try:
        with template.file.open("rb") as stream:
            data = stream.read(_LONGEST + 1)
        if len(data) > _LONGEST:
            raise EditError(
                say("The template “{}” is too long.").format(template.name),
                where=f"{template.file}.",
            )
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise EditError(
            say("The template “{}” is no UTF-8 text.").format(template.name),
            where=say("{}, line {}.").format(template.file, line),
            advice=say("Save it as UTF-8."),
        ) from error
    except OSError as error:
        raise EditError(
            say("The template “{}” cannot be read ({}).").format(
                template.name, error.strerror or error
            ),
            where=f"{template.file}.",
        ) from error


def _in(folder: Path, *, own: bool) -> Iterator[NoteTemplate]:
    try:
        files = sorted(folder.iterdir())
    except OSError:
        return
    for file in files:
        stem = next((file.name.removesuffix(e) for e in _ENDINGS if file.name.endswith(e)), "")
        name = " ".join(stem.replace("-", " ").replace("_", " ").split())
        if name and not stem.startswith(".") and file.is_file():
            yield NoteTemplate(name[0].upper() + name[1:], file, own)


def _key(name: str) -> str:
    return " ".join(name.replace("-", " ").replace("_", " ").casefold().split())
