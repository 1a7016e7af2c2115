from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.exporting.base import Resolve
from reader.exporting.merge import Conflict, merge

# Few different lines, so that equal ones meet often: that is where alignment goes wrong.
TEXTS = st.lists(st.sampled_from(["a", "b", "c", "", "x y", "\u2028", "\r"]), max_size=12).map(
    "\n".join
)


@given(TEXTS, TEXTS)
def test_what_one_side_changed_arrives(base: str, new: str) -> None:
    assert merge(base, base, new) == new
    assert merge(base, new, base) == new
    assert merge(base, new, new) == new


@given(TEXTS, TEXTS, TEXTS)
def test_preference_always_ends_in_text_and_report_never_differs_without_conflict(
    base: str, theirs: str, ours: str
) -> None:
    merged = merge(base, theirs, ours)
    for resolve in (Resolve.OURS, Resolve.THEIRS):
        resolved = merge(base, theirs, ours, resolve=resolve)
        assert isinstance(resolved, str)
        assert isinstance(merged, Conflict) or resolved == merged


@given(TEXTS, TEXTS, TEXTS)
def test_both_sides_are_treated_alike(base: str, theirs: str, ours: str) -> None:
    one, other = merge(base, theirs, ours), merge(base, ours, theirs)
    assert isinstance(one, Conflict) == isinstance(other, Conflict)
    if isinstance(one, str):
        assert one == other


@given(st.integers(0, 19), st.integers(0, 19), st.booleans(), st.booleans())
def test_edits_that_do_not_meet_both_arrive(one: int, two: int, cut: bool, grow: bool) -> None:
    lines = [f"line {number}" for number in range(20)]
    if abs(one - two) < 2:
        return
    theirs, ours, both = list(lines), list(lines), list(lines)
    theirs[one] = both[one] = "" if cut else "theirs"
    ours[two] = both[two] = "ours\nmore" if grow else "ours"
    assert merge("\n".join(lines), "\n".join(theirs), "\n".join(ours)) == "\n".join(both)


def test_neighbouring_lines_changed_by_each_side_are_no_conflict() -> None:
    assert merge("a\nb", "A\nb", "a\nB") == "A\nB"


def test_different_insertions_at_one_place_are_a_conflict() -> None:
    merged = merge("a\nb", "a\ntheirs\nb", "a\nours\nb")
    assert isinstance(merged, Conflict)
    (place,) = merged.places
    assert (place.line, place.base, place.theirs, place.ours) == (1, "", "theirs", "ours")


def test_the_chosen_side_wins_only_where_they_contradict() -> None:
    base, theirs, ours = "a\nb\nc\nd\ne", "A\nb\nc1\nd\ne", "a\nb\nc2\nd\nE"
    assert isinstance(merge(base, theirs, ours), Conflict)
    assert merge(base, theirs, ours, resolve=Resolve.THEIRS) == "A\nb\nc1\nd\nE"
    assert merge(base, theirs, ours, resolve=Resolve.OURS) == "A\nb\nc2\nd\nE"


def test_a_deletion_arrives() -> None:
    assert merge("a\nb\nc\nd", "a\nc\nd", "a\nb\nc\nD") == "a\nc\nD"


def test_texts_of_nothing_but_the_same_line_are_merged_at_once() -> None:
    # Comparing each line with each took minutes.
    base, theirs, ours = ("\n" * 40_000, "a" + "\n" * 30_000 + "b", "c" + "\n" * 20_000 + "d")
    assert isinstance(merge(base, theirs, ours), Conflict)
    assert merge(base, theirs, ours, resolve=Resolve.THEIRS) == theirs
