"""What an import does to a library, seen from outside."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from reader.errors import Cancelled, DigestError
from reader.library import Library
from reader.model import (
    Changes,
    Digest,
    Identifier,
    Kind,
    Link,
    LinkKind,
    ListKind,
    Match,
    PaperList,
    Sort,
)
from tests.conftest import raw_rows, user_data
from tests.libraries.papers import ANEMONES, BRIDGES, SAMPLE_TEXT, digest, entry

ALL = PaperList(ListKind.ALL)
INBOX = PaperList(ListKind.INBOX)


def titles(library: Library, papers: PaperList = ALL, sort: Sort = Sort.ADDED) -> list[str]:
    return [row.title for row in library.rows(library.list_ids(papers, sort))]


def in_digest(digest_id: int) -> PaperList:
    return PaperList(ListKind.DIGEST, str(digest_id))


def test_every_paper_of_a_digest_lands_in_the_inbox_in_its_order(
    library: Library, sample_digest: Digest
) -> None:
    result = library.import_digest(sample_digest)

    expected = [entry.title for entry in sample_digest.entries]
    assert (result.new, result.known, result.possible_duplicates) == (5, 0, 0)
    assert titles(library, in_digest(result.digest_id), Sort.DIGEST) == expected
    assert titles(library, INBOX) == expected


def test_a_paper_keeps_all_that_the_digest_said(sample: Library) -> None:
    paper = sample.paper(1)

    assert paper.title == "Attention among Sea Anemones: A Field Study"
    assert paper.authors == ("Ada Tide", "Bruno Reef")
    assert paper.abstract.endswith("Attention is all they have.")
    assert (paper.year, paper.venue) == (2024, "Journal of Slow Animals")
    assert paper.identifiers == (ANEMONES,)
    assert [link.kind for link in paper.links] == [LinkKind.PAGE, LinkKind.CODE]
    assert [summary.title for summary in paper.digests] == ["Trending inventions"]
    assert paper.digests[0].papers == 5


def test_text_in_the_trending_format_goes_all_the_way(library: Library) -> None:
    digest = library.read_digest(SAMPLE_TEXT.encode(), "trending.txt")
    library.import_digest(digest)

    assert [title.partition(":")[0] for title in titles(library)] == [
        "Ferns Count in Threes",
        "Gulls Share Nothing",
    ]
    [summary] = library.digests()
    assert (summary.date, summary.source, summary.format) == (
        date(2026, 4, 28),
        "trending.txt",
        "trending",
    )


def test_what_is_no_digest_is_refused_in_a_sentence(library: Library) -> None:
    with pytest.raises(DigestError, match=r"\w\."):
        library.read_digest(b"Nothing to see here.", "nothing.txt")
    assert titles(library) == []


def test_the_bytes_of_a_digest_are_kept(library: Library, sample_digest: Digest) -> None:
    library.import_digest(sample_digest)

    [(kept,)] = raw_rows(library.folder, "SELECT content_hash FROM digests")
    assert kept == hashlib.sha256(sample_digest.data).hexdigest()


def test_the_same_bytes_are_imported_only_once(sample: Library, sample_digest: Digest) -> None:
    before = user_data(sample.folder)
    told: list[Changes] = []
    sample.subscribe(told.append)

    plan = sample.plan_import(sample_digest)
    result = sample.import_digest(sample_digest)

    assert plan.already_imported is not None
    assert result.already_imported == plan.already_imported
    assert (result.new, result.digest_id) == (0, 1)
    assert user_data(sample.folder) == before
    assert told == []
    assert len(sample.history()) == 1


def test_an_undone_import_can_be_made_again(sample: Library, sample_digest: Digest) -> None:
    sample.undo()
    assert titles(sample) == []

    assert sample.import_digest(sample_digest).new == 5


def test_the_numbers_of_papers_that_went_are_not_given_to_others(
    sample: Library, sample_digest: Digest
) -> None:
    sample.undo()
    sample.import_digest(sample_digest)

    assert sample.list_ids(ALL) == [6, 7, 8, 9, 10]


def test_a_plan_changes_nothing_and_says_what_the_import_then_does(
    library: Library, sample_digest: Digest
) -> None:
    before = user_data(library.folder)
    plan = library.plan_import(sample_digest)

    assert user_data(library.folder) == before
    assert library.import_digest(sample_digest).new == plan.count(Match.NEW) == 5


def test_only_the_chosen_entries_come_in(library: Library, sample_digest: Digest) -> None:
    library.import_digest(sample_digest, sample_digest.entries[1:3])

    assert [title.split()[0] for title in titles(library)] == ["Bridges", "Clouds"]


class TestASecondSighting:
    def test_by_identifier_is_the_same_paper_under_another_title(self, sample: Library) -> None:
        result = sample.import_digest(digest([entry("Anemones!", identifiers=(ANEMONES,))]))

        assert (result.new, result.known) == (0, 1)
        assert len(sample.list_ids(ALL)) == 5
        assert sample.list_ids(in_digest(result.digest_id), Sort.DIGEST) == [1]

    def test_by_title_is_the_same_paper_in_other_letters(self, sample: Library) -> None:
        other = "bridges that remember their WALKERS."
        result = sample.import_digest(digest([entry(other, authors=("Span, Chloe",))]))

        assert result.known == 1
        assert sample.paper(2).title == "Bridges That Remember Their Walkers"

    def test_fills_what_was_empty_and_overwrites_nothing(self, sample: Library) -> None:
        code = Link(LinkKind.CODE, "https://example.org/donkeys")
        arxiv = Identifier("arxiv", "2202.00002")
        sample.import_digest(
            digest(
                [
                    entry(
                        "Donkeys Do Not Diverge Either",
                        abstract="Another abstract.",
                        authors=("Eve Hill",),
                        year=2023,
                        venue="Donkey Days",
                        identifiers=(arxiv,),
                        links=(code,),
                    )
                ]
            )
        )

        paper = sample.paper(4)
        assert (paper.abstract, paper.year) == ("Gradient descent on gentle slopes.", 2022)
        assert (paper.authors, paper.venue) == (("Eve Hill",), "Donkey Days")
        assert (paper.identifiers, paper.links) == ((arxiv,), (code,))
        assert [d.title for d in paper.digests] == ["Trending inventions", "A digest"]

    def test_leaves_what_the_person_decided(self, sample: Library) -> None:
        sample.set_starred([1], True)
        sample.set_note(1, "Mine.")
        sample.import_digest(digest([entry("Anemones!", identifiers=(ANEMONES,))]))

        assert sample.paper(1).starred
        assert sample.paper(1).note.text == "Mine."

    def test_gives_a_paper_the_title_that_an_identifier_stood_in_for(
        self, library: Library
    ) -> None:
        provisional = entry("arXiv:2401.00001", identifiers=(ANEMONES,), title_provisional=True)
        library.import_digest(digest([provisional]))
        library.import_digest(digest([entry("Anemones at Last", identifiers=(ANEMONES,))]))
        library.import_digest(digest([entry("Anemones Again", identifiers=(ANEMONES,))]))

        assert titles(library) == ["Anemones at Last"]

    def test_undone_takes_back_only_what_it_added(self, sample: Library) -> None:
        before = user_data(sample.folder)
        sample.import_digest(
            digest(
                [
                    entry("Donkeys Do Not Diverge Either", venue="Donkey Days"),
                    entry("A New One Too"),
                ]
            )
        )
        sample.undo()

        assert user_data(sample.folder) == before


class TestRepeatsWithinADigest:
    def test_become_one_paper_named_twice(self, library: Library) -> None:
        result = library.import_digest(
            digest(
                [
                    entry("Ferns Count in Threes", identifiers=(BRIDGES,)),
                    entry("Something Else Entirely"),
                    entry("Ferns, extended", identifiers=(BRIDGES,), year=2020),
                ]
            )
        )

        assert (result.new, result.known) == (2, 1)
        assert titles(library) == ["Ferns Count in Threes", "Something Else Entirely"]
        assert library.paper(1).year == 2020
        assert library.digests()[0].papers == 2

    def test_are_told_in_the_plan(self, library: Library) -> None:
        plan = library.plan_import(
            digest([entry("Ferns That Count in Threes"), entry("Ferns that count in threes")])
        )

        assert [row.match for row in plan.rows] == [Match.NEW, Match.KNOWN]
        assert plan.rows[1].earlier == 0


class TestPossibleDuplicates:
    def test_are_suggested_and_stay_papers_of_their_own(self, sample: Library) -> None:
        near = digest([entry("Bridges That Remember Their Walker")])
        [row] = sample.plan_import(near).rows
        result = sample.import_digest(near)

        assert row.match is Match.POSSIBLE_DUPLICATE
        assert row.paper_title == "Bridges That Remember Their Walkers"
        assert (result.new, result.known, result.possible_duplicates) == (1, 0, 1)
        assert len(sample.list_ids(ALL)) == 6

    def test_the_same_title_with_another_identifier_is_another_paper(self, sample: Library) -> None:
        other = Identifier("doi", "10.5555/other")
        result = sample.import_digest(
            digest([entry("Bridges That Remember Their Walkers", identifiers=(other,))])
        )

        assert result.known == 0
        assert len(sample.list_ids(ALL)) == 6


class TestCancelling:
    def stop_at(self, call: int) -> Callable[[int, int], None]:
        calls = []

        def progress(done: int, total: int) -> None:
            calls.append((done, total))
            if len(calls) == call:
                raise Cancelled

        return progress

    @pytest.mark.parametrize("call", [1, 2, 3, 4])
    def test_leaves_nothing_of_the_import(self, library: Library, call: int) -> None:
        many = digest([f"Paper number {n} of very many" for n in range(1200)])
        before = user_data(library.folder)

        with pytest.raises(Cancelled):
            library.import_digest(many, progress=self.stop_at(call))

        assert user_data(library.folder) == before
        assert library.history() == []
        assert library.import_digest(many).new == 1200

    def test_stops_reading_a_digest(self, library: Library) -> None:
        with pytest.raises(Cancelled):
            library.read_digest(SAMPLE_TEXT.encode(), cancelled=lambda: True)


def test_an_import_is_told_once_with_the_papers_it_touched(
    library: Library, heard: list[Changes], sample_digest: Digest
) -> None:
    library.import_digest(sample_digest)

    [changes] = heard
    assert changes.kinds >= {Kind.PAPERS, Kind.DIGESTS}
    assert changes.paper_ids == {1, 2, 3, 4, 5}
    assert changes.label == "Imported “Trending inventions”"
    assert not changes.undone


def test_digests_are_listed_with_the_newest_first(library: Library) -> None:
    for day in (2, 9, 5):
        made = digest([f"Paper of day {day} of this month"], title=f"Day {day}")
        library.import_digest(
            Digest(**{n: getattr(made, n) for n in made.__slots__} | {"date": date(2026, 5, day)})
        )

    assert [summary.title for summary in library.digests()] == ["Day 9", "Day 5", "Day 2"]


def test_a_name_of_a_file_is_kept_without_its_folder(library: Library, tmp_path: Path) -> None:
    digest = library.read_digest(SAMPLE_TEXT.encode(), str(tmp_path / "secret" / "page.txt"))

    assert digest.name == "page.txt"
