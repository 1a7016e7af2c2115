"""CSL-JSON, as Zotero, pandoc and every citation processor read it.

https://docs.citationstyles.org/en/stable/specification.html (appendix IV: variables), schema:
https://github.com/citation-style-language/schema, csl-data.json. The note goes into ``annote``:
``note`` is printed by styles, and Zotero reads it as its field *Extra*.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from reader.exporting.escaping import paragraphs, plain, verbatim
from reader.exporting.formats.kinds import Kind, Work, work_of
from reader.exporting.person_names import name_parts
from reader.model import Paper

_TYPES = {
    Kind.ARTICLE: "article-journal",
    Kind.CONFERENCE: "paper-conference",
    Kind.PREPRINT: "article",
}


def csl_json(papers: Iterable[Paper]) -> Iterator[str]:
    """The papers as one array, an item at a time."""
    before = "["
    for paper in papers:
        item = json.dumps(_item(paper), ensure_ascii=False, indent=2)
        yield f"{before}\n{item}"
        before = ","
    yield "[]\n" if before == "[" else "\n]\n"


def _item(paper: Paper) -> dict[str, Any]:
    work = work_of(paper)
    item = {
        "id": work.key,
        "type": _TYPES[work.kind],
        "title": work.title,
        "author": [_name(name) for name in work.authors],
        "issued": {"date-parts": [[work.year]]} if work.year else None,
        "container-title": work.venue,
        **_archive(work),
        "DOI": work.doi,
        "PMID": work.pubmed,
        "URL": work.url,
        "abstract": "\n\n".join(paragraphs(paper.abstract)),
        "keyword": ", ".join(plain(tag).replace(",", " ") for tag in paper.tags),
        "annote": verbatim(paper.note.text),
    }
    return {name: value for name, value in item.items() if value}


def _archive(work: Work) -> dict[str, str]:
    """A preprint as Zotero and the styles expect it: archive, its number, and the word."""
    named = {"number": f"arXiv:{work.arxiv}"} if work.arxiv else {}
    if work.archive:
        return {"genre": "preprint", "publisher": work.archive, **named}
    return named


def _name(name: str) -> dict[str, str]:
    parts = name_parts(name)
    if not parts.given:
        return {"literal": name}
    given = {
        "family": parts.family,
        "given": parts.given,
        "non-dropping-particle": parts.particle,
        "suffix": parts.suffix,
    }
    return {part: value for part, value in given.items() if value}
