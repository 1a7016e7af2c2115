"""What the core says to a person can be translated, wherever in it that is said."""

from __future__ import annotations

import ast
import io
import json
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reader
from reader import words
from reader.digests.sandbox import Request, read_limited
from reader.errors import DigestError

TODAY = date(2026, 5, 1)
CORE = Path(reader.__file__).parent
MODULES = [
    module
    for module in sorted(CORE.rglob("*.py"))
    if module.relative_to(CORE).parts[0] not in ("gui", "cli")
]
# What takes the sentences that a person reads, and the names under which they are gathered.
_MESSAGES = re.compile(r"(?!Value|Key|Type|Lookup|Assertion)\w+Error|Warning|Refused|Fault|Wrong")
_NAMED = {"where", "advice", "doubt", "problem"}
_GATHERED = {"warnings", "problems", "doubts", "repairs", "faults", "conflicts"}
_READS_AS_SENTENCE = re.compile(r"[A-Z“][^*|()\\]* [^*|()\\]*[.:;!]\s*|.*[a-z] [a-z]+ [a-z]+.*")
_HIDDEN = {
    *("say", "to_say"),
    *("debug", "info", "warning", "error", "exception"),  # of a log
    # Bugs of ours and broken installations; the index, which is made anew without a word.
    *("AttributeError", "ValueError", "OverflowError", "FileNotFoundError"),
    *("IndexDamagedError", "EmptyIndexError"),
}
_NOT_SAID = {
    "Cancelled; nothing was changed.",  # the window says nothing of what the person did
    # Titles, which are kept, and what is written into files and notes.
    *("List of papers", "List of links"),
    "area base br col dd dt embed hr img input li link meta option p param td th tr",
    "— The text above was written elsewhere while this was being written: —",
}
_NO_MESSAGES = {
    # Words of papers.
    *("search/analysis.py", "digests/text/page_furniture.py", "exporting/citation_keys.py"),
    # What is written into files that are exported, and into our own documents.
    *("exporting/citation_styles.py", "exporting/comment_lines.py", "store/schema.py"),
    *("exporting/formats/html_page.py", "exporting/formats/kinds.py"),
}


def unsaid(source: str) -> list[str]:
    """What of a module is said to a person as it stands there, in English only."""
    tree = ast.parse(source)
    hidden = set(_hidden(tree))
    found = [*_in_messages(tree), *_sentences(tree)]
    lines = {
        node.lineno: node.value
        for node in found
        if node not in hidden and node.value not in _NOT_SAID
    }
    return [f"line {line}: {text!r}" for line, text in sorted(lines.items())]


def _name(call: ast.Call) -> str:
    return str(getattr(call.func, "attr", getattr(call.func, "id", "")))


