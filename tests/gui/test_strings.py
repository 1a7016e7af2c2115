"""Whatever a person can read in the window can be translated."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import reader.gui

GUI = Path(reader.gui.__file__).parent
ROOT = GUI.parent.parent
MODULES = sorted(GUI.rglob("*.py"))

# Words with a space between, or one word like a button's.
_TO_READ = re.compile(r"[A-Za-z]{2,}[,.:;]? +[A-Za-z“]|\A[A-Z][a-z]+…?\Z|\A[a-z]+ \{|“|…")
_TRANSLATES = {"tr", "translate", "QT_TRANSLATE_NOOP", "say", "to_say"}
# What takes words that nobody reads in the window.
_NOT_SHOWN = {
    *("debug", "info", "warning", "error", "exception", "critical"),  # of a log
    *("setObjectName", "setProperty", "KeyError", "ValueError", "TypeError", "TypeVar", "compile"),
    *("property", "setStyleSheet", "QKeySequence", "getLogger", "strftime", "fromisoformat"),
}
_EXCEPT = {
    *("rules.py", "style_sheet.py"),  # style sheets
    "keys_page.py",  # a page of the manual, which is English
    "session_bus.py",  # words of a protocol, and of the log
    # scripts/translations.py gathers their texts
    *("registry.py", "search_words.py", "fixed_keys.py", "hints.py"),
}
_MEANT = {
    # The program's own name, and what is no language.
    "Reader",
    # Key names and fonts are Qt's.
    *("Inter", "Reader Serif", "Segoe UI", "SF Pro Text", "Helvetica Neue", "Noto Sans"),
    *("DejaVu Sans", "Source Serif 4", "Georgia", "Charter", "Noto Serif", "DejaVu Serif"),
    *("Return", "Enter", "Esc", "Fusion"),
    *("…", "“", "”"),
    *("all digests", "smart lists", "smart counts"),  # what of the sidebar is folded
    "Trending papers",  # how the titles of certain digests begin
    *("Theme", "Tokens"),
    *("Chicago", "Markdown"),
    *("Paper", "Go", "Help", "Library", "Edit", "View", "Sort by"),  # menus of the registry
}


def literals(tree: ast.AST) -> Iterator[ast.Constant]:
    """Every text of a module that is shown to nobody by what stands around it."""
    hidden: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and node.body:
            first = node.body[0]
            if isinstance(first, ast.Expr):
                hidden.add(first.value)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            hidden.add(node.value)
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            # What a job is called, so that only the newest of its kind answers.
            if name in _TRANSLATES or name in ("query", "at_rest"):
                hidden.update(arg for arg in node.args if isinstance(arg, ast.Constant))
            elif name in _NOT_SHOWN:
                hidden.update(part for arg in node.args for part in ast.walk(arg))
        if isinstance(node, ast.Dict):
            hidden.update(key for key in node.keys if key is not None)
        if isinstance(node, ast.Assert) and node.msg is not None:
            hidden.update(ast.walk(node.msg))
        if isinstance(node, ast.AnnAssign):
            hidden.update(ast.walk(node.annotation))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in hidden:
            yield node


def untranslated(source: str) -> list[str]:
    return [
        f"line {node.lineno}: {node.value!r}"
        for node in literals(ast.parse(source))
        if isinstance(node.value, str) and _TO_READ.search(node.value) and node.value not in _MEANT
    ]


def test_numbers_are_written_as_the_language_does() -> None:
    """By reader.gui.language.number, not with the commas of English."""
    assert not [str(module) for module in MODULES if ":,}" in module.read_text(encoding="utf-8")]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(GUI)))
def test_every_text_is_translated(module: Path) -> None:
    if module.name not in _EXCEPT:
        assert not untranslated(module.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "source",
    [
        'label.setText("All papers")',
        'NAMES = {1: "Queued"}',
        'say = f"Nothing answers {query}"',
        'self.tr("Star" if starred else "Take the star away")',
        'raise KeymapError("The keymap cannot be read.")',
    ],
)
def test_a_text_that_is_not_is_found(source: str) -> None:
    assert untranslated(source)


@pytest.mark.parametrize(
    "source",
    [
        'label.setText(self.tr("All papers"))',
        'NAMES = {1: QT_TRANSLATE_NOOP("Names", "Queued")}',
        'log.warning("the session is not kept")',
        '"""What this module does."""',
        'self.setObjectName("All papers")',
    ],
)
def test_what_nobody_reads_is_left_alone(source: str) -> None:
    assert not untranslated(source)
