"""Gathers what the window says into resources/translations and compiles it: `make translations`.

For each ``reader_<language>.ts`` there: new texts come in unfinished, those that are gone go, and
what is finished is compiled into the ``.qm`` beside it, which the program reads. English has only
the plurals, and writes them itself. docs/translating.md says how a language is added.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.gui.actions.fixed_keys import FIXED_KEYS
from reader.gui.actions.registry import ACTIONS, MENUS
from reader.gui.actions.search_words import SEARCH_WORDS
from reader.gui.key_line.hints import HINTS

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
_CALLS = ("tr", "translate", "QT_TRANSLATE_NOOP", "say", "to_say")


@dataclass(frozen=True, slots=True)
class Text:
    """Something to translate. ``comment`` tells apart what is written alike."""

    context: str
    text: str
    comment: str = ""
    plural: bool = False


def gather(folder: Path = FOLDER) -> None:
    """Brings the texts of the code into every ``.ts`` of a folder."""
    with tempfile.TemporaryDirectory() as scratch:
        # lupdate overlooks some calls (those whose number is no literal), so it gets all as plain
        # as can be, and merges them into what was translated.
        plain = Path(scratch) / "texts.py"
        lines = ["from PySide6.QtCore import QCoreApplication", *map(_call, texts())]
        plain.write_text("\n".join(lines), encoding="utf-8")
        for ts in sorted(folder.glob("reader_*.ts")):
            language = ts.stem.removeprefix("reader_")
            options = ["-locations", "none", "-no-obsolete"]
            # A text that only resembles another one is another one.
            options += ["-disable-heuristic", "similartext", "-disable-heuristic", "sametext"]
            options += ["-source-language", "en_GB", "-target-language", language]
            options += ["-pluralonly"] if language == "en" else []
            _run("lupdate", str(plain), *options, "-ts", str(ts))
            if language == "en":
                _write_plurals(ts)


def compile_(folder: Path = FOLDER, to: Path | None = None) -> None:
    """Compiles every ``.ts``; what is unfinished stays English."""
    for ts in sorted(folder.glob("reader_*.ts")):
        target = (to or folder) / f"{ts.stem}.qm"
        _run("lrelease", "-silent", str(ts), "-qm", str(target))


def unfinished(ts: Path) -> list[str]:
    """The texts of a file that have no translation yet."""
    messages = ElementTree.parse(ts).getroot().iter("message")
    return [
        message.findtext("source", "")
        for message in messages
        if (found := message.find("translation")) is None or found.get("type") == "unfinished"
    ]


def texts() -> list[Text]:
    """Every text of the code, in the order of the modules."""
    found = [Text("Actions", action.title) for action in ACTIONS]
    found += [Text("Actions", action.brief, "key line") for action in ACTIONS if action.brief]
    briefs = [one.brief for hints in HINTS.values() for one in hints if one.brief]
    found += [Text("Actions", brief, "key line") for brief in briefs]
    found += [Text("Actions", words, "search words") for words in SEARCH_WORDS.values()]
    found += [Text("FixedKeys", place) for place in FIXED_KEYS]
    found += [Text("FixedKeys", one.title) for keys in FIXED_KEYS.values() for one in keys]
    submenus = [action.submenu for action in ACTIONS if action.submenu]
    found += [Text("Actions", menu, "menu") for menu in (*MENUS, *submenus)]
    for path in sorted((ROOT / "reader").rglob("*.py")):
        found += _of_module(ast.parse(path.read_text(encoding="utf-8")), path)
    return list(dict.fromkeys(found))


def _of_module(tree: ast.Module, path: Path) -> Iterator[Text]:
    classes = {
        inner: node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if name not in _CALLS or (name == "say" and isinstance(node.func, ast.Attribute)):
            continue  # a toast has a say too
        given: list[ast.expr] = list(node.args)
        if name == "tr":
            given.insert(0, ast.Constant(classes[node]))
        elif name == "translate" and isinstance(node.func, ast.Attribute):
            continue  # str.translate
        elif name in ("say", "to_say"):
            if isinstance(given[0], ast.Name | ast.Attribute | ast.Subscript):
                continue  # what to_say marks where it stands
            given = [ast.Constant("Library"), given[0], ast.Constant(""), *given[1:]]
        words = given[:3]
        if not all(isinstance(word, ast.Constant) for word in words):
            if name == "translate":
                continue  # what a table holds, where QT_TRANSLATE_NOOP marks it
            sys.exit(f"{path}:{node.lineno}: {name}() takes texts that stand there")
        context, text, *comment = (str(word.value) for word in words)  # type: ignore[attr-defined]
        yield Text(context, text, *comment, plural=len(given) > 3)


def _call(text: Text) -> str:
    parts = ", ".join(map(_quoted, (text.context, text.text, text.comment)))
    return f"QCoreApplication.translate({parts}{', 2' if text.plural else ''})"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _write_plurals(ts: Path) -> None:
    """English plurals follow from their text: paper(s)."""
    tree = ElementTree.parse(ts)
    for message in tree.getroot().iter("message"):
        source, found = message.findtext("source", ""), message.find("translation")
        if found is None:
            continue
        found.attrib.pop("type", None)
        for form, ending in zip(found.findall("numerusform"), ("", "s"), strict=True):
            form.text = source.replace("(s)", ending)
    body = ElementTree.tostring(tree.getroot(), encoding="unicode")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    ts.write_text(head + body + "\n", encoding="utf-8")


def _run(tool: str, *arguments: str) -> None:
    """Runs a tool of Qt's, which comes with PySide6."""
    command = Path(sys.executable).parent / f"pyside6-{tool}"
    done = subprocess.run([command, *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)


def main() -> None:
    """Gathers, compiles, and says what is left to translate."""
    gather()
    compile_()
    for ts in sorted(FOLDER.glob("reader_*.ts")):
        left = unfinished(ts)
        print(f"{ts.name}: {len(left)} to translate", *left, sep="\n  ")


if __name__ == "__main__":
    main()
