"""Links between papers in notes: found, followed through every change, and found from behind."""

from __future__ import annotations

import shutil
import sqlite3
import string
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.library import Library
from reader.model import Identifier, Kind, Marks, PaperFields
from reader.operations.note_links import (
    Name,
    as_target,
    links,
    name_of,
    names,
    redirected,
    written,
)
from reader.store import Store
from tests.conftest import Clock, raw_rows, user_data
from tests.libraries.papers import digest, entry

ANEMONES, BRIDGES, CLOUDS, DONKEYS, MAP = 1, 2, 3, 4, 5
TITLE_OF_BRIDGES = "Bridges That Remember Their Walkers"


def linked_from(library: Library, paper: int) -> list[int]:
    return library.backlinks(paper)


def retitle(library: Library, paper: int, title: str) -> None:
    library.edit_paper(paper, PaperFields(title=title, authors=library.paper(paper).authors))


class TestParsing:
    @pytest.mark.parametrize(
        ("text", "targets"),
        [
            ("[[Bridges]] and [[Clouds|the sky]]", ["Bridges", "Clouds"]),
            ("[[ Bridges ]]", ["Bridges"]),
            ("`[[code]]` and `` `[[code]] ``", []),
            ("a tick ` alone, then [[Bridges]]", ["Bridges"]),
            ("a tick ` here\n\n[[Bridges]] and ` there", ["Bridges"]),
            ("```\n[[code]]\n```\n[[Bridges]]", ["Bridges"]),
            ("~~~ python\n[[code]]\n", []),
            ("> ```\n> [[code]]\n> ```\n> [[Bridges]]", ["Bridges"]),
            ("```not a fence``` [[Bridges]]", ["Bridges"]),
            (r"\[[escaped]] \\[[Bridges]]", ["Bridges"]),
            ("[[]] [[ ]] [[|label]] [[broken\nline]] [[a|b|c]]", []),
            ("[[[Re] Bridges]]", []),
            ("[[[Bridges]]]", ["Bridges"]),
            ("[[" + "a" * 501 + "]]", []),
        ],
    )
    def test_links_are_found_where_they_are_meant(self, text: str, targets: list[str]) -> None:
        assert [link.target for link in links(text)] == targets

    @pytest.mark.parametrize(
        ("target", "name"),
        [
            ("Bridges — that REMEMBER", Name("title", "bridgesthatremember")),
            ("2401.00001", Name("arxiv", "2401.00001")),
            ("arXiv:2401.00001v3", Name("arxiv", "2401.00001")),
            ("https://doi.org/10.5555/Bridges.2024", Name("doi", "10.5555/bridges.2024")),
            ("On 2401.00001 again", Name("title", "on240100001again")),
            (
                "0190163F-0000-7000-8000-00000000000A",
                Name("reader", "0190163f-0000-7000-8000-00000000000a"),
            ),
            ("…!?", None),
        ],
    )
    def test_a_target_names_a_paper(self, target: str, name: Name | None) -> None:
        assert name_of(target) == name

    @given(st.text("[]|`\\\n ab>~", max_size=200))
    def test_any_text_has_links_only_where_it_says_so(self, text: str) -> None:
        after = 0
        for link in links(text):
            assert link.start >= after
            assert text[link.start : link.start + 2] == "[["
            assert text[link.end - 2 : link.end] == "]]"
            assert link.target in text[link.start : link.end]
            after = link.end

    @given(st.text("[]|`\\\n ab>~", max_size=200))
    def test_redirecting_nothing_changes_nothing(self, text: str) -> None:
        assert redirected(text, {}) == text
        assert redirected(text, {Name("title", "nothere"): ("x", "")}) == text

    @given(st.text(string.printable + "äß∂[]|", max_size=80), st.text("ab c", max_size=10))
    def test_a_title_that_can_be_a_target_leads_to_itself(self, title: str, label: str) -> None:
        target = as_target(title)
        if target:
            [link] = links(written(target, label.strip()))
            assert (link.target, link.label) == (target, label.strip())
            assert name_of(link.target) == name_of(target)

    @given(
        st.lists(st.sampled_from(["One", "Two", "three"]), max_size=6),
        st.text("x \n`>", max_size=20),
    )
    def test_redirected_links_go_elsewhere_and_the_rest_stays(
        self, targets: list[str], between: str
    ) -> None:
        text = between.join(f"[[{target}]]" for target in targets)
        before = names(text)
        after = redirected(text, {Name("title", "one"): ("Four", "")})
        assert names(after) == sorted(
            {("title", "four") if name == ("title", "one") else name for name in before}
        )
        assert after.replace("[[Four]]", "[[One]]") == text

    def test_hostile_notes_are_read_at_once(self) -> None:
        for piece in ("[[", "[[a", "`[[a]]", "]]", "``` `", "\n\n", "> ", "\\[", "[[a|"):
            assert len(list(links(piece * 100_000))) <= 100_000


