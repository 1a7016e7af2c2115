"""What a word is worth in a paper: BM25F, worked out when a paper is indexed.

Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework: BM25 and Beyond", section 3.6:
the counts of a word in the fields are weighted, divided by how long each field is against a usual
one, and added up before they saturate. The usual lengths are constants here, not averages of the
index, so a paper weighs the same whichever other papers are indexed with it, and its weight can be
written into the index. It is written as one byte: 256 steps of 3.2 % each.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a paper: what a word in it weighs, and how many words it usually has."""

    name: str
    weight: float
    usual_length: float
    normalised: float  # how much length matters: b of BM25, 0 to 1


# In the order in which their words follow each other in a document of the index.
FIELDS = (
    Field("title", 3.0, 9, 0.75),
    Field("authors", 1.0, 9, 0.3),
    Field("tags", 1.0, 3, 0.3),
    Field("abstract", 1.0, 170, 0.75),
    Field("note", 1.5, 60, 0.75),
)
NUMBER = {field.name: number for number, field in enumerate(FIELDS)}
K1 = 1.2

_SMALLEST, _LARGEST = 0.02, 64.0
_STEPS = 256
WEIGHTS = np.geomspace(_SMALLEST, _LARGEST, _STEPS).astype(np.float32)
"""The weight that each byte stands for; float32, shape (256,)."""
SATURATED = (WEIGHTS * (K1 + 1) / (WEIGHTS + K1)).astype(np.float32)
"""The same, saturated: what a word adds to a score for each unit of its rarity."""
_SCALE = (_STEPS - 1) / np.log(_LARGEST / _SMALLEST)


def as_bytes(weights: NDArray[np.float32]) -> NDArray[np.uint8]:
    """The bytes that stand for weights; uint8 of the same shape."""
    steps = np.rint(np.log(np.clip(weights, _SMALLEST, _LARGEST) / _SMALLEST) * _SCALE)
    return np.asarray(steps, np.uint8)


def of_one_word(lengths: NDArray[np.uint32]) -> NDArray[np.float32]:
    """What one occurrence weighs in each field of each document.

    ``lengths`` are those of the fields in words, shape (fields, documents), as is the result.
    """
    weight = np.array([[field.weight] for field in FIELDS], np.float32)
    usual = np.array([[field.usual_length] for field in FIELDS], np.float32)
    b = np.array([[field.normalised] for field in FIELDS], np.float32)
    return np.asarray(weight / (1 - b + b * lengths / usual), np.float32)


def rarity(documents: int, matching: int) -> float:
    """The inverse document frequency of a word that ``matching`` of ``documents`` have."""
    matching = min(matching, documents)
    return float(np.log1p((documents - matching + 0.5) / (matching + 0.5)))
