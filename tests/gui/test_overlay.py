"""The person's own keys, over those of a base map: what is faulty is said, the rest is used."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QLabel

from reader.gui.actions.keymap import Binding, portable
from reader.gui.actions.overlay import Keymap, base_map, load
from reader.gui.actions.registry import ACTIONS
from reader.gui.palette.palette import Palette
from reader.library import Library
from reader.model import Digest, ListKind, PaperList
from reader.settings.places import keymap_file, settings_file
from reader.settings.settings import KEYMAPS
from reader.settings.toml import line_of
from tests.gui.conftest import Person

DEFAULT = base_map("default")
STARRED = PaperList(ListKind.STARRED)


def write(text: str) -> None:
    keymap_file().parent.mkdir(parents=True, exist_ok=True)
    keymap_file().write_text(text, "utf-8")


def faults() -> list[str]:
    return [str(fault) for fault in load().faults]


def test_only_what_differs_is_written() -> None:
    write('[papers]\n"paper.skip" = ["Shift+X"]\n"paper.browser" = []\n')
    loaded = load()
    assert loaded.faults == ()
    changed = {action: one for action, one in loaded.bindings.items() if one != DEFAULT[action]}
    assert changed == {
        "paper.skip": Binding("papers", ("Shift+X",)),
        "paper.browser": Binding("papers", ()),
    }


def test_two_actions_may_change_places() -> None:
    write('[papers]\n"paper.next" = ["K"]\n"paper.previous" = ["J"]\n')
    loaded = load()
    assert loaded.faults == ()
    assert loaded.bindings["paper.next"].keys == ("K",)
    assert loaded.bindings["paper.previous"].keys == ("J",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('\n"paper.fly" = ["F9"]', "line 3: there is no action paper.fly"),
        ('"paper.skip" = "F9"', 'line 2: the keys of paper.skip are not a list such as ["J"]'),
        ('"paper.skip" = ["Schlüssel"]', "line 2: 'Schlüssel' of paper.skip is not a key"),
        ('"paper.skip" = ["J"]', "line 2: J of paper.skip belongs to paper.next"),
        ('"paper.skip" = ["G"]', "line 2: G of paper.skip begins G, D of go.duplicates"),
        ('"paper.skip" = ["J, J"]', "line 2: J, J of paper.skip begins with J of paper.next"),
        ('"paper.skip" = ["F9", "F9"]', "line 2: the keys of paper.skip are in each other's way"),
        ("[widows]\n'go.back' = ['F9']", "line 2: there is no table [widows], only [papers] and"),
        (
            "'paper.skip' = ['F8']\n[window]\n'paper.skip' = ['F9']",
            "line 4: paper.skip has keys in",
        ),
    ],
)
def test_a_fault_is_said_with_its_line_and_the_rest_is_used(text: str, said: str) -> None:
    write(f"[papers]\n{text}\n")
    [fault] = faults()
    assert fault.startswith("keymap.toml, line ")
    assert said in fault
    write(f'[papers]\n"paper.begin" = ["Shift+B"]\n{text}\n')
    assert load().bindings["paper.begin"].keys == ("Shift+B",)


def test_the_later_of_two_that_want_one_key_is_passed_over() -> None:
    write('[papers]\n"paper.skip" = ["F9"]\n"paper.begin" = ["F9"]\n')
    loaded = load()
    assert [str(fault) for fault in loaded.faults] == [
        "keymap.toml, line 3: F9 of paper.begin belongs to paper.skip; passed over."
    ]
    assert loaded.bindings["paper.skip"].keys == ("F9",)
    assert loaded.bindings["paper.begin"] == DEFAULT["paper.begin"]


def test_an_entry_whose_key_is_not_free_after_all_is_passed_over_too() -> None:
    """J is free only as long as the entry of paper.next stands, and that does not."""
    write('[papers]\n"paper.skip" = ["J"]\n"paper.next" = ["K"]\n')
    loaded = load()
    assert loaded.bindings == DEFAULT
    assert len(loaded.faults) == 2


@pytest.mark.parametrize("text", ["[papers\n", "papers = 7\n", "\ufeff[papers]\nx = 1"])
def test_a_broken_file_leaves_the_base_map(text: str) -> None:
    write(text)
    loaded = load()
    assert loaded.bindings == DEFAULT
    assert len(loaded.faults) == 1


_KEYS = st.lists(
    st.sampled_from(["J", "K", "G", "G, I", "G, G", "X", "F9", "Ctrl+O", "J, J", "", "Space", "ö"]),
    max_size=3,
)
_ENTRIES = st.dictionaries(
    st.sampled_from([*[action.id for action in ACTIONS][:25], "paper.fly"]), _KEYS, max_size=6
)


@given(papers=_ENTRIES, window=_ENTRIES, base=st.sampled_from(KEYMAPS))
def test_no_file_gives_one_key_to_two_actions(
    papers: dict[str, list[str]],
    window: dict[str, list[str]],
    base: str,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    file = tmp_path_factory.mktemp("keys") / "keymap.toml"
    lines = ["[papers]", *(f'"{action}" = {keys}' for action, keys in papers.items())]
    lines += ["[window]", *(f'"{action}" = {keys}' for action, keys in window.items())]
    file.write_text("\n".join(lines), "utf-8")
    loaded = load(base, file)
    assert loaded.bindings.keys() == {action.id for action in ACTIONS}
    every = [portable(keys) for binding in loaded.bindings.values() for keys in binding.keys]
    assert len(every) == len(set(every))
    assert not [a for a in every for b in every if b.startswith(f"{a}, ")]
    below = base_map(base)
    entries = [*papers, *window]
    for action, binding in loaded.bindings.items():
        assert binding == below[action] or action in entries
    assert all(fault.line for fault in loaded.faults)


@pytest.mark.parametrize("base", KEYMAPS)
def test_everything_can_be_typed_with_every_base_map(base: str) -> None:
    for binding in base_map(base).values():
        active = binding.active(writing=True)
        assert not [keys for keys in active if len(keys.split(", ")[0]) == 1]
        assert set(active) <= set(binding.keys)


def test_a_map_that_is_read_again_tells_whether_it_changed(qapp: object) -> None:
    keymap, heard = Keymap(), []
    keymap.changed.connect(lambda: heard.append(keymap["paper.skip"].keys))
    keymap.reload()
    assert heard == []
    write('[papers]\n"paper.skip" = ["F9"]\n')
    keymap.reload()
    assert heard == [("F9",)]
    assert dict(keymap) == load().bindings
    assert len(keymap) == len(ACTIONS)


def test_lines_are_found_in_the_table_that_is_meant() -> None:
    text = '# "a" = 1\n[x]\n"a" = 2\n\n[ y ]\n"a"=3\n'
    assert [line_of(text, "a", table) for table in ("", "x", "y")] == [None, 3, 6]


def test_own_keys_act_and_a_fault_is_said_in_the_window(
    sample: Library, open_window: Callable[[Library], Person]
) -> None:
    write('[papers]\n"paper.toggle-star" = ["F9"]\n"paper.fly" = ["F8"]\n"x.y" = []\n')
    person = open_window(sample)
    said = person.window.toast.text.text()
    assert person.window.toast.isVisible()
    assert said == (
        "keymap.toml, line 3: there is no action paper.fly; passed over. "
        "The settings (Ctrl+,) list all 2 faults."
    )
    person.press("S")
    assert sample.list_ids(STARRED) == []
    person.press("F9")
    assert len(sample.list_ids(STARRED)) == 1


def test_a_slip_in_the_settings_is_said_in_the_window(
    sample: Library, open_window: Callable[[Library], Person]
) -> None:
    settings_file().write_text('keymap = "vi"\ntext-zoom = 110\n', "utf-8")
    person = open_window(sample)
    assert person.window.toast.text.text() == (
        'settings.toml, line 1: keymap is "vi", which is none of default, vim, emacs. '
        'It counts as "default".'
    )


def test_vim_keys(sample: Library, open_window: Callable[[Library], Person]) -> None:
    settings_file().write_text('keymap = "vim"\n', "utf-8")
    person = open_window(sample)
    everything = sample.list_ids(PaperList(ListKind.ALL))
    person.press("/")
    person.type(":")
    assert person.window.list.search.text() == ":"
    person.press("Esc")
    person.press(":")
    palette = person.window.findChild(Palette)
    assert isinstance(palette, Palette)
    assert palette.isVisible()
    person.press("Esc")
    person.press("D, D")
    assert len(sample.list_ids(PaperList(ListKind.ALL))) == 4
    person.press("U")
    assert sample.list_ids(PaperList(ListKind.ALL)) == everything
    person.press("Ctrl+R")
    assert len(sample.list_ids(PaperList(ListKind.ALL))) == 4
    person.press("I")
    assert person.focused is person.window.paper.note
    person.type("ddu")
    person.press("Ctrl+[")
    assert person.focused is person.window.list.view
    assert person.window.paper.note.toPlainText() == "ddu"


def test_emacs_keys(sample: Library, open_window: Callable[[Library], Person]) -> None:
    settings_file().write_text('keymap = "emacs"\n', "utf-8")
    person = open_window(sample)
    ids = list(person.window.list.model.ids)
    person.press("Ctrl+N")
    assert person.window.navigation.current == ids[1]
    person.press("Ctrl+P")
    assert person.window.navigation.current == ids[0]
    person.press("Ctrl+S")
    assert person.focused is person.window.list.search
    person.type("x")
    person.press("Ctrl+G")
    person.until(lambda: person.focused is person.window.list.view)
    assert person.window.list.search.text() == ""
    person.press("Ctrl+X, H")
    assert len(person.window.navigation.selected) == 5


def test_empty_places_name_the_keys_that_act(
    library: Library, sample_digest: Digest, open_window: Callable[[Library], Person]
) -> None:
    settings_file().write_text('keymap = "emacs"\n', "utf-8")
    write('[papers]\n"paper.note" = ["I"]\n"paper.toggle-star" = []\n')
    person = open_window(library)
    said = [label.text() for label in person.window.welcome.findChildren(QLabel)]
    assert "Ctrl+Y pastes, Ctrl+X Ctrl+F opens, ? shows all keys" in said
    library.import_digest(sample_digest)
    person.settle()
    for place, words in (
        (ListKind.ANNOTATED, "No notes yet. i writes one."),
        (ListKind.STARRED, "No stars yet."),
        (ListKind.QUEUED, "Nothing waits to be read. In the Inbox, l puts a paper here."),
    ):
        person.window.going.to(PaperList(place))
        person.settle()
        assert person.window.list.empty.text() == words


def test_what_is_no_table_does_not_hide_other_faults() -> None:
    write('papers = 5\n[window]\n"go.back" = ["S"]\n')
    assert faults() == [
        "keymap.toml, line 1: papers is not a table; passed over.",
        "keymap.toml, line 3: S of go.back belongs to paper.toggle-star; passed over.",
    ]


@pytest.mark.parametrize("name", ["Enter", "Return"])
def test_enter_is_one_key_by_whichever_name(
    sample: Library, open_window: Callable[[Library], Person], name: str
) -> None:
    write(f'[papers]\n"paper.skip" = ["{name}", "X"]\n"paper.open" = ["O"]\n')
    person = open_window(sample)
    for at, pressed in enumerate(("Return", "Enter"), 1):
        person.press(pressed)
        assert len(sample.list_ids(PaperList(ListKind.SKIPPED))) == at


def test_both_names_of_enter_for_one_action_are_no_fault() -> None:
    write('[papers]\n"paper.skip" = ["Ctrl+Alt+Enter", "Ctrl+Alt+Return"]\n')
    assert faults() == []
    assert load().bindings["paper.skip"].keys == ("Ctrl+Alt+Return",)


def test_enter_by_its_other_name_clashes_too() -> None:
    write('[papers]\n"paper.skip" = ["Enter"]\n')
    assert faults() == [
        "keymap.toml, line 2: Return of paper.skip belongs to paper.open; passed over."
    ]