class TestBacklinks:
    @pytest.mark.parametrize(
        "target",
        [
            TITLE_OF_BRIDGES,
            "bridges that remember: their walkers!",
            "10.5555/bridges.2024",
            "https://doi.org/10.5555/bridges.2024",
            f"{TITLE_OF_BRIDGES}|the bridges",
        ],
    )
    def test_a_link_leads_to_its_paper(self, sample: Library, target: str) -> None:
        sample.set_note(ANEMONES, f"Compare [[{target}]].")
        assert linked_from(sample, BRIDGES) == [ANEMONES]
        assert linked_from(sample, CLOUDS) == []
        plain = target.partition("|")[0]
        assert sample.linked_papers([plain, "nowhere"]) == {plain: BRIDGES}

    def test_a_reader_id_leads_to_its_paper(self, sample: Library) -> None:
        sample.set_note(ANEMONES, f"[[{sample.paper(MAP).reader_id.upper()}]]")
        assert linked_from(sample, MAP) == [ANEMONES]

    def test_they_are_in_the_order_of_titles_each_once_and_without_oneself(
        self, sample: Library
    ) -> None:
        link = f"[[{TITLE_OF_BRIDGES}]] [[10.5555/bridges.2024]]"
        for paper in (MAP, ANEMONES, BRIDGES):
            sample.set_note(paper, link)
        assert linked_from(sample, BRIDGES) == [ANEMONES, MAP]

    def test_they_follow_the_note_and_undo(self, sample: Library) -> None:
        sample.set_note(ANEMONES, f"[[{TITLE_OF_BRIDGES}]]")
        sample.set_starred([BRIDGES], True)
        sample.set_note(ANEMONES, "nothing")
        assert linked_from(sample, BRIDGES) == []
        sample.undo()
        assert linked_from(sample, BRIDGES) == [ANEMONES]
        sample.redo()
        assert linked_from(sample, BRIDGES) == []

    def test_the_first_of_papers_with_one_title_is_meant(self, library: Library) -> None:
        library.import_digest(digest([entry("Waves", year=2001), entry("Waves", year=2020)]))
        library.import_digest(digest(["Shore"], title="Another"))
        library.set_note(3, "[[Waves]]")
        assert linked_from(library, 1) == [3]
        assert linked_from(library, 2) == []
        [first, second] = library.link_choices("wav")
        assert {first.written, second.written} == {
            "[[Waves]]",
            f"[[{library.paper(2).reader_id}|Waves]]",
        }
        library.set_note(3, second.written)
        assert linked_from(library, second.paper_id) == [3]

    def test_a_link_may_be_there_before_its_paper(self, sample: Library) -> None:
        sample.set_note(ANEMONES, "[[Zebras at Rest]]")
        assert sample.linked_papers(["Zebras at Rest"]) == {}
        sample.import_digest(digest(["Zebras at Rest"], title="Later"))
        assert linked_from(sample, 6) == [ANEMONES]

    def test_a_note_that_a_digest_brings_has_links(self, library: Library) -> None:
        marks = Marks(note="See [[Shore]].")
        library.import_digest(digest([entry("Waves", marks=marks), entry("Shore")]))
        assert linked_from(library, 2) == [1]

    def test_a_note_whose_links_cannot_be_found_is_saved_all_the_same(self, tmp_path: Path) -> None:
        def broken(_text: str) -> list[tuple[str, str]]:
            raise ZeroDivisionError

        with Library(tmp_path / "library") as library:
            library.import_digest(digest(["Waves"]))
        store = Store(tmp_path / "library" / "library.db", link_names=broken)
        with store.write() as database:
            database.execute("INSERT INTO notes VALUES (1, 1, '[[x]]', 1, '', '')")
            assert database.value("SELECT text FROM notes") == "[[x]]"
        store.close()


