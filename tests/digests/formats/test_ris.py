from __future__ import annotations

import pytest

from reader.errors import DigestError
from tests.digests.formats.facts import facts, links, of_corpus, of_text

SHELF = """TY  - JOUR
AU  - Tide, Ada
AU  - Reef, Bruno
TI  - Anemones in the bay: a title that goes
  on in the next line
JO  - J Slow Anim
JF  - Journal of Slow Animals
PY  - 2024/03/01/
DO  - 10.5555/anemones
AB  - They attend.
N1  - Read <i>twice</i>.
KW  - tides
KW  - sea
UR  - https://example.org/anemones
L1  - https://example.org/anemones.pdf
ER  -

TY  - CONF
T1  - Bridges Remember
A1  - Span, Chloe
T2  - Proceedings of Crossings
Y1  - 2023
UR  - https://arxiv.org/abs/2401.00002v2
TY - RPRT
TI - One blank before the dash
PY - n.d.
ID - clouds22
"""


def test_every_record_with_or_without_its_end() -> None:
    digest = of_text("\ufeff" + SHELF.replace("\n", "\r\n"), "shelf.ris")
    assert (digest.format, digest.title, digest.warnings) == ("ris", "shelf", ())
    assert [facts(entry) for entry in digest.entries] == [
        (
            "Anemones in the bay: a title that goes on in the next line",
            ("Ada Tide", "Bruno Reef"),
            2024,
            "Journal of Slow Animals",
            ("doi:10.5555/anemones",),
        ),
        (
            "Bridges Remember",
            ("Chloe Span",),
            2023,
            "Proceedings of Crossings",
            ("arXiv:2401.00002",),
        ),
        ("One blank before the dash", (), None, "", ()),
    ]
    assert [entry.line for entry in digest.entries] == [1, 18, 24]


def test_marks_abstract_and_links() -> None:
    first = of_text(SHELF).entries[0]
    assert (first.marks.tags, first.marks.note) == (("tides", "sea"), "Read twice.")
    assert first.abstract == "They attend."
    assert links(first)["pdf"] == "https://example.org/anemones.pdf"


def test_a_record_without_type_is_refused_or_reported() -> None:
    lost = "TI  - Lost\nAU  - A, B\nPY  - 2001\nJO  - J\nVL  - 1\nSP  - 2\nER  - \n"
    with pytest.raises(DigestError, match=r"no record that could be read.*Line 1.*TY"):
        of_text(lost)
    digest = of_text(lost + "TY  - JOUR\nTI  - Found\nER  - \n")
    assert [entry.title for entry in digest.entries] == ["Found"]
    assert digest.warnings[0].message.startswith("Line 1:")


def test_a_record_without_title_keeps_its_place() -> None:
    [entry] = of_text("TY  - JOUR\nID  - key7\nPY  - 2001\n").entries
    assert (entry.title, entry.title_provisional, entry.doubt) == ("key7", True, "no title")


def test_real_records() -> None:
    shannon, *_ = of_corpus("ris/rispy__example_basic.ris").entries
    assert facts(shannon)[:4] == (
        "A Mathematical Theory of Communication",
        ("Claude E. Shannon",),
        1948,
        "Bell System Technical Journal",
    )
    assert len(of_corpus("ris/jabref__RisImporterTest1.ris").entries) == 11
