"""Hugging Face papers: the daily list's JSON (https://huggingface.co/docs/hub/api), a saved page of
it with the same in ``data-props``, search results, and lists that others scraped from it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from reader.digests.entries import link_to, make_entry
from reader.digests.identifiers import named
from reader.digests.registry import Format, Parsed, Source
from reader.digests.structured.json_records import member, objects_in, raw, text_of, texts
from reader.digests.structured.xml_tree import html_tree
from reader.digests.text.dates import day_of, year_in
from reader.digests.text.names import people
from reader.model import Entry, Link, LinkKind, Warning
from reader.words import to_say

_TARGET = 'data-target="DailyPapers"'


def sniff(source: Source) -> int:
    """Sure of the members that only these lists have."""
    if source.is_markup:
        return 97 if _TARGET in source.text else 0
    first = source.json.first
    paper = first.get("paper")
    if isinstance(paper, dict) and "id" in paper and "title" in paper:
        return 96
    flat = "summary" in first and "upvotes" in first
    scraped = "huggingface.co/papers/" in text_of(first, "paper_url", "details.page_url")
    return 95 if flat or scraped else 0


def parse(source: Source) -> Parsed:
    """The papers in order; of a list that was cut, the whole ones."""
    items = _of_page(source.text) if source.is_markup else list(source.json.objects)
    entries = tuple(_entry(item, number) for number, item in enumerate(items, start=1))
    problem = "" if source.is_markup else source.json.problem
    warnings = (Warning(problem, len(entries)),) if problem else ()
    days = [day for item in items if (day := _day(item)) is not None]
    return Parsed(_title(days), entries, max(days, default=None), warnings)


FORMAT = Format(
    name="hugging-face",
    title=to_say("Hugging Face papers"),
    version=1,
    expects=to_say("the JSON or the saved page of Hugging Face's daily papers"),
    sniff=sniff,
    parse=parse,
    markup=True,
)


def _of_page(text: str) -> list[dict[str, Any]]:
    """What the page was built from."""
    for element in html_tree(text).iter("div"):
        if element.get("data-target") == "DailyPapers":
            try:
                props = json.loads(element.get("data-props") or "{}")
            except (ValueError, RecursionError):
                continue
            return objects_in(member(props, "dailyPapers")) or objects_in(member(props, "papers"))
    return []


def _entry(item: dict[str, Any], position: int) -> Entry:
    inner = item.get("paper")
    paper = inner if isinstance(inner, dict) else item
    number = text_of(paper, "id", "arxiv_id") or text_of(
        item, "details.arxiv_page_url", "paper_url"
    )
    return make_entry(
        position,
        text_of(paper, "title", "details.title") or text_of(item, "title"),
        text_of(paper, "summary", "abstract", "details.abstract") or text_of(item, "summary"),
        raw=raw(item),
        authors=people(_people(paper)),
        year=year_in(text_of(paper, "publishedAt", "published")),
        identifiers=named("arxiv", number),
        links=list(_links(paper)),
    )


def _people(paper: dict[str, Any]) -> Iterator[str]:
    for author in objects_in(paper.get("authors")):
        yield text_of(author, "name", "fullname", "user.fullname")
    yield from texts(paper.get("authors"))


def _links(paper: dict[str, Any]) -> Iterator[Link]:
    for address in (*texts(paper.get("githubRepo")), *texts(member(paper, "details.github_links"))):
        yield from link_to(address)
    for address in texts(paper.get("projectPage")):
        yield from link_to(address)
    for link in link_to(text_of(paper, "details.pdf_url", "pdf_url")):
        yield Link(LinkKind.PDF, link.url)


def _day(item: dict[str, Any]) -> date | None:
    return day_of(text_of(item, "submittedOnDailyAt", "scraped_date", "publishedAt"))


def _title(days: list[date]) -> str:
    return f"Hugging Face papers, {max(days):%b} {max(days).day}" if days else "Hugging Face papers"
