"""BibTeX and BibLaTeX, read back by bibtexparser and by our own parser."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import bibtexparser
import pytest
from hypothesis import given

from reader.digests.formats import bibtex as parser
from reader.digests.registry import Source
from reader.exporting.escaping import plain
from reader.exporting.formats.bibtex import biblatex, bibtex
from reader.model import Entry, Identifier, Note, Paper, Status
from tests.exporting.conftest import MakePaper
from tests.exporting.hostile import papers

Write = Callable[..., Any]
BOTH = pytest.mark.parametrize("write", [bibtex, biblatex])
UNESCAPED = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
} | {f"\\{sign}": sign for sign in "&%$#_"}


def fields_of(text: str) -> tuple[str, str, dict[str, str]]:
    """Type, key and fields of the one entry, as bibtexparser reads it."""
    library = bibtexparser.parse_string(text)
    assert not library.failed_blocks, text
    [entry] = library.entries
    return (
        entry.entry_type,
        entry.key,
        {name: str(f.value) for name, f in entry.fields_dict.items()},
    )


def read_back(text: str) -> Entry:
    """The one entry, as our own parser reads it."""
    source = Source(text, "papers.bib", date(2026, 5, 1))
    assert parser.sniff(source) > 90
    [entry] = parser.parse(source).entries
    return entry


def as_typeset(value: str) -> str:
    """What TeX shows of an escaped text."""
    pattern = "|".join(re.escape(sign) for sign in UNESCAPED)
    return re.sub(rf"{pattern}|[{{}}]", lambda found: UNESCAPED.get(found[0], ""), value)


def test_a_preprint_of_arxiv(paper: MakePaper) -> None:
    mamba = paper(citation_key="gu2023mamba")
    kind, key, fields = fields_of("".join(bibtex([mamba])))
    assert (kind, key) == ("misc", "gu2023mamba")
    assert fields["author"] == "Gu, Albert and Dao, Tri"
    assert fields["eprint"] == "2312.00752"
    assert fields["archivePrefix"] == "arXiv"
    assert fields["year"] == "2023"
    assert fields["keywords"] == "ssm, nlp/long-context"
    assert fields["annote"] == "Compare with S4."
    assert (fields["readstatus"], fields["ranking"]) == ("read", "rank5")
    kind, _, fields = fields_of("".join(biblatex([mamba])))
    assert kind == "online"
    assert (fields["date"], fields["eprinttype"]) == ("2023", "arxiv")
    assert fields["annotation"] == "Compare with S4."
    assert "year" not in fields


@pytest.mark.parametrize(
    ("venue", "kind", "field"),
    [
        ("Journal of Slow Animals", "article", "journal"),
        ("Nature", "article", "journal"),
        ("NeurIPS 2024", "inproceedings", "booktitle"),
        ("Proceedings of Crossings", "inproceedings", "booktitle"),
        ("Transactions on Graphics (Proceedings of SIGGRAPH)", "article", "journal"),
    ],
)
def test_the_venue_says_what_kind_it_is(
    paper: MakePaper, venue: str, kind: str, field: str
) -> None:
    chosen, _, fields = fields_of("".join(bibtex([paper(venue=venue)])))
    assert (chosen, fields[field]) == (kind, venue)
    assert fields["eprint"] == "2312.00752"


def test_only_a_doi_is_an_article_and_one_of_arxiv_is_not(paper: MakePaper) -> None:
    journal = paper(identifiers=(Identifier("doi", "10.5555/a_b"),))
    kind, _, fields = fields_of("".join(bibtex([journal])))
    assert (kind, fields["doi"]) == ("article", "10.5555/a_b")
    of_arxiv = paper(identifiers=(Identifier("doi", "10.48550/arxiv.2312.00752"),))
    kind, _, fields = fields_of("".join(bibtex([of_arxiv])))
    assert (kind, fields["eprint"]) == ("misc", "2312.00752")
    assert "doi" not in fields


def test_capitals_that_are_spelling_are_protected_and_formulas_stay(paper: MakePaper) -> None:
    title = "Fine-Tuning BERT & GPT-4 with LoRA: $O(n^2)$ for 50% of $5"
    _, _, fields = fields_of("".join(bibtex([paper(title=title)])))
    assert fields["title"] == (
        r"Fine-Tuning {BERT} \& {GPT-4} with {LoRA}: $O(n^2)$ for 50\% of \$5"
    )


def test_names_keep_their_parts(paper: MakePaper) -> None:
    names = ("Laurens van der Maaten", "Martin Luther King, Jr.", "Google Research", "Ada and Eve")
    text = "".join(bibtex([paper(authors=names)]))
    _, _, fields = fields_of(text)
    assert fields["author"] == (
        "van der Maaten, Laurens and King, Jr., Martin Luther and {Google Research} "
        "and {Ada and Eve}"
    )
    assert read_back(text).authors == names


@BOTH
def test_our_own_parser_reads_all_of_it_back(write: Write, paper: MakePaper) -> None:
    whole = paper(
        citation_key="gu2023mamba",
        title="Größe & Sinn: what BERT_x {really} costs, 50% of #1~2^3 \\ 漢字",
        abstract="One.\n\nTwo & three.",
        venue="Journal of Slow Animals",
        note=Note("# Why\n\n- `a_b` costs 50% \\ {x}\n- [ ] $x_1$ ~ ^\n", 1),
        identifiers=(Identifier("arxiv", "2312.00752"), Identifier("doi", "10.5555/a_b")),
    )
    entry = read_back("".join(write([whole])))
    assert entry.title == whole.title
    assert entry.abstract == whole.abstract
    assert entry.authors == whole.authors
    assert (entry.year, entry.venue) == (whole.year, whole.venue)
    assert set(entry.identifiers) == set(whole.identifiers)
    assert entry.marks.tags == whole.tags
    assert entry.marks.note == whole.note.text.strip()
    assert (entry.marks.status, entry.marks.starred) == (Status.READ, True)
    assert entry.marks.citation_key == "gu2023mamba"


@BOTH
@given(hostile=papers())
def test_no_text_breaks_out(write: Write, hostile: Paper) -> None:
    """Whatever the fields say, there is one entry, and TeX shows what they say."""
    bare = replace(hostile, title=hostile.title.replace("$", ""))
    text = "".join(write([bare]))
    _, key, fields = fields_of(text)
    assert key == hostile.citation_key
    assert as_typeset(fields["title"]) == (plain(bare.title) or "Untitled")
    for name, value in fields.items():
        depth = 0
        for letter in value:
            depth += (letter == "{") - (letter == "}")
            assert depth >= 0, (name, value)
        assert depth == 0, (name, value)
    assert read_back(text).marks.citation_key == hostile.citation_key
