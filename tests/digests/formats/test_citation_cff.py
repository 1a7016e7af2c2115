from __future__ import annotations

import pytest

from reader.errors import DigestError
from tests.digests.formats.facts import facts, links, of_corpus, of_text

SOFTWARE = """cff-version: 1.2.0
title: Tide Tables
authors:
  - {family-names: Reef, given-names: Bruno, name-particle: von, name-suffix: Jr.}
  - name: Tide, Current and Co.
date-released: 2024-03-01
repository-code: https://github.com/tide/tables
doi: 10.5555/tables
"""


def test_the_software_itself() -> None:
    digest = of_text(SOFTWARE, "CITATION.cff")
    assert digest.format == "citation-cff"
    [entry] = digest.entries
    assert facts(entry) == (
        "Tide Tables",
        ("Bruno von Reef, Jr.", "Tide, Current and Co."),
        2024,
        "",
        ("doi:10.5555/tables",),
    )
    assert links(entry)["code"] == "https://github.com/tide/tables"


def test_the_paper_to_cite_instead() -> None:
    preferred = """preferred-citation:
  type: article
  title: Anemones
  authors: [{family-names: Tide, given-names: Ada}]
  journal: Slow Animals
  year: 2023
  identifiers: [{type: doi, value: 10.5555/anemones}]
"""
    [entry] = of_text(SOFTWARE + preferred).entries
    assert facts(entry) == (
        "Anemones",
        ("Ada Tide",),
        2023,
        "Slow Animals",
        ("doi:10.5555/anemones",),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("cff-version: 1.2.0\ntitle: [\n", "no YAML.*line"),
        ("cff-version: 1.2.0\na: &x [1]\nb: *x\n", "aliases.*line 3"),
        ("cff-version: 1.2.0\ntitle: !!python/object:os.system x\n", "no YAML"),
    ],
)
def test_damaged_or_hostile_yaml_is_refused_with_the_line(text: str, message: str) -> None:
    with pytest.raises(DigestError, match=message):
        of_text(text)


def test_a_real_one() -> None:
    [entry] = of_corpus("cff/jabref__CffImporterTestMultilineAbstract.cff").entries
    assert facts(entry) == (
        "Test",
        ("Joe van Smith", "Bob Jones, Jr."),
        2000,
        "",
        ("doi:10.0000/test",),
    )
