"""The preview shows a note as it is meant, whatever is in it, and loads nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock, QTextCharFormat
from PySide6.QtTest import QTest

from reader.gui.paper.preview import Preview
from reader.gui.paper.preview_blocks import (
    LONGEST_PARAGRAPH,
    LONGEST_SHOWN,
    Block,
    BlockKind,
    blocks_of,
)
from reader.library import Library
from reader.model import ListKind, PaperList
from tests.gui.conftest import Person
from tests.libraries.papers import digest

ANEMONES, BRIDGES = 1, 2


def read(text: str) -> list[str]:
    """The blocks of a note, each with its marker and with what is special in it."""
    return [_written(block) for block in blocks_of(text)]


def _written(block: Block) -> str:
    words = []
    for run in block.runs:
        word = run.text.replace("\u2028", "⏎")
        for wanted, sign in (
            (run.bold, "B"),
            (run.italic, "I"),
            (run.struck, "S"),
            (run.code, "C"),
        ):
            word = f"{sign}({word})" if wanted and block.kind is not BlockKind.CODE else word
        word = f"<{word}→{run.address}>" if run.address else word
        word = f"[{word}→{run.target}]" if run.target else word
        words.append(word)
    head = ">" * block.quotes + "  " * block.depth + block.marker
    kind = {"text": "", "heading": f"h{block.level} "}.get(block.kind.value, block.kind.value + " ")
    return " ".join(part for part in (head, f"{kind}{''.join(words)}".strip()) if part)


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("one\ntwo\n\nthree", ["one⏎two", "three"]),
        ("# One\n\n### *Two*\n\nThree\n---", ["h1 One", "h3 I(Two)", "h2 Three"]),
        ("**b** *i* ~~s~~ `c` ***x***", ["B(b) I(i) S(s) C(c) I(B(x))"]),
        ("- one\n- two\n  - in", ["  • one", "  • two", "    • in"]),
        ("3. one\n4. two", ["  3. one", "  4. two"]),
        ("- [ ] to do\n- [x] done\n- [X] too", ["  ☐ to do", "  ☑ done", "  ☑ too"]),
        ("- [x](https://e.org)", ["  • <x→https://e.org>"]),
        ("- one\n\n  more", ["  • one", "   more"]),
        ("-\n- two", ["  •", "  • two"]),
        ("> one\n> > two\n\nthree", ["> one", ">> two", "three"]),
        ("```py\na = 1\n\nb\n```", ["code a = 1⏎⏎b"]),
        ("    indented", ["code indented"]),
        ("***", ["rule"]),
        ("| a | b |\n|---|---|\n| 1 | 2 |", ["code | a | b |⏎|---|---|⏎| 1 | 2 |"]),
        ("<b>bold</b> <img src=x>", ["<b>bold</b> <img src=x>"]),
        ("&amp; \\*stars\\*", ["& *stars*"]),
        ("![a figure](figure.png) ![](x.png)", ["a figure"]),
        ("![a figure](file:///etc/passwd)", ["![a figure](file:///etc/passwd)"]),
        ("[words](https://e.org 'title')", ["<words→https://e.org>"]),
        ("<https://e.org>", ["<https://e.org→https://e.org>"]),
        ("see https://e.org/a, or", ["see <https://e.org/a→https://e.org/a>, or"]),
        ("[run](file:///bin/sh) [do](javascript:x)", ["[run](file:///bin/sh) [do](javascript:x)"]),
        ("[[Bridges]] and [[Bridges|these]]", ["[Bridges→Bridges] and [these→Bridges]"]),
        ("`[[code]]` \\[[no]]", ["C([[code]]) [[no]]"]),
        ("**[[Bridges]]**", ["[B(Bridges)→Bridges]"]),
        ("", []),
    ],
)
def test_what_is_meant(text: str, blocks: list[str]) -> None:
    assert read(text) == blocks


HOSTILE = {
    "one word": "a" * 1_000_000,
    "nested quotes": "> " * 10_000 + "end",
    "nested lists": "- " * 10_000 + "end",
    "a staircase": "".join("  " * depth + "- a\n" for depth in range(300)),
    "a wide table": "|a" * 25_000 + "|\n" + "|-" * 25_000 + "|\n",
    "a long table": "| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * 10_000,
    "brackets": "[" * 4_900 + "end",
    "pictures": "![" * 2_400 + "end",
    "paragraphs of brackets": ("[" * 4_900 + "\n\n") * 9 + "end",
    "stars": "*a_ " * 25_000,
    "links": "[[a" * 1_600 + "]] end",
    "ticks": "".join("`" * count + "a" for count in range(90)),
    "lines": "\n" * 99_000 + "end",
    "items": "- a\n" * 4_900,
    "many items": "- a\n" * 25_000,
    "references": "[a]: b\n" * 10_000 + "\n[a]",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_notes_are_read_in_pieces_that_can_be_laid_out(name: str) -> None:
    text = HOSTILE[name]
    blocks = blocks_of(text)
    longest = max(sum(len(run.text) for run in block.runs) for block in blocks)
    assert longest <= LONGEST_PARAGRAPH
    assert sum(len(run.text) for block in blocks for run in block.runs) <= LONGEST_SHOWN
    if text.endswith("end"):
        assert blocks[-1].runs[-1].text.endswith("end")


@pytest.mark.may_block(
    500, "the editor lays out up to 20,000 letters of a word, 10,000 lines at once"
)
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_notes_are_shown(person: Person, sample: Library, name: str) -> None:
    paper = person.window.navigation.current
    assert paper is not None
    sample.set_note(paper, HOSTILE[name])
    person.until(lambda: person.window.paper.note.text == HOSTILE[name])
    person.press("Ctrl+Return")
    assert person.focused is person.window.list.view
    preview = person.window.paper.notes.preview
    blocks = max(len(blocks_of(HOSTILE[name])), 1)
    person.until(lambda: preview.is_filled and preview.document().blockCount() == blocks)
    person.press("J")
    assert person.window.navigation.current != paper


def test_deeply_nested_notes_are_shown_as_they_are_written() -> None:
    text = "> " * 60 + "deep\n\n**other**"
    assert [run.text for block in blocks_of(text) for run in block.runs] == [
        text.replace("\n", "\u2028")
    ]


@settings(max_examples=200)
@given(st.text("ab \n*_`#>-[]()|~!<&1.\\\t", max_size=120))
def test_any_text_is_read(text: str) -> None:
    for block in blocks_of(text):
        assert all("\n" not in run.text for run in block.runs)


@settings(max_examples=100)
@given(st.text("abc \n", max_size=80))
def test_no_words_are_missing(text: str) -> None:
    found = "".join(run.text for block in blocks_of(text) for run in block.runs)
    assert found.replace("\u2028", "").replace(" ", "") == "".join(text.split())


# --- In the window ------------------------------------------------------------------------------


def shown(person: Person, text: str = "") -> Preview:
    """Writes a note and has it shown."""
    person.press("N")
    if text:
        person.window.paper.note.insertPlainText(text)
    person.press("Ctrl+Return")
    preview = person.window.paper.notes.preview
    assert person.focused is preview
    person.until(lambda: preview.is_filled)
    person.settle()
    return preview


def look_of(preview: Preview, word: str) -> QTextCharFormat:
    found = preview.document().find(word)
    assert not found.isNull(), word
    return found.charFormat()


def block_of(preview: Preview, word: str) -> QTextBlock:
    return preview.document().find(word).block()


def test_looks(person: Person) -> None:
    preview = shown(
        person,
        "# Head\n\nplain **bold** *slanted* ~~gone~~ `code`\n\n"
        "- [x] done\n  - inner\n\n> quoted\n\n[site](https://e.org) [[Nowhere]]",
    )
    plain, tokens = look_of(preview, "plain"), person.theme.tokens
    assert look_of(preview, "bold").fontWeight() > plain.fontWeight()
    assert look_of(preview, "slanted").fontItalic()
    assert look_of(preview, "gone").fontStrikeOut()
    assert look_of(preview, "code").font().families() != plain.font().families()
    assert look_of(preview, "Head").font().pixelSize() > plain.font().pixelSize()
    assert block_of(preview, "Head").blockFormat().headingLevel() == 1
    assert block_of(preview, "done").text() == "☑\tdone"
    inner, done = (block_of(preview, w).blockFormat().leftMargin() for w in ("inner", "done"))
    assert inner > done > 0
    assert block_of(preview, "quoted").blockFormat().leftMargin() > 0
    assert look_of(preview, "site").anchorHref()
    assert look_of(preview, "site").fontUnderline()
    nowhere = look_of(preview, "Nowhere")
    assert not nowhere.isAnchor()
    assert nowhere.foreground().color().name() == tokens.text_quiet


def test_the_preview_is_as_high_as_its_text_and_stays_from_paper_to_paper(person: Person) -> None:
    preview = shown(person, "one\n\n" * 40 + "end")
    assert preview.height() > 600
    person.press("Esc")
    assert person.focused is person.window.list.view
    person.press("J")
    assert preview.isVisible()
    assert preview.toPlainText() == ""
    assert preview.height() < 120
    person.press("K")
    person.until(lambda: preview.toPlainText().endswith("end"))
    person.press("N")
    assert person.focused is person.window.paper.note
    assert not preview.isVisible()


def test_esc_returns_to_the_list_where_one_was(person: Person) -> None:
    person.press("J")
    before = person.window.navigation.selected
    shown(person, "one")
    person.press("Esc")
    assert person.focused is person.window.list.view
    assert person.window.navigation.selected == before


def test_letters_are_keys_in_the_preview(person: Person, sample: Library) -> None:
    shown(person, "one")
    paper = person.window.navigation.current
    person.press("S")
    assert sample.list_ids(PaperList(ListKind.STARRED)) == [paper]


def test_the_preview_is_in_the_tab_order_after_its_buttons(person: Person) -> None:
    preview = shown(person, "one")
    notes = person.window.paper.notes
    QTest.keyClick(person._active_window(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert person.focused is notes.preview_button
    person.press("Left")
    assert person.focused is notes.write_button
    assert notes.write_button.isChecked()
    assert not preview.isVisible()
    assert person.window.paper.note.isVisible()


def test_everything_of_the_note_has_a_name(person: Person) -> None:
    notes = person.window.paper.notes
    named = (notes.editor, notes.preview, notes.write_button, notes.preview_button)
    assert [one.accessibleName() for one in named] == [
        "Note",
        "Preview of the note",
        "Write",
        "Preview",
    ]


def test_a_link_opens_by_keyboard_and_by_mouse(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(person.window.paper_actions, "open_url", opened.append)
    preview = shown(person, "go to [one](relative.html) or [this](https://e.org/%7Ex?q=1)")
    QTest.keyClick(person._active_window(), Qt.Key.Key_Tab)
    assert preview.textCursor().selectedText() == "this"
    person.press("Return")
    assert opened == ["https://e.org/%7Ex?q=1"]
    found = preview.document().find("this")
    found.setPosition(found.selectionStart() + 1)
    at = preview.cursorRect(found).center()
    QTest.mouseClick(preview.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened == ["https://e.org/%7Ex?q=1"] * 2


def test_enter_where_no_link_is_opens_the_paper(person: Person) -> None:
    shown(person, "no link")
    person.press("Return")
    assert person.focused is person.window.paper.abstract


def test_a_link_to_a_paper_goes_there(person: Person) -> None:
    assert person.window.navigation.current == ANEMONES
    preview = shown(person, "[[10.5555/bridges.2024|the bridges]]")
    QTest.keyClick(person._active_window(), Qt.Key.Key_Tab)
    person.press("Return")
    assert person.window.navigation.current == BRIDGES
    assert person.focused is person.window.list.view
    assert preview.isVisible()


def test_a_link_follows_what_becomes_of_its_paper(person: Person, sample: Library) -> None:
    preview = shown(person, "[[Zebras at Rest]]")
    assert not look_of(preview, "Zebras").isAnchor()
    sample.import_digest(digest(["Zebras at Rest"], title="Later"))
    person.until(lambda: look_of(preview, "Zebras").isAnchor())
    sample.delete_papers([6])
    person.until(lambda: not look_of(preview, "Zebras").isAnchor())


def test_pictures_and_files_are_not_loaded(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(Preview, "loadResource", lambda self, *what: asked.append(what))
    picture = tmp_path / "x.png"
    picture.write_bytes(b"not a picture")
    preview = shown(person, f"![name]({picture}) <img src='{picture}'>\n\n![](x.png)")
    preview.grab()
    assert asked == []
    assert preview.toPlainText().startswith("name ")
    assert preview.toPlainText().endswith("picture")


def test_a_search_is_marked_in_what_is_seen(person: Person) -> None:
    preview = shown(person, "slow **waves** here")
    person.press("/")
    person.type("waves")
    person.until(lambda: preview.extraSelections())
    [mark] = preview.extraSelections()
    assert mark.cursor.selectedText() == "waves"
    person.press("Esc")
    person.press("N")
    assert person.window.paper.note.extraSelections() == []


@pytest.mark.may_block(400, "Qt dresses every widget anew in one go")
def test_colours_follow_the_theme(person: Person) -> None:
    preview = shown(person, "[[Nowhere]]")
    person.theme.set_mode("dark")
    person.settle()
    assert look_of(preview, "Nowhere").foreground().color().name() == person.theme.tokens.text_quiet
