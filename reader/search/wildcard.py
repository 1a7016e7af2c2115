"""Words with stars in them, as regular expressions that take no longer for many stars."""

from __future__ import annotations

import re
from collections.abc import Sequence


def parts_of(text: str) -> list[str]:
    """What stands between the stars of a word; stars side by side are one."""
    return re.sub(r"\*+", "*", text).split("*")


def expression(parts: Sequence[str]) -> str:
    """What fits the whole of a word that is ``parts`` in this order, with anything between them.

    Each part is taken where it first comes and never again elsewhere (an atomic group), so that
    many stars are not tried in every way.
    """
    first, *others, last = map(re.escape, parts)
    return "(?s:" + first + "".join(f"(?>.*?{part})" for part in others) + ".*" + last + ")"
