"""One page of HTML with everything, for reading, printing and sending to somebody.

Nothing in it is active and nothing is loaded: no script, the pictures of notes inside the page, and
a content security policy that would stop what slipped through.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from html import escape

from reader.data import data_folder
from reader.exporting.escaping import paragraphs, plain, web_address
from reader.exporting.formats.kinds import work_of
from reader.exporting.formats.note_html import NoteRenderer, Picture
from reader.model import Highlight, LinkKind, Paper, Status

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'"
_STATUS = {
    Status.INBOX: "in the Inbox",
    Status.QUEUED: "to read",
    Status.READING: "reading",
    Status.READ: "read",
    Status.SKIPPED: "skipped",
}
_LINKS = {LinkKind.PDF: "PDF", LinkKind.CODE: "Code"}


def html_page(papers: Iterable[Paper], pictures: Mapping[str, Picture]) -> Iterator[str]:
    """The papers as one page, a paper at a time. ``pictures`` are by their names in the notes."""
    chosen = list(papers)
    notes = NoteRenderer(pictures)
    yield _head(chosen)
    for paper in chosen:
        yield _paper(paper, notes)
    yield "</main>\n</body>\n</html>\n"


def _head(papers: list[Paper]) -> str:
    count = f"{len(papers):,} paper" + ("" if len(papers) == 1 else "s")
    contents = "".join(
        f'<li><a href="#{_anchor(paper)}">{_text(paper.title) or "Untitled"}</a>'
        f"<span>{_text(_byline(paper))}</span></li>\n"
        for paper in papers
    )
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{count}</title>\n<style>\n{_style()}</style>\n</head>\n<body>\n<main>\n"
        f'<header>\n<h1>{count}</h1>\n<nav aria-label="Papers">\n<details>\n'
        f"<summary>Contents</summary>\n<ol>\n{contents}</ol>\n</details>\n</nav>\n</header>\n"
    )


def _byline(paper: Paper) -> str:
    first = paper.authors[0] if paper.authors else ""
    more = " et al." if len(paper.authors) > 1 else ""
    return ", ".join(filter(None, (plain(first) + more, str(paper.year or ""))))


def _paper(paper: Paper, notes: NoteRenderer) -> str:
    parts = [
        f'<article id="{_anchor(paper)}">\n<h2>{_title(paper)}</h2>\n',
        _paragraph("authors", ", ".join(map(plain, paper.authors))),
        _facts(paper),
        _links(paper),
        _abstract(paper),
        _highlights(paper.highlights),
    ]
    if paper.note.text.strip():
        note = notes.render(paper.note.text)
        parts.append(f'<section class="note">\n<h3>Note</h3>\n{note}</section>\n')
    return "".join([*parts, "</article>\n"])


def _title(paper: Paper) -> str:
    title = _text(paper.title) or "Untitled"
    address = work_of(paper).url
    star = ' <span class="star" title="Starred">★</span>' if paper.starred else ""
    return (
        f'<a href="{escape(address)}" rel="noreferrer">{title}</a>' if address else title
    ) + star


def _facts(paper: Paper) -> str:
    facts = [plain(paper.venue), str(paper.year or ""), _STATUS[paper.status]]
    if paper.status is Status.READ and paper.read_at:
        facts[-1] += f" {paper.read_at.date().isoformat()}"
    facts += [f"added {paper.added_at.date().isoformat()}"]
    line = _paragraph("facts", " · ".join(filter(None, facts)))
    tags = "".join(f"<li>{_text(tag)}</li>" for tag in paper.tags)
    return line + (f'<ul class="tags" aria-label="Tags">{tags}</ul>\n' if tags else "")


def _links(paper: Paper) -> str:
    work = work_of(paper)
    links = [
        (f"doi:{work.doi}" if work.doi else "", f"https://doi.org/{work.doi}"),
        (f"arXiv:{work.arxiv}" if work.arxiv else "", f"https://arxiv.org/abs/{work.arxiv}"),
        *((_LINKS[link.kind], link.url) for link in paper.links if link.kind in _LINKS),
    ]
    made = [_link(words, web_address(address)) for words, address in dict(links).items() if words]
    key = f"<code>{_text(paper.citation_key)}</code>" if paper.citation_key else ""
    line = " · ".join(filter(None, (*made, key)))
    return f'<p class="links">{line}</p>\n' if line else ""


def _link(words: str, address: str) -> str:
    if not address:
        return _text(words)
    return f'<a href="{escape(address)}" rel="noreferrer">{_text(words)}</a>'


def _abstract(paper: Paper) -> str:
    """The abstract, with the highlights that are found in it marked."""
    marks = [mark for mark in paper.highlights if mark.field == "abstract"]
    body = "".join(f"<p>{_marked(part, marks)}</p>\n" for part in paragraphs(paper.abstract))
    return f'<section class="abstract">\n<h3>Abstract</h3>\n{body}</section>\n' if body else ""


def _marked(text: str, marks: list[Highlight]) -> str:
    found = sorted((start, end, mark) for mark in marks for start, end in _places(text, mark))
    parts, done = [], 0
    for start, end, mark in found:
        if start >= done:
            inside = f'<mark class="{escape(mark.colour)}">{escape(text[start:end])}</mark>'
            parts += [escape(text[done:start]), inside]
            done = end
    return "".join([*parts, escape(text[done:])])


def _places(text: str, mark: Highlight) -> Iterator[tuple[int, int]]:
    quote = plain(mark.quote)
    before, after = plain(mark.prefix[-20:]), plain(mark.suffix[:20])
    around = re.search(
        rf"{re.escape(before)}\s*({re.escape(quote)})\s*{re.escape(after)}", text
    ) or re.search(f"({re.escape(quote)})", text)
    if quote and around:
        yield around.span(1)


def _highlights(highlights: Iterable[Highlight]) -> str:
    items = "".join(
        f'<li><mark class="{escape(one.colour)}">{_text(one.quote)}</mark>'
        + (f"<p>{_text(one.comment)}</p>" if one.comment.strip() else "")
        + "</li>\n"
        for one in highlights
    )
    if not items:
        return ""
    return f'<section class="highlights">\n<h3>Highlights</h3>\n<ul>\n{items}</ul>\n</section>\n'


def _paragraph(kind: str, text: str) -> str:
    return f'<p class="{kind}">{_text(text)}</p>\n' if text else ""


def _text(text: str) -> str:
    return escape(plain(text))


def _anchor(paper: Paper) -> str:
    return "paper-" + re.sub(r"[^\w-]", "", paper.reader_id)


@cache
def _style() -> str:
    return (data_folder("resources") / "templates" / "page.css").read_text(encoding="utf-8")
