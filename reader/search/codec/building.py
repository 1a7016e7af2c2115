"""Builds a segment from many papers at once.

Each distinct piece of text is analysed once; the papers are only numbers of pieces until the end.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reader.search.analysis import STOP_WORDS, chunks, plain_terms, tokens
from reader.search.codec.assembling import Bits, assemble
from reader.search.codec.vocabulary import FIRST_WORD, in_order
from reader.search.weighting import FIELDS, NUMBER

_TOKENS_AT_ONCE = 1_000_000


class _Numbers(dict[str, int]):
    """Gives each new key the next number."""

    def __missing__(self, key: str) -> int:
        number = self[key] = len(self)
        return number


class SegmentBuilder:
    """Takes papers and gives the arrays of a segment that holds them, in the order given."""

    def __init__(self) -> None:
        self._numbers = _Numbers()
        self._tokens = array("I")
        self._counts = array("I")
        self._paper_ids = array("q")

    def __len__(self) -> int:
        return len(self._paper_ids)

    @property
    def tokens(self) -> int:
        """How many tokens were taken."""
        return len(self._tokens)

    def add(self, paper_id: int, texts: Mapping[str, str]) -> None:
        """Takes a paper: the text of each field, where it has any."""
        numbered = self._numbers.__getitem__
        before = len(self._tokens)
        for field in FIELDS:
            text = texts.get(field.name)
            if text:
                self._tokens.extend(map(numbered, chunks(text)))
            self._counts.append(len(self._tokens) - before)
            before = len(self._tokens)
        self._paper_ids.append(paper_id)

    def arrays(self) -> dict[str, NDArray[Any]]:
        """The arrays of the segment; the builder is used up by it.

        Raises OverflowError when it would be too large.
        """
        words = _Words(list(self._numbers), self._in_titles())
        occurrences, bits, lengths = self._occurrences(words)
        paper_ids = np.frombuffer(self._paper_ids, np.int64).copy()
        # What it holds is as large as what is made of it.
        self._numbers, self._tokens = _Numbers(), array("I")
        return assemble(words.terms, occurrences, bits, lengths, paper_ids)

    def _in_titles(self) -> list[bool]:
        """Which of the distinct pieces of text stand in a title."""
        found = np.zeros(len(self._numbers), np.bool_)
        fields = np.arange(len(self._counts)) % len(FIELDS)
        of_titles = np.repeat(fields == NUMBER["title"], np.frombuffer(self._counts, np.uint32))
        found[np.frombuffer(self._tokens, np.uint32)[of_titles]] = True
        return found.tolist()

    def _occurrences(self, words: _Words) -> tuple[NDArray[np.uint64], Bits, NDArray[np.uint32]]:
        """Where each term stands, how that is packed, and the lengths of the fields."""
        tokens = np.frombuffer(self._tokens, np.uint32)
        counts = np.frombuffer(self._counts, np.uint32).astype(np.int64)
        papers = len(self._paper_ids)
        ends = np.zeros(len(tokens) + 1, np.uint32)
        np.cumsum(words.positions[tokens], out=ends[1:])
        bounds = np.zeros(len(counts) + 1, np.int64)
        np.cumsum(counts, out=bounds[1:])
        lengths = (ends[bounds[1:]] - ends[bounds[:-1]]).reshape(papers, len(FIELDS))
        bits = Bits.of(len(words.terms), papers, int(lengths.max(initial=0)))
        occurrences = np.empty(int(words.entry_counts[tokens].sum()), np.uint64)
        filled = 0
        # Which field of which paper each token is in, as one number.
        owners = np.repeat(np.arange(len(counts), dtype=np.uint32), counts)
        for start in range(0, len(tokens), _TOKENS_AT_ONCE):
            part = slice(start, start + _TOKENS_AT_ONCE)
            inside = ends[:-1][part] - ends[bounds[owners[part]]]
            packed = words.occurrences(tokens[part], owners[part], inside, bits)
            occurrences[filled : filled + len(packed)] = packed
            filled += len(packed)
        # Common words outside titles were counted, but not taken.
        return occurrences[:filled], bits, np.ascontiguousarray(lengths.T)


def _entries(text: str) -> tuple[int, list[tuple[int, str]], list[tuple[int, str]]]:
    """How many positions a piece of text takes, its terms with their positions, and the common."""
    if text.isascii() and text.isalnum() and text.lower() not in STOP_WORDS:
        return 1, plain_terms(text), []  # nearly all are one word
    length, entries, common = 0, [], []
    for token, _ in tokens(text):
        entries += [(length + position, term) for position, term in token.terms()]
        common += [(length + position, term) for position, term in token.common_terms()]
        length += token.positions
    return length, entries, common


class _Words:
    """The terms of each distinct piece of text, as arrays."""

    def __init__(self, texts: list[str], in_titles: list[bool]) -> None:
        terms = _Numbers()
        positions, counts, entry_terms, entry_positions = (
            array("I"),
            array("I"),
            array("I"),
            array("I"),
        )
        for text, in_title in zip(texts, in_titles, strict=True):
            length, entries, common = _entries(text)
            if not in_title:  # or there would be terms that no paper has
                common = []
            positions.append(length)
            counts.append(len(entries) + len(common))
            for position, term in (*entries, *common):
                entry_terms.append(terms[term])
                entry_positions.append(position)
        numbers = {term.encode("utf-8", "surrogatepass"): number for term, number in terms.items()}
        self.terms = in_order(numbers)
        places = np.empty(len(numbers), np.uint32)
        places[[numbers[term] for term in self.terms]] = np.arange(len(numbers), dtype=np.uint32)
        self.positions = np.frombuffer(positions, np.uint32)
        self.entry_counts = np.frombuffer(counts, np.uint32)
        self._entry_starts = np.cumsum(self.entry_counts, dtype=np.int64) - self.entry_counts
        self._entry_terms = places[np.frombuffer(entry_terms, np.uint32)]
        self._entry_positions = np.frombuffer(entry_positions, np.uint32)
        common_terms = bisect_left(self.terms, FIRST_WORD)
        self._common = self._entry_terms < common_terms

    def occurrences(
        self,
        tokens: NDArray[np.uint32],
        owners: NDArray[np.uint32],
        positions: NDArray[np.uint32],
        bits: Bits,
    ) -> NDArray[np.uint64]:
        """One number for each term of each token."""
        counts = self.entry_counts[tokens].astype(np.int64)
        firsts = np.cumsum(counts) - counts
        entries = np.repeat(self._entry_starts[tokens] - firsts, counts)
        entries += np.arange(len(entries))
        documents, fields = np.divmod(np.repeat(owners, counts), np.uint32(len(FIELDS)))
        places = np.repeat(positions, counts) + self._entry_positions[entries]
        kept = ~self._common[entries] | (fields == NUMBER["title"])
        columns = (self._entry_terms[entries], documents, fields, places)
        return bits.pack(*(column[kept] for column in columns))
