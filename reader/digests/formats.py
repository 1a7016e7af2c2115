"""The formats that reader knows, in the order in which equals are preferred."""

from __future__ import annotations

from reader.digests import link_list, trending
from reader.digests.registry import Format

FORMATS: tuple[Format, ...] = (
    trending.FORMAT,
    link_list.FORMAT,
)