class TestCorrectedTitles:
    def test_links_follow_a_corrected_title_in_the_same_step(self, sample: Library) -> None:
        sample.set_note(ANEMONES, f"See [[{TITLE_OF_BRIDGES}]] and [[bridges]].")
        sample.set_note(MAP, "[[Bridges that remember their walkers|these]]")
        before = user_data(sample.folder)
        steps = len(sample.history())
        retitle(sample, BRIDGES, "Bridges Forget")
        assert sample.paper(ANEMONES).note.text == "See [[Bridges Forget]] and [[bridges]]."
        assert sample.paper(MAP).note.text == "[[Bridges Forget|these]]"
        assert linked_from(sample, BRIDGES) == [ANEMONES, MAP]
        assert len(sample.history()) == steps + 1
        sample.undo()
        assert user_data(sample.folder) == before
        assert linked_from(sample, BRIDGES) == [ANEMONES, MAP]

    def test_other_views_hear_of_it(self, sample: Library) -> None:
        sample.set_note(ANEMONES, f"[[{TITLE_OF_BRIDGES}]]")
        heard = []
        sample.subscribe(heard.append)
        retitle(sample, BRIDGES, "Bridges Forget")
        [changes] = heard
        assert Kind.NOTES in changes.kinds
        assert changes.touches(ANEMONES)

    def test_a_link_that_still_leads_there_stays_as_written(self, sample: Library) -> None:
        sample.set_note(
            ANEMONES, "[[bridges that remember their walkers]] [[10.5555/bridges.2024]]"
        )
        retitle(sample, BRIDGES, "Bridges, That Remember Their Walkers")
        assert "[[bridges that remember" in sample.paper(ANEMONES).note.text
        retitle(sample, BRIDGES, "Tunnels")
        assert sample.paper(ANEMONES).note.text == "[[Tunnels]] [[10.5555/bridges.2024]]"

    @pytest.mark.parametrize(
        "title", ["…?!", "Clouds as Compression: Lossy Weather for Lossless Days"]
    )
    def test_a_title_that_cannot_be_linked_is_called_by_an_identifier(
        self, sample: Library, title: str
    ) -> None:
        retitle(sample, CLOUDS, "Clouds as Compression: Lossy Weather for Lossless Days")
        sample.set_note(ANEMONES, f"[[{sample.paper(DONKEYS).title}]] [[Eleven ways to fold|x]]")
        retitle(sample, DONKEYS, title)
        assert linked_from(sample, DONKEYS) == [ANEMONES]
        assert sample.paper(DONKEYS).reader_id in sample.paper(ANEMONES).note.text

    def test_a_digest_that_gives_a_better_title_takes_links_along(self, library: Library) -> None:
        number = (Identifier("arxiv", "2401.09999"),)
        stand_in = entry("waves.html", title_provisional=True, identifiers=number)
        library.import_digest(digest([stand_in, "Shore"]))
        library.set_note(2, "[[waves.html]]")
        library.import_digest(digest([entry("Waves", identifiers=number)], title="Better"))
        assert library.paper(1).title == "Waves"
        assert library.paper(2).note.text == "[[Waves]]"


