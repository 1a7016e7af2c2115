"""CSL-JSON, RIS, CSV and HTML, each read by what does not know us."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import rispy
from hypothesis import given
from lxml import html

from reader.digests.formats import csl_json as csl_parser
from reader.digests.formats import ris as ris_parser
from reader.digests.registry import Source
from reader.exporting.escaping import plain
from reader.exporting.formats.csl_json import csl_json
from reader.exporting.formats.html_page import html_page
from reader.exporting.formats.ris import ris
from reader.exporting.formats.table import COLUMNS, table
from reader.model import Highlight, Identifier, Paper
from tests.exporting.conftest import MakePaper
from tests.exporting.hostile import papers

TODAY = date(2026, 5, 1)

# What csl-data.json of https://github.com/citation-style-language/schema says of what we use.
CSL_TYPES = {"article", "article-journal", "paper-conference"}
CSL_TEXTS = {
    *("id", "type", "title", "container-title", "genre", "publisher", "number", "DOI", "PMID"),
    *("URL", "abstract", "keyword", "annote"),
}
CSL_NAMES = {"family", "given", "non-dropping-particle", "suffix", "literal"}


def held_to_the_schema(items: Any) -> list[dict[str, Any]]:
    """The items, each as csl-data.json has it: no other variables, and these of their types."""
    assert isinstance(items, list)
    for item in items:
        assert item["type"] in CSL_TYPES
        assert isinstance(item["id"], str)
        assert set(item) <= {*CSL_TEXTS, "author", "issued"}
        assert all(isinstance(item[name], str) for name in CSL_TEXTS & set(item))
        for name in item.get("author", []):
            assert set(name) <= CSL_NAMES
            assert all(isinstance(part, str) and part for part in name.values())
        if "issued" in item:
            [[year]] = item["issued"]["date-parts"]
            assert set(item["issued"]) == {"date-parts"}
            assert isinstance(year, int)
    return items


def csl_of(*chosen: Paper) -> list[dict[str, Any]]:
    return held_to_the_schema(json.loads("".join(csl_json(chosen))))


def ris_of(*chosen: Paper) -> list[dict[str, Any]]:
    records: list[dict[str, Any]] = rispy.loads("".join(ris(chosen)))
    return records


def rows_of(*chosen: Paper) -> list[dict[str, str]]:
    text = "".join(table(chosen))
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


class TestCslJson:
    def test_a_preprint(self, paper: MakePaper) -> None:
        [item] = csl_of(paper(citation_key="gu2023mamba", authors=("Jan van Eyck", "Team X")))
        assert item["id"] == "gu2023mamba"
        assert (item["type"], item["genre"], item["publisher"]) == ("article", "preprint", "arXiv")
        assert item["number"] == "arXiv:2312.00752"
        assert item["author"] == [
            {"family": "Eyck", "given": "Jan", "non-dropping-particle": "van"},
            {"literal": "Team X"},
        ]
        assert item["annote"] == "Compare with S4."

    def test_no_papers_are_an_empty_list(self) -> None:
        assert csl_of() == []

    def test_our_own_parser_reads_it_back(self, paper: MakePaper) -> None:
        whole = paper(citation_key="gu2023mamba", venue="NeurIPS")
        [entry] = csl_parser.parse(Source("".join(csl_json([whole])), "", TODAY)).entries
        assert (entry.title, entry.authors, entry.year) == (whole.title, whole.authors, 2023)
        assert entry.identifiers == whole.identifiers
        assert entry.marks.tags == whole.tags
        assert entry.marks.note == whole.note.text.strip()
        assert entry.marks.citation_key == "gu2023mamba"

    @given(chosen=papers())
    def test_any_paper_is_valid(self, chosen: Paper) -> None:
        text = "".join(csl_json([chosen])).encode("utf-8", "replace").decode("utf-8")
        [item] = held_to_the_schema(json.loads(text))
        assert item["title"] == (plain(chosen.title) or "Untitled")
        assert item["id"] == chosen.citation_key


class TestRis:
    def test_rispy_reads_it(self, paper: MakePaper) -> None:
        whole = paper(
            citation_key="gu2023mamba",
            venue="Journal of Slow Animals",
            identifiers=(Identifier("doi", "10.5555/a"), Identifier("arxiv", "2312.00752")),
        )
        [record] = ris_of(whole)
        assert record["type_of_reference"] == "JOUR"
        assert record["title"] == whole.title
        assert record["authors"] == ["Gu, Albert", "Dao, Tri"]
        assert (record["year"], record["doi"]) == ("2023", "10.5555/a")
        assert record["secondary_title"] == "Journal of Slow Animals"
        assert record["keywords"] == list(whole.tags)
        assert record["notes"] == ["<p>Compare with S4.</p>"]
        assert record["id"] == "gu2023mamba"

    def test_our_own_parser_reads_it_back(self, paper: MakePaper) -> None:
        whole = paper(note="One <b>\nline\n\nER  - \n\nTwo & three", venue="Nature")
        [entry] = ris_parser.parse(Source("".join(ris([whole])), "", TODAY)).entries
        assert (entry.title, entry.authors, entry.year) == (whole.title, whole.authors, 2023)
        assert (entry.venue, entry.identifiers) == ("Nature", whole.identifiers)
        assert entry.marks.tags == whole.tags
        assert [line for line in entry.marks.note.splitlines() if line] == [
            *("One <b>", "line", "ER -", "Two & three")
        ]

    @given(one=papers(), other=papers())
    def test_no_text_breaks_out(self, one: Paper, other: Paper) -> None:
        text = "".join(ris([one, other]))
        records = rispy.loads(text)
        assert [record["title"] for record in records] == [
            plain(chosen.title) or "Untitled" for chosen in (one, other)
        ]
        assert len([line for line in text.split("\r\n") if line.startswith("ER  -")]) == 2
        assert "\n" not in text.replace("\r\n", "")


class TestCsv:
    def test_one_row_a_paper(self, paper: MakePaper) -> None:
        [row] = rows_of(paper(citation_key="gu2023mamba", note='Two\nlines, "quoted"'))
        assert tuple(row) == COLUMNS
        assert row["citation key"] == "gu2023mamba"
        assert row["authors"] == "Albert Gu; Tri Dao"
        assert row["note"] == 'Two\nlines, "quoted"'
        assert row["highlights"] == "“now powering” — why?"
        assert (row["starred"], row["status"], row["read"]) == ("yes", "read", "2026-05-02")

    @pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "  =", "＝", "\u3000@"])
    def test_nothing_is_a_formula(self, paper: MakePaper, start: str) -> None:
        [row] = rows_of(paper(title=f"{start}cmd|' /C calc'!A0", note=f"{start}1+1"))
        assert row["title"].startswith("'")
        assert row["note"].startswith("'")

    @given(chosen=papers())
    def test_no_cell_is_a_formula_or_breaks_the_row(self, chosen: Paper) -> None:
        [row] = rows_of(chosen)
        assert set(row) == set(COLUMNS)
        assert row["reader-id"] == chosen.reader_id
        title = plain(chosen.title) or "Untitled"
        assert row["title"] in (title, f"'{title}")
        for cell in row.values():
            assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n")), cell


ACTIVE = {"script", "iframe", "object", "embed", "form", "link", "base", "svg", "video", "audio"}


class TestHtml:
    def page(self, *chosen: Paper, **pictures: Any) -> Any:
        text = "".join(html_page(chosen, pictures.get("pictures", {})))
        return html.document_fromstring(text.encode("utf-8", "replace").decode("utf-8"))

    def test_everything_is_on_it(self, paper: MakePaper) -> None:
        page = self.page(paper(note="# Why\n\n- [x] a **bold** step", citation_key="gu2023mamba"))
        text = page.text_content()
        for words in ("Mamba:", "Albert Gu, Tri Dao", "now powering", "why?", "ssm", "gu2023mamba"):
            assert words in text
        assert page.xpath("//section[@class='note']//strong")[0].text == "bold"
        assert page.xpath("//section[@class='note']/h4")[0].text == "Why"
        [marked] = page.xpath("//section[@class='abstract']//mark")
        assert (marked.text, marked.get("class")) == ("now powering", "yellow")

    def test_overlapping_highlights_and_lost_ones(self, paper: MakePaper) -> None:
        marks = tuple(
            Highlight(number, "abstract", quote, "", "", colour)
            for number, (quote, colour) in enumerate(
                [("models, now", "blue"), ("now powering", "pink"), ("gone since", "green")]
            )
        )
        page = self.page(paper(highlights=marks))
        abstract = page.xpath("//section[@class='abstract']")[0]
        assert "Foundation models, now powering most" in abstract.text_content()
        assert [mark.text for mark in abstract.xpath(".//mark")] == ["models, now"]
        listed = page.xpath("//section[@class='highlights']//mark")
        assert [mark.text for mark in listed] == ["models, now", "now powering", "gone since"]

    def test_pictures_of_the_library_are_inside_and_others_are_not_loaded(
        self, paper: MakePaper
    ) -> None:
        kept = "images/0123456789abcdef.png"
        note = f"![mine]({kept}) ![theirs](https://example.org/spy.png) ![file](file:///x.png)"
        page = self.page(paper(note=note), pictures={kept: ("image/png", b"png")})
        [image] = page.xpath("//img")
        assert image.get("src") == "data:image/png;base64,cG5n"
        assert image.get("alt") == "mine"
        assert "[theirs]" in page.text_content()

    @given(chosen=papers())
    def test_nothing_is_active_and_nothing_is_loaded(self, chosen: Paper) -> None:
        page = self.page(chosen)
        for element in page.iter():
            if not isinstance(element.tag, str):
                pytest.fail("a comment came in")
            assert element.tag not in ACTIVE
            assert not any(name.lower().startswith("on") for name in element.attrib)
            assert "style" not in element.attrib
            assert "src" not in element.attrib
            address = element.get("href", "")
            assert address.startswith(("#paper-", "http://", "https://")) or not address
        assert len(page.xpath("//style")) == 1
        assert len(page.xpath("//article")) == 1
        assert page.xpath("//h2")[0].text_content().startswith(plain(chosen.title)[:5].strip())

    def test_titles_are_text(self, paper: MakePaper) -> None:
        page = self.page(replace(paper(), title="<script>alert(1)</script> & <i>b</i>"))
        assert "<script>alert(1)</script> & <i>b</i>" in page.xpath("//h2")[0].text_content()
