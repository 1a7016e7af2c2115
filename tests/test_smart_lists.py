"""Smart lists: saved queries with live counts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reader.errors import EditError, NotFoundError
from reader.library import Library
from reader.model import Changes, Found, Kind, ListKind, PaperList, Sort, Status
from tests.conftest import Clock, user_data


@pytest.fixture
def searched(sample: Library, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The queries that ``sample`` is asked from here on."""
    asked: list[str] = []
    search = sample.search

    def listening(text: str, sort: Sort = Sort.RELEVANCE, *, literal: bool = False) -> Found:
        asked.append(text)
        return search(text, sort, literal=literal)

    monkeypatch.setattr(sample, "search", listening)
    return asked


def place(list_id: int) -> PaperList:
    return PaperList(ListKind.SMART, str(list_id))


def test_a_saved_query_is_a_list(sample: Library, heard: list[Changes]) -> None:
    sample.update_index()
    sea = sample.save_smart_list("  By  the sea ", " anemones OR bridges ")
    new = sample.save_smart_list("New", "is:inbox year:2024..")
    assert sample.smart_lists() == [sea, new]
    assert (sea.name, sea.query) == ("By the sea", "anemones OR bridges")
    assert set(sample.list_ids(place(sea.id))) == {1, 2}
    assert sample.list_ids(place(new.id), Sort.YEAR) == [3, 1]
    assert sample.list_ids(place(99)) == []
    assert sample.counts().smart_lists == (sea, new)
    assert sample.smart_counts() == {sea.id: 2, new.id: 2}
    assert heard[-1] == Changes(
        frozenset({Kind.SMART_LISTS}), frozenset(), "Saved the smart list “New”"
    )


def test_saving_renaming_and_deleting_can_be_undone(sample: Library) -> None:
    states = [user_data(sample.folder)]
    smart = sample.save_smart_list("Starred", "is:starred")
    states.append(user_data(sample.folder))
    sample.rename_smart_list(smart.id, "Loved")
    states.append(user_data(sample.folder))
    sample.rename_smart_list(smart.id, "Loved", "star")
    assert [known.icon for known in sample.smart_lists()] == ["star"]
    states.append(user_data(sample.folder))
    sample.rename_smart_list(smart.id, "Adored")
    assert [known.icon for known in sample.smart_lists()] == ["star"]
    states.append(user_data(sample.folder))
    sample.rename_smart_list(smart.id, "Loved")
    states.append(user_data(sample.folder))
    sample.delete_smart_list(smart.id)
    states.append(user_data(sample.folder))
    assert sample.smart_lists() == []
    labels = [item.label for item in sample.history()]
    assert labels[0] == "Deleted the smart list “Loved”"
    assert labels[3:5] == ["Changed the icon of “Loved”", "Renamed “Starred” to “Loved”"]
    for state in reversed(states[:-1]):
        sample.undo()
        assert user_data(sample.folder) == state
    for state in states[1:]:
        sample.redo()
        assert user_data(sample.folder) == state


def test_names_are_there_and_different(sample: Library) -> None:
    one = sample.save_smart_list("One", "is:read")
    two = sample.save_smart_list("Two", "is:read")
    steps = len(sample.history())
    with pytest.raises(EditError, match="“One” already"):
        sample.save_smart_list("One ", "is:starred")
    with pytest.raises(EditError, match="already"):
        sample.rename_smart_list(two.id, "One")
    with pytest.raises(EditError, match="needs a name"):
        sample.save_smart_list(" ", "is:starred")
    with pytest.raises(EditError, match="needs a query"):
        sample.save_smart_list("Three", " ")
    with pytest.raises(NotFoundError):
        sample.rename_smart_list(99, "Three")
    with pytest.raises(NotFoundError):
        sample.delete_smart_list(99)
    sample.rename_smart_list(one.id, "One")
    assert len(sample.history()) == steps


def test_a_list_is_counted_once_a_change(sample: Library, searched: list[str]) -> None:
    sample.update_index()
    starred = sample.save_smart_list("Starred", "is:starred")
    sea = sample.save_smart_list("Sea", "anemones is:unread")
    both = ["is:starred", "anemones is:unread"]
    for _ in range(3):
        assert sample.smart_counts() == {starred.id: 0, sea.id: 1}
    assert searched == both
    sample.set_starred([1, 2], True)
    assert sample.smart_counts() == {starred.id: 2, sea.id: 1}
    assert searched == both * 2
    sample.rename_smart_list(sea.id, "Ocean")
    assert sample.smart_counts() == {starred.id: 2, sea.id: 1}
    assert searched == both * 2
    sample.undo()
    sample.undo()
    assert sample.smart_counts() == {starred.id: 0, sea.id: 1}
    assert searched == both * 3


def test_words_alone_are_not_searched_again_for_a_star(
    sample: Library, searched: list[str]
) -> None:
    sample.update_index()
    sea = sample.save_smart_list("Sea", "anemones OR waves")
    assert sample.smart_counts() == {sea.id: 1}
    sample.set_starred([1, 2], True)
    assert sample.smart_counts() == {sea.id: 1}
    assert len(searched) == 1
    sample.add_tags([2], ["waves"])
    sample.update_index()
    assert sample.smart_counts() == {sea.id: 2}
    assert len(searched) == 2


def test_words_are_counted_when_the_index_knows_them(sample: Library, searched: list[str]) -> None:
    sample.update_index()
    noted = sample.save_smart_list("Noted", "has:note")
    waves = sample.save_smart_list("Waves", "waves")
    assert sample.smart_counts() == {noted.id: 0, waves.id: 0}
    searched.clear()
    sample.set_note(1, "waves")
    assert sample.smart_counts() == {noted.id: 1, waves.id: 0}
    sample.update_index()
    assert sample.smart_counts() == {noted.id: 1, waves.id: 1}
    assert searched == ["has:note", "waves"]


def test_days_pass_and_other_programs_act(
    sample: Library, open_library: Callable[..., Library], clock: Clock
) -> None:
    today = sample.save_smart_list("Today", "added:today")
    read = sample.save_smart_list("Read", "is:read")
    assert sample.smart_counts() == {today.id: 5, read.id: 0}
    other = open_library()
    other.set_status([1], Status.READ)
    sample.notice_others()
    assert sample.smart_counts() == {today.id: 5, read.id: 1}
    clock.advance(days=1)
    assert sample.smart_counts() == {today.id: 0, read.id: 1}


def test_a_list_without_papers_shows_none_of_a_query_that_is_spelled_like_it(
    sample: Library,
) -> None:
    sample.update_index()
    kept = sample.save_smart_list("Misspelt", "anemonse")
    assert sample.search("anemonse ").corrected
    assert sample.list_ids(place(kept.id)) == []
    assert sample.smart_counts() == {kept.id: 0}
