"""A keymap with faults is refused with the names of what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.gui.actions.keymap import KeymapError, default_keymap, read_keymap

DEFAULT = default_keymap().read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('"paper.next" = ["J"]', '"paper.fly" = ["J"]', "there is no action paper.fly"),
        ('"paper.next" = ["J"]', '"paper.fly" = ["J"]', "paper.next is missing"),
        ('["K"]', '["J"]', "J belongs to both paper.next and paper.previous"),
        ('["G, A"]', '["G, I"]', "G, I belongs to both go.inbox and go.annotated"),
        ('["K"]', '["Schlüssel"]', "'Schlüssel' of paper.previous is not a key"),
        ("[window]", "[windows]", "there is no table [windows]"),
        ("[window]", "[window", "The keymap cannot be read"),
    ],
)
def test_a_fault_is_named(tmp_path: Path, old: str, new: str, fault: str) -> None:
    file = tmp_path / "keys.toml"
    assert old in DEFAULT
    file.write_text(DEFAULT.replace(old, new), encoding="utf-8")
    with pytest.raises(KeymapError) as raised:
        read_keymap(file)
    assert fault in str(raised.value)
    assert str(file) in str(raised.value)


def test_a_missing_keymap_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(KeymapError, match="cannot be read"):
        read_keymap(tmp_path / "none.toml")


@pytest.mark.parametrize("keys", ['"J"', "[1]", "7"])
def test_keys_must_be_a_list_of_words(tmp_path: Path, keys: str) -> None:
    file = tmp_path / "keys.toml"
    file.write_text(DEFAULT.replace('"paper.next" = ["J"]', f'"paper.next" = {keys}'), "utf-8")
    with pytest.raises(KeymapError, match=r"paper\.next"):
        read_keymap(file)


def test_a_table_must_be_a_table(tmp_path: Path) -> None:
    file = tmp_path / "keys.toml"
    file.write_text('papers = "J"\n', encoding="utf-8")
    with pytest.raises(KeymapError, match="papers"):
        read_keymap(file)


def test_a_key_that_begins_a_sequence_is_a_clash(tmp_path: Path) -> None:
    file = tmp_path / "keys.toml"
    file.write_text(DEFAULT.replace('"paper.next" = ["J"]', '"paper.next" = ["G"]'), "utf-8")
    with pytest.raises(KeymapError, match="G begins G, I"):
        read_keymap(file)
