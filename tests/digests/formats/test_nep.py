from __future__ import annotations

from tests.digests.formats.facts import facts, links, of_corpus, of_text

REPORT = """nep.repec.org
In this issue we have:
1. Tides and Taxes
2. Bridges and Bonds
3. Clouds and Credit

1. Tides and Taxes: a long
title
Date: 2024-03
By: Ada Tide (University of the Bay); Bruno Reef <bruno@example.org>
URL: https://d.repec.org/n?u=RePEc:x:1
They levy.
On tides.
Keywords: tides, taxes
JEL: H2
2. Bridges and Bonds
By: Chloe Span
Dara Hill (Crossing)
Date: 2023-01-01
Abstract: They bond.
3. Clouds and Credit
By: Dara Cloud
"""


def test_the_papers_below_the_contents() -> None:
    digest = of_text(REPORT)
    assert digest.format == "nep"
    assert [facts(entry) for entry in digest.entries] == [
        ("Tides and Taxes: a long title", ("Ada Tide", "Bruno Reef"), 2024, "", ()),
        ("Bridges and Bonds", ("Chloe Span", "Dara Hill"), 2023, "", ()),
        ("Clouds and Credit", ("Dara Cloud",), None, "", ()),
    ]
    first, second, third = digest.entries
    assert (first.abstract, second.abstract) == ("They levy. On tides.", "They bond.")
    assert third.doubt == "no abstract"
    assert links(first)["other"] == "https://d.repec.org/n?u=RePEc:x:1"


def test_a_real_report() -> None:
    [entry] = of_corpus("repec_nep/jabref__RepecNepImporterTest1.txt").entries
    assert facts(entry)[1:3] == (("Uwe Cantner", "Andreas Nicklisch", "Torsten Weiland"), 2005)
