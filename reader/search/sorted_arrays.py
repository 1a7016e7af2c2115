"""Looking up the numbers of one array in another that is in order, by bisection."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray


def found_in(wanted: NDArray[Any], ordered: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
    """Which of ``wanted`` are in ``ordered``, by their places in both; int64.

    Both must be of one type, or the whole of ``ordered`` is converted.
    """
    if not len(wanted) or not len(ordered):
        nothing = np.empty(0, np.int64)
        return nothing, nothing
    at = ordered.searchsorted(wanted)
    at[at == len(ordered)] = 0
    kept = (ordered[at] == wanted).nonzero()[0]
    return kept, at[kept]