class TestMergingAndDeleting:
    def test_links_to_a_merged_paper_go_to_the_kept_one(self, sample: Library) -> None:
        reader_id = sample.paper(BRIDGES).reader_id
        note = f"[[{TITLE_OF_BRIDGES}]] [[10.5555/bridges.2024]] [[{reader_id}|id]]"
        sample.set_note(ANEMONES, note)
        before = user_data(sample.folder)
        sample.merge_papers(DONKEYS, BRIDGES)
        title = sample.paper(DONKEYS).title
        expected = f"[[{title}]] [[10.5555/bridges.2024]] [[{title}|id]]"
        assert sample.paper(ANEMONES).note.text == expected
        assert linked_from(sample, DONKEYS) == [ANEMONES]
        sample.undo()
        assert user_data(sample.folder) == before
        assert linked_from(sample, BRIDGES) == [ANEMONES]

    def test_links_in_the_notes_of_both_are_kept(self, sample: Library) -> None:
        sample.set_note(BRIDGES, "[[Eleven Ways to Fold a Map of a Very Large Transformer]]")
        sample.set_note(DONKEYS, f"[[{TITLE_OF_BRIDGES}]]")
        sample.merge_papers(DONKEYS, BRIDGES)
        assert linked_from(sample, MAP) == [DONKEYS]
        assert linked_from(sample, DONKEYS) == []

    def test_a_deleted_paper_links_nowhere_until_that_is_undone(self, sample: Library) -> None:
        sample.set_note(ANEMONES, f"[[{TITLE_OF_BRIDGES}]]")
        before = user_data(sample.folder)
        sample.delete_papers([ANEMONES, BRIDGES])
        assert raw_rows(sample.folder, "SELECT * FROM note_links") == []
        sample.undo()
        assert user_data(sample.folder) == before
        assert linked_from(sample, BRIDGES) == [ANEMONES]
        sample.delete_papers([BRIDGES])
        assert sample.paper(ANEMONES).note.text == f"[[{TITLE_OF_BRIDGES}]]"
        assert sample.linked_papers([TITLE_OF_BRIDGES]) == {}


class TestChoices:
    def titles(self, library: Library, typed: str) -> list[str]:
        return [choice.title for choice in library.link_choices(typed)]

    def test_all_words_are_in_the_title_and_those_that_begin_it_come_first(
        self, library: Library
    ) -> None:
        given_titles = ["On the Wave", "Waves of the Sea", "The Sea and Its Waves", "Microwaves"]
        library.import_digest(digest(given_titles))
        assert self.titles(library, "wav") == [
            "Waves of the Sea",
            "On the Wave",
            "The Sea and Its Waves",
            "Microwaves",
        ]
        assert self.titles(library, "SEA wav") == ["Waves of the Sea", "The Sea and Its Waves"]
        assert self.titles(library, "waves sky") == []

    def test_accents_and_signs_do_not_matter(self, library: Library) -> None:
        library.import_digest(digest(["Größe & Maß (Revisited)"]))
        assert self.titles(library, "grosse mass") == ["Größe & Maß (Revisited)"]

    def test_nothing_typed_offers_what_was_annotated_last(
        self, sample: Library, clock: Clock
    ) -> None:
        sample.set_note(MAP, "one")
        clock.advance(seconds=5)
        sample.set_note(BRIDGES, "two")
        assert [choice.paper_id for choice in sample.link_choices("  ")][:2] == [BRIDGES, MAP]
        assert len(sample.link_choices("")) == 5

    def test_at_most_twelve(self, library: Library) -> None:
        library.import_digest(digest([f"Wave {number}" for number in range(40)]))
        assert len(library.link_choices("wave")) == len(library.link_choices("")) == 12

    @settings(max_examples=30, deadline=None)
    @given(st.lists(st.text(string.printable + "äß[]|$\\{}", min_size=1, max_size=60), max_size=4))
    def test_whatever_the_titles_a_choice_leads_to_its_paper(
        self, new_library_folder: Callable[[], Path], found: list[str]
    ) -> None:
        titles = [title for title in found if title.strip()]
        with Library(new_library_folder()) as library:
            library.import_digest(digest(["Anchor", *titles]))
            for choice in library.link_choices(""):
                library.set_note(1, choice.written)
                [link] = links(choice.written)
                assert library.linked_papers([link.target]) == {link.target: choice.paper_id}


def test_notes_of_an_older_library_get_their_links(
    tmp_path: Path, open_library: Callable[..., Library]
) -> None:
    """As written by version 3, of which the frozen library has no link."""
    folder = tmp_path / "old"
    folder.mkdir()
    shutil.copy(Path(__file__).parent / "libraries" / "v3.db", folder / "library.db")
    old = sqlite3.connect(folder / "library.db")
    old.execute(f"UPDATE notes SET text = 'See [[{TITLE_OF_BRIDGES}|it]].' WHERE paper_id = 1")
    old.commit()
    old.close()
    library = open_library(folder)
    [bridges] = library.linked_papers([TITLE_OF_BRIDGES]).values()
    assert library.backlinks(bridges) == [1]