def _hidden(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            yield node.value
        elif isinstance(node, ast.Call) and _name(node) in _HIDDEN:
            yield from (part for argument in node.args for part in ast.walk(argument))
        elif isinstance(node, ast.Dict):
            yield from (key for key in node.keys if key is not None)
        elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "_EXPLAINED":
            yield from ast.walk(node.value)  # comments in the file of settings
        elif isinstance(node, ast.Assert) and node.msg is not None:
            yield from ast.walk(node.msg)


def _texts(tree: ast.AST) -> Iterator[ast.Constant]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node


def _in_messages(tree: ast.AST) -> Iterator[ast.Constant]:
    """Words in the arguments of what takes messages."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        given: list[ast.expr] = [word.value for word in node.keywords if word.arg in _NAMED]
        if _MESSAGES.fullmatch(_name(node)):
            given += node.args
        holder = getattr(node.func, "value", None)
        if _name(node) == "append" and getattr(holder, "attr", getattr(holder, "id", "")) in (
            _GATHERED
        ):
            given += node.args
        for argument in given:
            yield from (one for one in _texts(argument) if re.search("[A-Za-z]{2} ", one.value))


def _sentences(tree: ast.AST) -> Iterator[ast.Constant]:
    """Sentences anywhere, but for SQL, patterns and comments."""
    for one in _texts(tree):
        other = re.search(r"\A#|\b(SELECT|FROM|WHERE|IS NOT|ON main|BY)\b|\\|\|", one.value)
        if _READS_AS_SENTENCE.fullmatch(one.value) and not other:
            yield one


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(CORE)))
def test_every_message_of_the_core_can_be_translated(module: Path) -> None:
    if module.relative_to(CORE).as_posix() not in _NO_MESSAGES:
        assert not unsaid(module.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "source",
    [
        'raise EditError("A paper needs a title.")',
        'raise NotFoundError(f"There is no paper {paper_id}.")',
        'raise DigestError(what, advice="Split it up.")',
        'warnings.append(f"line {number} was odd")',
        'Warning(say("Line {}.").format(1), where="on line 1")',
        'sentence = "The disk is full; nothing was changed."',
        'ADVICE = {"full": "Free some space and try again."}',
    ],
)
def test_a_message_that_cannot_be_is_found(source: str) -> None:
    assert unsaid(source)


@pytest.mark.parametrize(
    "source",
    [
        'raise EditError(say("A paper needs a title."))',
        'raise NotFoundError(say("There is no paper {}.").format(paper_id), where=f"{path}.")',
        'log.warning("the search index is made again: %s", error)',
        '"""What this module does, and for whom."""',
        'database.execute("SELECT name, query FROM smart_lists WHERE id = ?")',
    ],
)
def test_what_nobody_reads_is_left_alone(source: str) -> None:
    assert not unsaid(source)


@pytest.fixture
def shouting() -> Iterator[None]:
    """A language in which everything is said in capitals."""
    words.speak(lambda text, n: text.upper().replace("(S)", "S").replace("%LN", str(n)))
    yield
    words.speak()


def sent(sentence: str) -> str:
    return words.unpacked(json.loads(json.dumps(words.packed(sentence))))


class TestFromProcessToProcess:
    def test_it_is_said_in_the_language_of_the_other(self, shouting: None) -> None:
        whole = words.Said("the first is {}; there are {:,}").format(
            words.Said("%Ln paper(s)", 2), 1200
        )
        assert whole == "the first is 2 papers; there are 1,200"
        assert sent(whole) == "THE FIRST IS 2 PAPERS; THERE ARE 1,200"

    def test_what_is_joined_stays_translatable(self, shouting: None) -> None:
        said = words.joined(", ", ["by hand", words.Said("no title"), words.Said("no abstract")])
        assert said == "by hand, no title, no abstract"
        assert sent(said) == "by hand, NO TITLE, NO ABSTRACT"

    @given(st.text(), st.integers(), st.text())
    def test_nothing_put_in_is_changed(self, one: str, two: int, plain: str) -> None:
        said = words.Said("a {} b {:,} c {}").format(one, two, words.Said("d {!r}").format(one))
        assert sent(said) == said == f"a {one} b {two:,} c d {one!r}"
        assert sent(plain) == plain
        assert words.joined(plain, [one, plain]) == plain.join([one, plain])


class TestWhatTheParserSays:
    """It runs in a process of its own, which knows no language but English."""

    def test_a_refusal(self, shouting: None) -> None:
        with pytest.raises(DigestError) as refused:
            read_limited(Request(b"%PDF-1.7"))
        assert refused.value.what == "THIS IS A PDF, NOT A LIST OF PAPERS."
        assert refused.value.advice.startswith("OPEN THE PAGE OR THE DOCUMENT")

    def test_a_refusal_that_quotes_another(self, shouting: None) -> None:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("one.txt", "%PDF-1.7")
            archive.writestr("two.txt", "Nothing in here.")
        with pytest.raises(DigestError) as refused:
            read_limited(Request(packed.getvalue(), "both.zip"))
        assert refused.value.what == "NONE OF THE 2 FILES IN both.zip LISTS PAPERS."
        assert refused.value.where.startswith(
            "THE FIRST IS one.txt: THIS IS A PDF, NOT A LIST OF PAPERS. OPEN THE PAGE"
        )

    def test_warnings_and_doubts(self, shouting: None) -> None:
        digest = read_limited(Request(b"2401.00001\nwhat\n10.1234/a\n", "x.txt", today=TODAY))
        assert [one.message for one in digest.warnings] == ["LINE 2 WAS NOT UNDERSTOOD: “what”."]
        assert {entry.doubt for entry in digest.entries} == {"TITLE NOT KNOWN YET"}

    def test_doubts_of_a_title_that_is_none(self, shouting: None) -> None:
        data = b"@article{a, year = {2099}, author = {" + b"x" * 400 + b"}}"
        [entry] = read_limited(Request(data, "x.bib", today=TODAY)).entries
        assert entry.doubt == (
            "NO TITLE, YEAR 2099 CANNOT BE, AN AUTHOR'S NAME IS TOO LONG TO BE ONE"
        )
