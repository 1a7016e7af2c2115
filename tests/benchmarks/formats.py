"""Prints what reading 10,000 papers of each main format costs; part of `make bench`.

Each format is read as the program reads it, in the limited child process, whose peak of memory is
given. The ratio is to the plain library parser on the same text, where there is one.
"""

from __future__ import annotations

import csv
import io
import json
import logging
import math
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import Any

from rich.console import Console
from rich.table import Table

from reader.digests.sandbox import Request, read_limited
from tests.benchmarks import corpus

Papers = list[dict[str, Any]]
_COLUMNS = (
    "Key", "Item Type", "Title", "Author", "Publication Year", "Publication Title", "Abstract Note",
)  # fmt: skip


def _people(paper: dict[str, Any]) -> list[str]:
    return [name.strip() for name in paper["authors"].split(";") if name.strip()]


def _value(text: str) -> str:
    """Text for a field of BibTeX: its TeX stays unless it would end the field too early or late."""
    depth = 0
    for sign in re.findall(r"(?<!\\)[{}]", text):
        depth += 1 if sign == "{" else -1
        if depth < 0:
            break
    return re.sub(r"[{}\\]", "", text) if depth or text.endswith("\\") else text


_BIBTEX = """@article{{key{n},
 title = {{{title}}},
 author = {{{people}}},
 year = {{{year}}},
 journal = {{{venue}}},
 abstract = {{{abstract}}},
 url = {{{url}}}
}}
"""


def _bibtex(papers: Papers) -> str:
    return "\n".join(
        _BIBTEX.format(
            n=n,
            title=_value(p["title"]),
            people=" and ".join(map(_value, _people(p))),
            year=p["year"],
            venue=p["venue"],
            abstract=_value(p["abstract"]),
            url=p["url"],
        )
        for n, p in enumerate(papers)
    )


def _tagged(
    papers: Papers, names: tuple[str, str, str, str, str], begin: str, end: str, joint: str
) -> str:
    title, author, year, venue, abstract = (f"{name}{joint}" for name in names)
    return "\n".join(
        "\n".join(
            [
                begin.format(n=n),
                f"{title}{' '.join(p['title'].split())}",
                *(f"{author}{name}" for name in _people(p)),
                f"{year}{p['year']}",
                f"{venue}{p['venue']}",
                f"{abstract}{' '.join(p['abstract'].split())}",
                end,
            ]
        )
        for n, p in enumerate(papers)
    )


def _ris(papers: Papers) -> str:
    return _tagged(papers, ("TI", "AU", "PY", "JF", "AB"), "TY  - JOUR", "ER  - \n", "  - ")


def _medline(papers: Papers) -> str:
    return _tagged(papers, ("TI ", "FAU", "DP ", "JT ", "AB "), "PMID- {n}7", "", " - ")


def _csl(papers: Papers) -> str:
    return json.dumps(
        [
            {
                "id": str(n),
                "type": "article-journal",
                "title": p["title"],
                "author": [{"literal": name} for name in _people(p)],
                "issued": {"date-parts": [[p["year"]]]},
                "abstract": p["abstract"],
            }
            for n, p in enumerate(papers)
        ]
    )


def _json_lines(papers: Papers) -> str:
    return "\n".join(map(json.dumps, papers))


def _rss(papers: Papers) -> str:
    items = (
        f"<item><title>{escape(p['title'])}</title><link>{escape(p['url'])}</link><description>"
        f"{escape(p['abstract'])}</description><dc:creator>{escape(', '.join(_people(p)))}"
        "</dc:creator></item>"
        for p in papers
    )
    head = (
        '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>x</title>'
    )
    return f"{head}{''.join(items)}</channel></rss>"


