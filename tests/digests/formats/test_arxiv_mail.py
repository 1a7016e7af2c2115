from __future__ import annotations

import textwrap
from datetime import date

from tests.digests.formats.facts import facts, links, of_corpus, of_text

RULE = "-" * 78
MAIL = rf"""Date: Fri, 17 Apr 26 00:31:14 GMT
Subject: cs daily  new +  crosses received

{RULE}
Send any comments regarding submissions directly to submitter.
{RULE}
\\
arXiv:2604.00001
Date: Wed, 15 Apr 2026 18:34:08 GMT   (243kb,D)

Title: Anemones that Attend to One
  Another
Authors: Ada Tide (1 and 2), Bruno R\"eef and C. Span ((1) Bay, (2) Reef,
  Institute of Tides)
Categories: cs.LG
Comments: 16 pages
Journal-ref: Journal of Slow Animals 7 (2026)
DOI: 10.5555/anemones
\\
  We watch anemones. {{\em They}} attend
to one another.
  A second paragraph follows.
\\ ( https://arxiv.org/abs/2604.00001 ,  243kb)
{RULE}
%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-
{RULE}
\\
arXiv:2604.00002 (*cross-listing*)
Date: Thu, 16 Apr 2026 09:00:00 GMT   (10kb)

Title: Bridges Remember
Authors: Chlo\'e Span
Categories: math.GT cs.LG
\\
  A bridge with memory sways less.
\\ ( https://arxiv.org/abs/2604.00002 ,  10kb)
%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--
{RULE}
\\
arXiv:2403.00003
replaced with revised version Thu, 16 Apr 2026 11:51:32 GMT   (38kb)

Title: Clouds in Boxes
Authors: Dara Cloud
Categories: cs.LG
\\ ( https://arxiv.org/abs/2403.00003 ,  38kb)
%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---
"""
EXPECTED = [
    (
        "Anemones that Attend to One Another",
        ("Ada Tide", "Bruno Rëef", "C. Span"),
        2026,
        "Journal of Slow Animals 7 (2026)",
        ("arXiv:2604.00001", "doi:10.5555/anemones"),
    ),
    ("Bridges Remember", ("Chloé Span",), 2026, "", ("arXiv:2604.00002",)),
    ("Clouds in Boxes", ("Dara Cloud",), 2024, "", ("arXiv:2403.00003",)),
]


def test_all_three_sections() -> None:
    digest = of_text(MAIL, "mail.txt")
    assert (digest.format, digest.title) == ("arxiv-mail", "cs daily new + crosses received")
    assert digest.date == date(2026, 4, 17)
    assert [facts(entry) for entry in digest.entries] == EXPECTED
    assert digest.warnings == ()


def test_abstracts_and_links() -> None:
    first, second, _ = of_text(MAIL).entries
    assert first.abstract == (
        "We watch anemones. They attend to one another.\n\nA second paragraph follows."
    )
    assert second.abstract == "A bridge with memory sways less."
    assert links(first)["pdf"] == "https://arxiv.org/pdf/2604.00001"


def test_a_replacement_has_no_abstract_and_a_later_version() -> None:
    first, _, replaced = of_text(MAIL).entries
    assert (first.version, replaced.version) == (1, 2)
    assert (replaced.abstract, replaced.doubt) == ("", "")


def test_quoted_and_indented_forwards() -> None:
    quoted = "\n".join(f"> {line}".rstrip() for line in MAIL.split("\n"))
    for text in (quoted, textwrap.indent(MAIL, "    ")):
        digest = of_text("Look at these!\n\n" + text)
        assert [facts(entry) for entry in digest.entries] == EXPECTED


def test_a_mail_cut_in_an_abstract_says_so() -> None:
    cut = MAIL[: MAIL.index("sways less")]
    digest = of_text(cut)
    assert [entry.title for entry in digest.entries] == [facts_[0] for facts_ in EXPECTED[:2]]
    [warning] = digest.warnings
    assert (warning.entry, "stops in the middle" in warning.message) == (2, True)


def test_old_numbers() -> None:
    old = "\\\\\nPaper: gr-qc/9204001\nFrom: a@b.c\nDate: Fri, 3 Apr 92 10:00 GMT\n\n"
    old += "Title: Bays\nAuthor: A. Tide\n\\\\\n  Old.\n\\\\\n"
    [entry] = of_text(old).entries
    assert facts(entry) == ("Bays", ("A. Tide",), 1992, "", ("arXiv:gr-qc/9204001",))


def test_a_real_mail() -> None:
    digest = of_corpus("arxiv_email/browse__astro-ph_new.txt")
    first, last = digest.entries[0], digest.entries[-1]
    assert (len(digest.entries), digest.date) == (97, date(2023, 3, 3))
    assert facts(first) == (
        "Census of Gaseous Satellites around Local Spiral Galaxies",
        ("Jingyao Zhu", "Mary E Putman"),
        2023,
        "",
        ("arXiv:2303.00763",),
    )
    assert (len(last.authors), last.version, last.abstract) == (13, 2, "")
