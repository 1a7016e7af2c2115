"""Citations of papers, and papers as lines of Markdown. Writes nothing, only processes data."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from html import escape

from reader.exporting.addresses import address_at, identifiers_of, page_of
from reader.exporting.citation_styles import Work, apa, chicago, ieee
from reader.exporting.escaping import inline, plain, web_address
from reader.exporting.person_names import name_parts
from reader.exporting.rich_text import Look, Run, as_html, as_markdown, as_text
from reader.model import Paper

_ARCHIVE = re.compile(
    r"(arxiv|corr|psyarxiv|socarxiv|biorxiv|medrxiv|chemrxiv|techrxiv|ssrn|osf preprints)\b.*",
    re.IGNORECASE,
)
_ARXIV_DOI = "10.48550/arxiv."


class Style(StrEnum):
    """How a citation is written."""

    APA = "apa"
    CHICAGO = "chicago"
    IEEE = "ieee"


_MAKERS: dict[Style, Callable[[Work], list[Run]]] = {
    Style.APA: apa,
    Style.CHICAGO: chicago,
    Style.IEEE: ieee,
}


@dataclass(frozen=True, slots=True)
class Citation:
    """The same words as plain text, as a fragment of HTML and as Markdown."""

    text: str
    html: str
    markdown: str


def cite(paper: Paper, style: Style) -> Citation:
    """The entry of one paper in a list of references."""
    return _citation(_MAKERS[style](_work(paper)))


def cite_all(papers: Sequence[Paper], style: Style) -> Citation:
    """The entries of papers, each on its line, as the style orders them.

    IEEE numbers them in the order they have; the others sort them by their words.
    """
    made = [_MAKERS[style](_work(paper)) for paper in papers]
    if style is Style.IEEE and len(made) > 1:
        made = [[Run(f"[{number}] "), *runs] for number, runs in enumerate(made, 1)]
    entries = [_citation(runs) for runs in made]
    if style is not Style.IEEE:
        entries.sort(key=lambda entry: entry.text.casefold())
    return _together(entries)


def as_links(papers: Sequence[Paper]) -> Citation:
    """Papers as a person puts them in a note: ``[Title](address). Authors. *Venue*, year.``

    Several are a list.
    """
    entries = [_link(paper) for paper in papers]
    if len(entries) < 2:
        return _together(entries)
    return Citation(
        "\n".join(entry.text for entry in entries),
        f"<ul>{''.join(f'<li>{entry.html}</li>' for entry in entries)}</ul>",
        "\n".join(f"- {entry.markdown}" for entry in entries),
    )


def bare_links(papers: Sequence[Paper]) -> Citation:
    """Papers as ``[Title](address)``, one a line."""
    entries = [Citation(*_head(paper)) for paper in papers]
    return Citation(
        "\n".join(entry.text for entry in entries),
        "<br>".join(entry.html for entry in entries),
        "\n".join(entry.markdown for entry in entries),
    )


def _together(entries: Sequence[Citation]) -> Citation:
    if len(entries) == 1:
        return entries[0]
    return Citation(
        "\n".join(entry.text for entry in entries),
        "".join(f"<p>{entry.html}</p>" for entry in entries),
        "\n\n".join(entry.markdown for entry in entries),
    )


def _link(paper: Paper) -> Citation:
    text, html, markdown = _head(paper)
    runs = []
    if paper.authors:
        runs.append(Run(". " + ", ".join(map(plain, paper.authors))))
    facts = [Run(plain(paper.venue), Look.ITALIC), Run(str(paper.year or ""))]
    for at, fact in enumerate(fact for fact in facts if fact.text):
        runs += [Run(", " if at else ". "), fact]
    if runs or not _title(paper).endswith(("?", "!", ".", "…")):
        runs.append(Run("."))
    rest = _citation(runs)
    return Citation(text + rest.text, html + rest.html, markdown + rest.markdown)


def _head(paper: Paper) -> tuple[str, str, str]:
    """The linked title of a paper as text, HTML and Markdown."""
    title = _title(paper)
    address = web_address(page_of(paper))
    html = as_html([Run(title)])
    if not address:
        return title, html, inline(title)
    return (
        f"{title} <{address}>",
        f'<a href="{escape(address)}">{html}</a>',
        f"[{inline(title)}]({address})",
    )


def _title(paper: Paper) -> str:
    return plain(paper.title) or "Untitled"


def _citation(runs: Sequence[Run]) -> Citation:
    return Citation(as_text(runs), as_html(runs), as_markdown(runs))


def _work(paper: Paper) -> Work:
    """What of a paper an entry is made of."""
    identifiers = identifiers_of(paper)
    venue = plain(paper.venue)
    doi, arxiv = identifiers.get("doi", ""), identifiers.get("arxiv", "")
    if doi.casefold().startswith(_ARXIV_DOI):
        arxiv = arxiv or doi[len(_ARXIV_DOI) :]
        doi = ""
    archive = "" if venue or doi or not arxiv else "arXiv"
    if in_archive := _ARCHIVE.fullmatch(venue):
        name = in_archive[1]
        archive = "arXiv" if arxiv or name.casefold() in ("arxiv", "corr") else name
        venue = ""
    if doi:
        address = address_at("doi", doi)
    elif arxiv:
        address = address_at("arxiv", arxiv)
    else:
        address = page_of(paper)
    return Work(
        authors=tuple(name_parts(plain(name)) for name in paper.authors if plain(name)),
        title=_title(paper),
        year=paper.year,
        venue=venue,
        archive=archive,
        arxiv=arxiv if archive == "arXiv" else "",
        doi=doi,
        address=web_address(address),
    )
