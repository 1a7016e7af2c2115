"""Which segments of the index a commit writes anew as one.

Whoosh's own MERGE_SMALL counts documents, not work: the third note after an import of 10,000
papers wrote all 10,000 anew, 14 seconds. Here a commit merges segments of like size only, an idea
of Lucene's LogMergePolicy, so that a small update costs what small segments cost.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from whoosh.reading import SegmentReader

# (documents a segment of the tier has less than, how many such segments are one too many).
# Batches of an import fill the second tier: a merge there, of 24,000 papers, took 20 seconds.
_TIERS = ((100, 10), (1_000, 30))


def merge_crowded(writer: Any, segments: Sequence[Any]) -> list[Any]:
    """Merges the first tier that is crowded, if any; returns the segments that stay as they are.

    To be given to ``SegmentWriter.commit`` as ``mergetype``.
    """
    smallest = 0
    for size, limit in _TIERS:
        tier = [one for one in segments if smallest <= one.doc_count_all() < size]
        if len(tier) >= limit:
            for segment in tier:
                reader = SegmentReader(writer.storage, writer.schema, segment)
                writer.add_reader(reader)
                reader.close()
            return [one for one in segments if one not in tier]
        smallest = size
    return list(segments)
