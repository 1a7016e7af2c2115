"""A passage is found where it is or said lost, whatever becomes of the text around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.operations.anchoring import anchor, find, place

TEXT = (
    "Anemones sway with the tide. We show that selective attention lets them sway with purpose, "
    "and that the tide forgets. The tide is older than the anemones, and the tide is patient."
)


def moved(text: str, quote: str, changed: str, at: int = 0) -> str | None:
    """What a highlight of ``quote`` in ``text`` marks in ``changed``."""
    start = -1
    for _ in range(at + 1):
        start = text.index(quote, start + 1)
    found = find(changed, anchor(text, start, start + len(quote)))
    return None if found is None else changed[slice(*found)]


@given(st.text(min_size=1), st.data())
def test_it_is_found_in_its_own_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert place(text, anchor(text, start, end)) == (start, end)


@given(st.text("ab ", min_size=1, max_size=200), st.data())
def test_it_is_found_among_many_that_look_the_same(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert place(text, anchor(text, start, end)) == (start, end)


@given(
    before=st.text(max_size=60),
    after=st.text(max_size=60),
    text=st.text(min_size=1, max_size=120),
    data=st.data(),
)
def test_what_happens_elsewhere_does_not_matter(
    before: str, after: str, text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = find(before + text + after, anchor(text, start, end))
    assert found is not None
    assert (before + text + after)[slice(*found)] == text[start:end]


@dataclass(frozen=True, slots=True)
class Edited:
    """A text of words that are all different, a passage of it, and what became of the words."""

    words: list[str]
    first: int
    last: int
    changed: list[str]

    @property
    def quoted(self) -> list[str]:
        return self.words[self.first : self.last + 1]


_LETTERS = "aeioubdgklmnprst"


def _word(number: int) -> str:
    """A word of four to six letters that is like no other."""
    letters = ""
    value = number * 7919 + 104_729
    while value:
        value, rest = divmod(value, len(_LETTERS))
        letters += _LETTERS[rest]
    return letters


@st.composite
def edits(draw: st.DrawFn) -> Edited:
    number = draw(st.integers(3, 60))
    words = [_word(at) for at in range(number)]
    first = draw(st.integers(0, number - 1))
    last = draw(st.integers(first, min(number - 1, first + 12)))
    changed, fresh = list(words), 1000
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(changed)))
        gone = draw(st.integers(0, 8))
        new = [_word(fresh + n) for n in range(draw(st.integers(0, 8)))]
        fresh += len(new)
        changed[at : at + gone] = new
    return Edited(words, first, last, changed)


@given(edits())
def test_no_edit_makes_it_mark_what_was_not_marked(edited: Edited) -> None:
    text, changed = " ".join(edited.words), " ".join(edited.changed)
    start = len(" ".join([*edited.words[: edited.first], ""]))
    end = start + len(" ".join(edited.quoted))
    anchored = anchor(text, start, end)
    found = find(changed, anchored)
    if found is None:
        assert anchored.whole not in changed
        return
    marked = changed[slice(*found)].split()
    assert set(marked) & set(edited.quoted)
    assert not set(marked) & (set(edited.words) - set(edited.quoted)), "it marks its neighbours"
    kept = sum(len(word) for word in marked if word in edited.quoted)
    assert kept >= 0.6 * sum(map(len, edited.quoted))
    assert kept >= 0.6 * sum(map(len, marked))


@given(st.data())
def test_a_long_passage_that_stayed_is_found(data: st.DataObject) -> None:
    numbers = [st.lists(st.integers(at, at + 999), max_size=40) for at in (0, 1000, 2000, 3000)]
    before, after, else_before, else_after = ([_word(n) for n in data.draw(s)] for s in numbers)
    quoted = [_word(4000 + at) for at in range(data.draw(st.integers(8, 20)))]
    text, changed = [*before, *quoted, *after], [*else_before, *quoted, *else_after]
    quote = " ".join(quoted)
    assert moved(" ".join(text), quote, " ".join(changed)) == quote


@given(edits())
def test_all_of_the_words_gone_is_lost(edited: Edited) -> None:
    changed = [word for word in edited.changed if word not in edited.quoted]
    assert moved(" ".join(edited.words), " ".join(edited.quoted), " ".join(changed)) is None


@given(st.text(max_size=200), st.text(min_size=1, max_size=60), st.text(max_size=200))
def test_what_is_found_is_never_empty_and_inside_the_text(
    changed: str, quote: str, rest: str
) -> None:
    found = find(changed, anchor(quote + rest, 0, len(quote)))
    if found is not None:
        start, end = found
        assert 0 <= start < end <= len(changed)


@pytest.mark.parametrize(
    ("quote", "old", "new", "expected"),
    [
        ("selective attention", "attention", "attentions", "selective attentions"),
        ("selective attention lets them sway", "lets them", "lets  them", None),
        ("sway with purpose", "Anemones", "Sea anemones", "sway with purpose"),
        ("that the tide forgets", "tide forgets", "old tide forgets", "that the old tide forgets"),
        ("with purpose, and", "purpose, and", "purpose – and", "with purpose – and"),
        ("selective", "selective ", "", None),
        ("We show that", "We show", "we show", "we show that"),
    ],
)
def test_small_changes(quote: str, old: str, new: str, expected: str | None) -> None:
    if expected is None and old.strip() != quote:
        expected = quote.replace(old, new)
    assert moved(TEXT, quote, TEXT.replace(old, new, 1)) == expected


def test_the_same_words_elsewhere_are_not_it() -> None:
    gone = TEXT.replace("Anemones sway with the tide. ", "")
    assert moved(TEXT, "the tide", gone) is None
    assert moved(TEXT, "the tide", TEXT.replace("The tide", "A wave"), at=2) == "the tide"


def test_part_of_a_word_stays_part_of_the_word() -> None:
    assert moved(TEXT, "lective atten", TEXT.replace("We show", "We have shown")) == "lective atten"


def test_what_two_places_may_be_is_lost() -> None:
    sentence = "the tide is older than all of the anemones"
    text = f"First we say that {sentence}."
    twice = f"Once {sentence}; again {sentence}!"
    assert moved(text, sentence, twice) is None


def test_without_spaces_between_words() -> None:
    text = "我们提出了一种选择性状态空间模型，它在长序列上表现良好。"
    changed = "本文提出了一种新的选择性状态空间模型，它在长序列上表现良好。"
    assert moved(text, "选择性状态空间模型", changed) == "选择性状态空间模型"


def test_as_another_reading_of_tex_writes_it() -> None:
    text = 'We reach an error of $\\epsilon$ in the na\\"ive setting of low-rank adapters (LoRA).'
    changed = "We reach an error of ε in the naïve setting of low\u2010rank adapters (LoRA)."
    assert moved(text, "setting of low-rank adapters (LoRA)", changed) == (
        "setting of low\u2010rank adapters (LoRA)"
    )


def test_a_very_long_text_is_not_compared_for_ever() -> None:
    text = " ".join(f"w{n}" for n in range(16_000))
    quote = " ".join(f"w{n}" for n in range(100, 400))
    changed = re.sub(r"\bw300\b", "x", text)
    assert moved(text, quote, changed) is None
