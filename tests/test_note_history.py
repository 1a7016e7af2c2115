"""The versions of a note: kept, compared, brought back, and thinned without losing a line."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import NotFoundError
from reader.library import Library
from reader.model import NoteRevision
from reader.operations.differences import Line, Sign, counted, differences
from reader.operations.thinning import ALL_KEPT, superfluous
from tests.conftest import Clock, raw_rows

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
LINES = st.sampled_from(["", "a", "ab", "abc", "a new thought", "- [ ] do", "x" * 40])
TEXTS = st.lists(LINES, max_size=6).map("\n".join)
AGES = st.integers(0, 200 * 24 * 60).map(lambda minutes: timedelta(minutes=minutes))


def texts(library: Library, paper_id: int = 1) -> list[str]:
    return [one.text for one in library.note_revisions(paper_id)]


class TestRestoring:
    def test_is_a_new_version_and_can_be_undone(self, sample: Library) -> None:
        sample.set_note(1, "First thought.")
        sample.set_note(1, "Another.")
        first = sample.note_revisions(1)[-1]

        assert sample.restore_note(1, first.id).text == "First thought."
        assert texts(sample) == ["First thought.", "Another.", "First thought."]
        assert sample.history()[0].label.startswith("Restored an earlier note of “")
        sample.undo()
        assert sample.paper(1).note.text == "Another."
        assert len(texts(sample)) == 3

    def test_what_another_note_had_is_not_found(self, sample: Library) -> None:
        sample.set_note(1, "Mine.")
        sample.set_note(2, "Yours.")
        yours = sample.note_revisions(2)[0].id
        with pytest.raises(NotFoundError, match=f"no version {yours}"):
            sample.restore_note(1, yours)
        assert sample.paper(1).note.text == "Mine."

    def test_a_text_that_undo_brought_back_is_kept_when_it_is_written_over(
        self, sample: Library, clock: Clock
    ) -> None:
        sample.set_note(1, "Half")
        sample.set_starred([1], True)
        sample.set_note(1, "Half a thought.")
        assert texts(sample) == ["Half a thought."]
        sample.undo()
        sample.set_note(1, "Other.")
        assert texts(sample) == ["Other.", "Half", "Half a thought."]


class TestThinning:
    @given(st.lists(st.tuples(AGES, TEXTS), max_size=30))
    def test_no_line_is_lost_and_the_newest_text_stays(
        self, written: list[tuple[timedelta, str]]
    ) -> None:
        kept = [
            NoteRevision(number, NOW - age, text)
            for number, (age, text) in enumerate(sorted(written, key=lambda one: one[0]))
        ]
        gone = set(superfluous(kept, NOW))
        left = [one for one in kept if one.id not in gone]

        assert left[:1] == kept[:1]
        assert all(NOW - one.made_at >= ALL_KEPT for one in kept if one.id in gone)
        # Each line is still in a text that is not older than the one that went.
        for one in kept:
            younger = [other.text for other in left if other.id <= one.id]
            for line in one.text.split("\n"):
                assert any(line in longer for text in younger for longer in text.split("\n"))

    @given(st.lists(st.tuples(AGES, TEXTS), max_size=30), st.lists(AGES, max_size=4))
    def test_nor_when_it_happens_again_and_again(
        self, written: list[tuple[timedelta, str]], later: list[timedelta]
    ) -> None:
        kept = [
            NoteRevision(number, NOW - age, text)
            for number, (age, text) in enumerate(sorted(written, key=lambda one: one[0]))
        ]
        before = [line for one in kept for line in one.text.split("\n")]
        moment = NOW
        for wait in later:
            moment += wait
            gone = set(superfluous(kept, moment))
            kept = [one for one in kept if one.id not in gone]
        after = [line for one in kept for line in one.text.split("\n")]
        assert all(any(line in longer for longer in after) for line in before)

    def test_keeps_the_last_of_each_hour_then_of_each_day_and_week(self) -> None:
        half_hours = range(1, 200 * 48)
        kept = [
            NoteRevision(half, NOW - timedelta(minutes=30 * half), "x" * (200 * 48 - half))
            for half in half_hours
        ]
        gone = set(superfluous(kept, NOW))
        ages = [NOW - one.made_at for one in kept if one.id not in gone]
        days = timedelta(days=1)
        assert sum(age < 2 * days for age in ages) == 95
        assert sum(2 * days <= age < 14 * days for age in ages) == 12 * 24
        assert sum(14 * days <= age < 90 * days for age in ages) == 77
        assert sum(90 * days <= age for age in ages) == 16

    def test_happens_once_a_day_and_is_no_step(self, sample: Library, clock: Clock) -> None:
        sample.set_note(1, "a\n")
        clock.advance(minutes=5)
        sample.set_note(1, "a\nb\n")
        clock.advance(days=4)
        steps = sample.history()
        assert sample.thin_note_revisions() == 1
        assert sample.history() == steps
        sample.set_note(2, "a\n")
        clock.advance(minutes=5)
        sample.set_note(2, "a\nb\n")
        clock.advance(hours=23)
        assert sample.thin_note_revisions() == 0
        assert len(texts(sample, 2)) == 2
        assert raw_rows(sample.folder, "SELECT text FROM notes WHERE paper_id = 1") == [("a\nb\n",)]


class TestDifferences:
    @given(TEXTS, TEXTS)
    def test_both_texts_are_in_them(self, before: str, after: str) -> None:
        lines = differences(before, after, around=None)
        old = [one.text for one in lines if one.sign in (Sign.SAME, Sign.REMOVED)]
        new = [one.text for one in lines if one.sign in (Sign.SAME, Sign.ADDED)]
        assert "\n".join(old) == before
        assert "\n".join(new) == after

    @given(TEXTS, TEXTS)
    def test_folded_ones_count_what_they_leave_out(self, before: str, after: str) -> None:
        whole, folded = differences(before, after, around=None), differences(before, after)
        number = sum(int(one.text) if one.sign is Sign.SKIPPED else 1 for one in folded)
        assert number == len(whole)
        changed = [one for one in whole if one.sign is not Sign.SAME]
        assert [one for one in folded if one.sign in (Sign.ADDED, Sign.REMOVED)] == changed

    def test_words_that_changed_are_marked_within_lines(self) -> None:
        assert differences("same\na slow walk home", "same\na quick walk home") == [
            Line(Sign.SAME, "same"),
            Line(Sign.REMOVED, "a slow walk home", ((2, 6),)),
            Line(Sign.ADDED, "a quick walk home", ((2, 7),)),
        ]

    def test_another_line_is_not_compared(self) -> None:
        assert differences("completely different", "0123456789") == [
            Line(Sign.REMOVED, "completely different"),
            Line(Sign.ADDED, "0123456789"),
        ]

    def test_lines_are_counted(self) -> None:
        assert counted("", "one\ntwo") == (2, 0)
        assert counted("one\ntwo", "") == (0, 2)
        assert counted("one\ntwo\nthree", "one\nthree\nfour") == (1, 1)

    def test_huge_texts_are_compared_too(self) -> None:
        before = "\n".join(str(number) for number in range(20_000))
        after = "\n".join(str(number + 7) for number in range(20_000))
        assert counted(before, after) == (20_000, 20_000)
        assert counted("x" * 1_000_000, "y" * 1_000_000) == (1, 1)
        assert len(differences("x" * 1_000_000, "")[0].text) < 3_000
