from __future__ import annotations

from datetime import UTC, datetime

import pytest

from reader.errors import DigestError
from reader.model import Status
from tests.digests.formats.facts import facts, links, of_corpus, of_text

SHELF = r"""% Encoding: UTF-8
@string{slow = {Journal of Slow Animals}}
@preamble{"\newcommand{\x}{y}"}

@article{tide24,
  author = {Tide, Ada and {The Reef, Tide and Current Group} and von Reef, Jr., Bruno and others},
  title = {{Anemones} in the Gro{\ss}e Bucht: 50% of {H$_2$O}, \emph{really}},
  journal = slow, year = 2024, month = jan,
  doi = {https://doi.org/10.5555/ANEMONES}, pmid = {123456},
  url = {https://example.org/anemones\_1},
  abstract = {Half of it, 50\%, is water. See https://github.com/tide/anemones.},
  keywords = {tides, sea; slow},
  readstatus = {read}, ranking = {rank5}, groups = {Course}, comment-ada = {Read twice.},
  timestamp = {2024-03-01},
}

@inproceedings(span23, author="Chlo{\'e} Span", title="Bridges " # "Remember", crossref={crossings})
@proceedings{crossings, title = {Proceedings of Crossings}, year = {2023}, editor = {Hill, Eve}}

@misc{, title = {No Key At All}, eprint = {2401.00001v3}, archiveprefix = {arXiv}, date = {2021-05}}
@misc{span23, title = {The Same Key Again}, year = {in press}}
@article{nothing, year = 1999}
@comment{jabref-meta: databaseType:bibtex;}
"""


def test_every_entry_with_its_fields() -> None:
    digest = of_text(SHELF, "shelf.bib")
    assert (digest.format, digest.title, digest.warnings) == ("bibtex", "shelf", ())
    assert [facts(entry) for entry in digest.entries] == [
        (
            "Anemones in the Große Bucht: 50% of H₂O, really",
            ("Ada Tide", "The Reef, Tide and Current Group", "Bruno von Reef, Jr."),
            2024,
            "Journal of Slow Animals",
            ("doi:10.5555/anemones", "PMID:123456"),
        ),
        ("Bridges Remember", ("Chloé Span",), 2023, "Proceedings of Crossings", ()),
        ("Proceedings of Crossings", ("Eve Hill",), 2023, "", ()),
        ("No Key At All", (), 2021, "", ("arXiv:2401.00001",)),
        ("The Same Key Again", (), None, "", ()),
        ("nothing", (), 1999, "", ()),
    ]


def test_what_the_person_had_marked() -> None:
    marks = of_text(SHELF).entries[0].marks
    assert (marks.status, marks.starred, marks.note) == (Status.READ, True, "Read twice.")
    assert marks.tags == ("tides", "sea", "slow", "Course")
    assert marks.added_at == datetime(2024, 3, 1, tzinfo=UTC)


def test_abstract_links_version_and_lines() -> None:
    first, *_ = entries = of_text(SHELF).entries
    assert first.abstract.startswith("Half of it, 50%, is water.")
    assert links(first)["code"] == "https://github.com/tide/anemones"
    assert links(first)["other"] == "https://example.org/anemones_1"
    assert entries[3].version == 3
    assert first.line == 5
    assert first.raw.startswith("@article{tide24,")
    assert (entries[5].title_provisional, entries[5].doubt) == (True, "no title")


def test_an_entry_that_never_ends_is_reported_and_the_others_come() -> None:
    digest = of_text("@article{a, title={Whole and sound}}\n\n@article{b, title={Never en")
    assert [entry.title for entry in digest.entries] == ["Whole and sound"]
    [warning] = digest.warnings
    assert warning.message.startswith("Line 3: this entry is not whole: “@article{b")


def test_nothing_whole_is_refused_with_the_place() -> None:
    with pytest.raises(DigestError, match=r"no entry that could be read.*Line 1"):
        of_text("@article{a, title={Never")


def test_crossref_to_itself_and_in_a_circle_ends() -> None:
    text = "@book{a, title={A}, crossref={b}}\n@book{b, title={B}, crossref={a}}\n"
    assert [
        entry.title for entry in of_text(text + "@book{c, title={C}, crossref={c}}").entries
    ] == [
        "A",
        "B",
        "C",
    ]


def test_a_real_shelf() -> None:
    digest = of_corpus("bibtex/biblatex__gral.bib")
    by_title = {entry.title: entry for entry in digest.entries}
    urban = by_title["Applications of wireless sensor networks for urban areas: A survey"]
    assert len(digest.entries) == 83
    assert urban.year is not None
    assert all("{" not in entry.title for entry in digest.entries)
