from __future__ import annotations

from tests.digests.formats.facts import facts, of_corpus, of_text

SHELF = """PMID- 100001
OWN - NLM
DP  - 2024 Mar 1
TI  - Anemones in the bay: a title that goes on
      in the next line.
LID - 10.5555/anemones [doi]
AB  - They attend.
FAU - Tide, Ada
AU  - Tide A
FAU - Reef, Bruno
AU  - Reef B
CN  - Tide, Current and Bay Group
JT  - Journal of slow animals
TA  - J Slow Anim
MH  - Humans

PMC - PMC7
PMID- 100002
TI  - Bridges.
AU  - Span CD
DP  - 2023
TA  - Crossings
AID - S1 [pii]
AID - 10.5555/bridges [doi]

PMID-100003
BTI - A Book of Clouds
DP  - Winter
"""


def test_every_record() -> None:
    digest = of_text(SHELF, "pubmed.nbib")
    assert digest.format == "medline"
    assert [facts(entry) for entry in digest.entries] == [
        (
            "Anemones in the bay: a title that goes on in the next line",
            ("Ada Tide", "Bruno Reef", "Tide, Current and Bay Group"),
            2024,
            "Journal of slow animals",
            ("PMID:100001", "doi:10.5555/anemones"),
        ),
        ("Bridges", ("CD Span",), 2023, "Crossings", ("PMID:100002", "doi:10.5555/bridges")),
        ("A Book of Clouds", (), None, "A Book of Clouds", ("PMID:100003",)),
    ]
    first = digest.entries[0]
    assert (first.abstract, first.marks.tags, first.line) == ("They attend.", (), 1)


def test_a_real_export() -> None:
    [entry] = of_corpus("nbib/nbib__single.nbib").entries
    assert entry.title.startswith("Impact of balloon guide catheter on technical")
    assert len(of_corpus("nbib/nbib__pmc_medlars.txt").entries) == 5
