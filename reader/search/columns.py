"""What the database says of papers, as arrays: who meets a filter, who comes before whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

PaperIds = NDArray[np.int64]
"""Numbers of papers; int64, in an order that the name of the variable tells."""


def paper_ids(ids: Iterable[int]) -> PaperIds:
    """The same numbers as an array."""
    return np.fromiter(ids, np.int64)


def in_order(ids: Sequence[int], order: PaperIds) -> list[int]:
    """Those of ``order`` that are among ``ids``, in that order."""
    wanted = paper_ids(ids)
    marked = np.zeros(int(max(wanted.max(initial=0), order.max(initial=0))) + 1, np.bool_)
    marked[wanted] = True
    found: list[int] = order[marked[order]].tolist()
    return found
