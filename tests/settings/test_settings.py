"""The settings file belongs to the person: nothing they wrote is lost, no fault stops anything."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.settings import settings
from reader.settings.places import config_folder, settings_file
from reader.settings.settings import NAMES, Settings, file_name, keep, load
from reader.settings.toml import SettingsError, line_of

MINE = """\
# my settings

theme = 'dark'   # at night

unheard-of = [1, 2]  # of a later reader
text-zoom = 120
[my.own]
# a table
key = "value"
"""


@pytest.fixture
def file() -> Path:
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    return settings_file()


def test_no_file_means_the_defaults() -> None:
    assert load() == settings.Loaded(Settings())
    assert not settings_file().exists()


def test_the_folder_can_be_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READER_CONFIG", str(tmp_path / "here"))
    assert config_folder() == tmp_path / "here"
    monkeypatch.delenv("READER_CONFIG")
    assert config_folder().name == "reader"


def test_what_is_kept_is_read_again() -> None:
    values = {"theme": "mine", "text_zoom": 150, "key_line": False, "reduced_motion": "on"}
    values |= {"keymap": "vim", "language": "de", "notifications": False, "library": "/ä b/\\"}
    values |= {"note_template": "Summary"}
    for name, value in values.items():
        keep(name, value)
    assert load() == settings.Loaded(Settings(**values))
    assert set(values) == set(NAMES)


def test_the_first_file_explains_every_setting() -> None:
    keep("theme", "dark")
    text = settings_file().read_text("utf-8")
    for name in NAMES:
        number = line_of(text, file_name(name))
        assert number is not None
        assert text.splitlines()[number - 2].startswith("# ")


def test_comments_order_and_unknown_keys_survive(file: Path) -> None:
    file.write_text(MINE, "utf-8")
    keep("theme", "light")
    assert file.read_text("utf-8") == MINE.replace("'dark'", '"light"')
    keep("key_line", False)
    text = file.read_text("utf-8")
    assert tomllib.loads(text)["key-line"] is False
    assert [line for line in text.splitlines() if "key-line" not in line and line] == [
        line for line in MINE.replace("'dark'", '"light"').splitlines() if line
    ]


_KEYS = st.sampled_from(["zz", "a-key", '"a key"', "theme-of-mine", "x.y"])
_VALUES = st.sampled_from(["1", '"a"', "[1, # c\n 2]", "{a = 1}", '"""\nlong\n"""', "2026-01-01"])
_LINES = st.lists(
    st.one_of(
        st.just("# a comment = 1"),
        st.just(""),
        st.tuples(_KEYS, _VALUES).map(lambda pair: f"{pair[0]} = {pair[1]} # {pair[0]}"),
        st.sampled_from(["[t]", "[[many]]", "[t.u]"]),
        st.sampled_from([f"{file_name(name)} = 1" for name in NAMES]),
    ),
    max_size=8,
)


@given(lines=_LINES, ending=st.sampled_from(["\n", "\r\n"]), name=st.sampled_from(NAMES))
def test_any_file_keeps_all_but_the_one_setting(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str], ending: str, name: str
) -> None:
    text = "\n".join(lines).replace("\n", ending) + ending
    try:
        before = tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError:
        return
    file = tmp_path_factory.mktemp("any") / "settings.toml"
    file.write_bytes(text.encode())
    value = getattr(Settings(), name)
    keep(name, value, file)
    written = file.read_bytes().decode()
    after = tomllib.loads(written.replace("\r\n", "\n"))
    assert after == before | {file_name(name): value}
    assert written.count("#") == text.count("#")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# hello\ntheme = 7\n", "settings.toml, line 2: theme is not a text."),
        ('\n\n"key-line" = 1', "settings.toml, line 3: key-line is not true or false."),
        ("text-zoom = true", "settings.toml, line 1: text-zoom is not a whole number."),
        ("text-zoom = 7", "settings.toml, line 1: text-zoom is 7, which is not between"),
        ('keymap = "nano"', 'keymap is "nano", which is none of default, vim, emacs.'),
        ('theme = "../x"', 'theme is "../x", which is no name of a theme.'),
    ],
)
def test_a_faulty_setting_is_said_and_the_rest_used(file: Path, text: str, said: str) -> None:
    file.write_text(f'{text}\nlanguage = "de"\n', "utf-8")
    loaded = load()
    assert loaded.settings == Settings(language="de")
    [fault] = loaded.faults
    assert said in str(fault)
    assert "It counts as " in str(fault)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"theme = 'dark'\n\nlanguage = \n", "settings.toml, line 3: this is not TOML (Invalid"),
        (b"theme = 'dark'\nlanguage = ['de'", "settings.toml, line 2: this is not TOML (Unclosed"),
        (b"theme = 1\ntheme = 2\n", "settings.toml, line 2: this is not TOML (Cannot overwrite"),
        (b"# fine\n# \xff\n", "settings.toml, line 2: it is not UTF-8 text."),
        (b"a = " + b"[" * 5000, "settings.toml: this is not TOML (nested too deeply)."),
    ],
)
def test_a_file_that_is_no_toml_is_said_and_never_overwritten(
    file: Path, data: bytes, said: str
) -> None:
    file.write_bytes(data)
    loaded = load()
    assert loaded.settings == Settings()
    assert not loaded.readable
    assert str(loaded.faults[0]).startswith(said)
    with pytest.raises(SettingsError, match="not kept"):
        keep("theme", "light")
    assert file.read_bytes() == data


@given(data=st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode()))
def test_nothing_in_the_file_stops_the_program(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    file = tmp_path_factory.mktemp("bytes") / "settings.toml"
    file.write_bytes(data)
    loaded = load(file)
    assert isinstance(loaded.settings, Settings)


def test_a_folder_in_its_place_is_said(file: Path) -> None:
    file.mkdir()
    assert "cannot be read" in str(load().faults[0])


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_stays_a_link_and_rights_stay(file: Path, tmp_path: Path) -> None:
    real = tmp_path / "dotfiles" / "settings.toml"
    real.parent.mkdir()
    real.write_text("theme = 'dark'\n", "utf-8")
    real.chmod(0o640)
    file.symlink_to(real)
    keep("theme", "light")
    assert file.is_symlink()
    assert real.read_text("utf-8") == 'theme = "light"\n'
    assert real.stat().st_mode & 0o777 == 0o640
    assert list(real.parent.iterdir()) == [real]


def test_a_file_that_cannot_be_written_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "config").write_text("not a folder", "utf-8")
    monkeypatch.setenv("READER_CONFIG", str(tmp_path / "config"))
    assert load().settings == Settings()
    with pytest.raises(SettingsError, match="not kept"):
        keep("theme", "light")


def test_only_what_a_setting_may_be_is_kept() -> None:
    with pytest.raises(ValueError, match="none of"):
        keep("keymap", "nano")
    assert not settings_file().exists()