def _arxiv(papers: Papers) -> str:
    rule = "-" * 78
    return f"Subject: cs daily\n\n{rule}\n" + "".join(
        f"\\\\\narXiv:24{1 + n // 99000:02d}.{n % 99000:05d}\n"
        "Date: Wed, 15 Mar 2023 18:34:08 GMT\n\n"
        f"Title: {' '.join(p['title'].split())}\nAuthors: {', '.join(_people(p))}\n\\\\\n"
        f"  {' '.join(p['abstract'].split())}\n\\\\ ( https://arxiv.org/abs/x )\n{rule}\n"
        for n, p in enumerate(papers)
    )


def _zotero(papers: Papers) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_COLUMNS)
    for n, p in enumerate(papers):
        row = (n, "journalArticle", p["title"], p["authors"], p["year"], p["venue"], p["abstract"])
        writer.writerow(row)
    return out.getvalue()


def _trending(papers: Papers) -> str:
    head = "Get trending papers in your email inbox!\n\nSubscribe\n\nApr 28\n\n"
    whole = (p for p in papers if len(p["abstract"]) > 300 and len(p["title"]) < 200)
    return head + "\n\n".join(
        f"{' '.join(p['title'].split())}\n\n{' '.join(p['abstract'].split())}" for p in whole
    )


def _bibtexparser(text: str) -> object:
    from bibtexparser.entrypoint import parse_string

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    return parse_string(text)


def _feedparser(text: str) -> object:
    import feedparser

    return feedparser.parse(text.encode())


def _loads(text: str) -> object:
    return [json.loads(line) for line in text.split("\n")] if text[0] == "{" else json.loads(text)


FORMATS: dict[str, tuple[Callable[[Papers], str], Callable[[str], object] | None]] = {
    "trending": (_trending, None),
    "arxiv-mail": (_arxiv, None),
    "bibtex": (_bibtex, _bibtexparser),
    "feed": (_rss, _feedparser),
    "ris": (_ris, None),
    "medline": (_medline, None),
    "csl-json": (_csl, _loads),
    "conference": (_json_lines, _loads),
    "zotero-csv": (_zotero, None),
}


def measured(name: str, count: int) -> dict[str, float]:
    """The cost of one format: seconds, the child's peak megabytes, entries, plain seconds."""
    make, plain = FORMATS[name]
    data = make(list(corpus.papers(count)))
    request = Request(data.encode(), "bench.txt", name)
    started = time.perf_counter()
    digest = read_limited(request)
    seconds = time.perf_counter() - started
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
    started = time.perf_counter()
    if plain is not None:
        plain(data)
    plainly = time.perf_counter() - started if plain is not None else 0.0
    return {"seconds": seconds, "memory": memory, "entries": len(digest.entries), "plain": plainly}


@dataclass(frozen=True)
class Row:
    """What is measured: so many papers of a format; the goals in seconds and megabytes."""

    name: str
    count: int = 10_000
    seconds: float = 5
    megabytes: float | None = 300

    def measured(self) -> dict[str, float]:
        """The cost, taken in a process of its own."""
        command = [sys.executable, "-m", "tests.benchmarks.formats", self.name, str(self.count)]
        answer = subprocess.run(command, capture_output=True, check=True).stdout
        return dict(json.loads(answer))


ROWS = (*map(Row, FORMATS), Row("bibtex", 50_000, 12, None))


def main() -> None:
    """Prints the table; with a format and a count, that one's cost as JSON."""
    if len(sys.argv) > 1:
        print(json.dumps(measured(sys.argv[1], int(sys.argv[2]))))
        return
    table = Table("papers read as", "entries", "s", "goal", "MB", "goal", "× plain parser")
    for row in ROWS:
        cost = row.measured()
        ratio = f"{cost['seconds'] / cost['plain']:.1f}" if cost["plain"] else ""
        over = cost["seconds"] > row.seconds or cost["memory"] > (row.megabytes or math.inf)
        table.add_row(
            row.name,
            f"{cost['entries']:,.0f}",
            f"{cost['seconds']:.2f}",
            f"{row.seconds:.0f}",
            f"{cost['memory']:.0f}",
            f"{row.megabytes or ''}",
            ratio,
            style="bold red" if over else "",
        )
    Console(width=120).print(table)


if __name__ == "__main__":
    main()
