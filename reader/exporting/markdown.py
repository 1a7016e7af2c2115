"""Renders papers as Markdown: front matter, body, index. Reads its templates, writes nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from reader.data import data_folder
from reader.errors import ExportError
from reader.exporting import front_matter
from reader.exporting.addresses import identifiers_of, page_of
from reader.exporting.base import INDEX_ID
from reader.exporting.escaping import (
    file_address,
    paragraphs,
    plain,
    verbatim,
    web_address,
)
from reader.exporting.names import name_parts_of
from reader.exporting.templating import TemplateFaultError, Verbatim, fill
from reader.model import Highlight, Paper
from reader.words import say

LIST_TITLE = "Reading list"
RENDERING = 1
"""Another number for each change of what is rendered, or files exported before keep the old."""


def render(paper: Paper, *, template: str | None = None) -> str:
    """The whole file of a paper; it ends with one line end.

    ``template`` is the text of a Jinja2 template for the body, the program's own if None. Raises
    ExportError when the template is at fault.
    """
    return _file(_front(paper), _body(paper, template))


def source_of(content: object, template: str | None) -> str:
    """A fingerprint of what a rendering is made from; ``content`` is plain data, such as a Paper.

    It spares rendering 10,000 papers anew (two milliseconds each) to see that nothing changed.
    """
    made_from = f"{RENDERING}\n{template}\n{content!r}"
    return hashlib.blake2b(made_from.encode("utf-8", "replace"), digest_size=16).hexdigest()


def index_line(paper: Paper, path: str) -> str:
    """A fingerprint of the line that ``render_index`` gives a paper whose file has this path."""
    return source_of((_title(paper), path, _details(paper)), None)


def file_stem(paper: Paper, template: str) -> str:
    """The name that a template of the person gives the file of a paper, as it is.

    ``paper``, ``year``, ``author`` (of the first the family name) and ``title`` (the short one) are
    known to it. Raises ExportError when the template is at fault.
    """
    parts = name_parts_of(paper)
    return _fill(template, paper=paper, **{name: Verbatim(part) for name, part in parts.items()})


def render_index(papers: Iterable[Paper], names: Mapping[str, str]) -> str:
    """The file that lists the papers. ``names`` has the path of each one's file, by reader-id."""
    rows = [
        {
            "title": _title(paper),
            "address": Verbatim(file_address(names[paper.reader_id])),
            "details": _details(paper),
        }
        for paper in papers
    ]
    front = front_matter.dump({"title": LIST_TITLE, "reader-id": INDEX_ID})
    return _file(front, _fill(own_template("index.md.j2"), papers=rows))


def render_single(papers: Iterable[Paper], *, template: str | None = None) -> str:
    """One document of all the papers, in order."""
    rows = [
        {
            "title": _title(paper),
            "details": _details(paper),
            "address": Verbatim(web_address(page_of(paper))),
            "address_text": page_of(paper),
            "body": Verbatim(_body(paper, template)),
        }
        for paper in papers
    ]
    front = front_matter.dump({"title": LIST_TITLE})
    return _file(front, _fill(own_template("single.md.j2"), papers=rows))


def _file(front: str, body: str) -> str:
    body = body.strip("\n")
    return f"---\n{front}---\n{body}\n" if body else f"---\n{front}---\n"


def _front(paper: Paper) -> str:
    """The front matter: what a paper does not have has no key."""
    values: dict[str, Any] = {
        "title": plain(paper.title),
        "authors": _plain_list(paper.authors),
        "year": paper.year,
        **identifiers_of(paper),
        "url": web_address(page_of(paper)),
        "status": paper.status.value,
        "starred": paper.starred,
        "tags": _plain_list(paper.tags),
        "added": paper.added_at.date(),
        "read": paper.read_at.date() if paper.read_at else None,
        "digests": _plain_list(digest.title for digest in paper.digests),
        "reader-id": plain(paper.reader_id),
    }
    return front_matter.dump({key: value for key, value in values.items() if _present(value)})


def _present(value: Any) -> bool:
    return value is not None and value not in ("", [])


def _plain_list(texts: Iterable[str]) -> list[str]:
    return [text for text in map(plain, texts) if text]


def _title(paper: Paper) -> str:
    return plain(paper.title) or "Untitled"


def _details(paper: Paper) -> str:
    """Authors, year, venue and status of a paper in one line."""
    authors = ", ".join(_plain_list(paper.authors[:3])) + (" et al." if paper.authors[3:] else "")
    year = str(paper.year) if paper.year else ""
    star = "★" if paper.starred else ""
    parts = (authors, year, plain(paper.venue), paper.status.value, star)
    return " · ".join(part for part in parts if part)


def _body(paper: Paper, template: str | None) -> str:
    text = own_template("paper.md.j2") if template is None else template
    body = _fill(
        text,
        paper=paper,
        abstract=paragraphs(paper.abstract),
        highlights=[_highlight(highlight) for highlight in paper.highlights],
        note=Verbatim(verbatim(paper.note.text)),
    )
    return verbatim(body)


def _highlight(highlight: Highlight) -> dict[str, str | bool]:
    return {
        "quote": plain(highlight.quote),
        "colour": plain(highlight.colour),
        "comment": plain(highlight.comment),
        "orphaned": highlight.orphaned,
    }


def _fill(template: str, **values: Any) -> str:
    """The template with the values. Raises ExportError with the line that is at fault."""
    try:
        return fill(template, **values)
    except TemplateFaultError as error:
        raise ExportError(
            say("The template for the export cannot be used: {}").format(error),
            where=say("(line {})").format(error.line) if error.line else "",
            advice=say("Correct the template or export without it."),
        ) from error


@cache
def own_template(name: str) -> str:
    """The text of a template of the program."""
    path = data_folder("resources") / "templates" / name
    return path.read_text(encoding="utf-8")
