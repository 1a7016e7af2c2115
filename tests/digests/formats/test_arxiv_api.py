from __future__ import annotations

import pytest

from reader.errors import DigestError
from tests.digests.formats.facts import facts, links, of_corpus, of_text

HEAD = """<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom"
 xmlns="http://www.w3.org/2005/Atom"><id>https://arxiv.org/api/x</id><title>arXiv Query: tides</title>
<updated>2026-04-12T22:45:06Z</updated>"""
ENTRY = """<entry><id>http://arxiv.org/abs/{id}</id><title>{title}</title><updated>2024-02-01T00:00:00Z</updated>
<summary>  They attend to $x_1$.  </summary><published>{year}-01-01T00:00:00Z</published>
<author><name>Ada Tide</name></author><author><name>Bruno Reef</name></author>
<link href="https://arxiv.org/abs/{id}" rel="alternate" type="text/html"/>
<link href="https://arxiv.org/pdf/{id}" rel="related" type="application/pdf" title="pdf"/>
<arxiv:doi>10.5555/{year}</arxiv:doi><arxiv:journal_ref>Slow Animals 7</arxiv:journal_ref>
<category term="cs.LG"/></entry>"""


def answer(*entries: str) -> str:
    return HEAD + "".join(entries) + "</feed>"


def test_the_papers_with_their_fields() -> None:
    digest = of_text(
        answer(
            ENTRY.format(id="2401.00001v2", title="Anemones\n  that attend", year=2024),
            ENTRY.format(id="2301.00002v1", title="Bridges", year=2023),
            ENTRY.format(id="hep-th/9901003v7", title="Clouds", year=1999),
        )
    )
    people = ("Ada Tide", "Bruno Reef")
    assert digest.format == "arxiv-api"
    assert [facts(entry) for entry in digest.entries] == [
        (
            "Anemones that attend",
            people,
            2024,
            "Slow Animals 7",
            ("arXiv:2401.00001", "doi:10.5555/2024"),
        ),
        ("Bridges", people, 2023, "Slow Animals 7", ("arXiv:2301.00002", "doi:10.5555/2023")),
        ("Clouds", people, 1999, "Slow Animals 7", ("arXiv:hep-th/9901003", "doi:10.5555/1999")),
    ]
    first = digest.entries[0]
    assert (first.version, first.abstract, first.marks.tags) == (2, "They attend to x₁.", ())
    assert links(first)["pdf"] == "https://arxiv.org/pdf/2401.00001v2"


def test_nothing_found_is_an_answer() -> None:
    assert of_text(answer()).entries == ()


def test_a_refused_question_is_no_paper() -> None:
    error = ENTRY.format(id="x", title="Error", year=2024).replace(
        "http://arxiv.org/abs/x", "https://arxiv.org/api/errors#incorrect_id_format_for_abc"
    )
    with pytest.raises(DigestError, match=r"arXiv refused the question.*They attend"):
        of_text(answer(error))


def test_a_real_answer() -> None:
    digest = of_corpus("arxiv_api/arxiv.py__q_testing_s0_m100_cfe7536492ca.json")
    assert len(digest.entries) == 100
    assert all(entry.authors and entry.abstract and entry.year for entry in digest.entries)
    assert all(entry.identifiers[0].scheme == "arxiv" for entry in digest.entries)
