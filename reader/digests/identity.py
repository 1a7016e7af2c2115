"""When are two papers one paper? Does not interact with any dependencies, only judges data.

An identifier decides; else the title with what else is known. A near title only suggests: among
5,000 real titles all four pairs above 90 % were different papers ("... I" and "... II" score 99).
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from reader.digests.text.tex import readable
from reader.model import Identifier, Link

SHORTEST_SURE_TITLE = 20
"""Letters of a title key from which equal titles alone mean the same paper."""

SHORTEST_NEAR_TITLE = 12
NEAR = 90.0
"""The likeness, in per cent, from which two titles are worth a person's look."""

_TAGS = re.compile(
    r"</?(?:(?:mml|jats|m):[a-z]+|i|b|u|em|strong|sub|sup|span|scp|sc|tt|small|br|p|math|mi|mn|mo|inline-formula)"
    r"(?:\s[^<>]{0,200})?/?>",
    re.IGNORECASE,
)


class Work(Protocol):
    """What is known of a paper for telling whether another one is the same; an Entry is one."""

    @property
    def title_key(self) -> str: ...  # noqa: D102 - the fields of an Entry
    @property
    def identifiers(self) -> Sequence[Identifier]: ...  # noqa: D102
    @property
    def year(self) -> int | None: ...  # noqa: D102
    @property
    def authors(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def links(self) -> Sequence[Link]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class KnownWork:
    """A Work from elsewhere than a digest, such as the library."""

    title_key: str
    identifiers: tuple[Identifier, ...] = ()
    year: int | None = None
    authors: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()


def title_key(title: str) -> str:
    """A title reduced for comparison: its letters and digits, without case, marks, TeX and tags."""
    text = _TAGS.sub("", html.unescape(title)) if "&" in title or "<" in title else title
    text = readable(text)
    if text.isascii():
        return "".join(filter(str.isalnum, text.lower()))
    # Folding can make new marks and decomposing new capitals; three rounds settle every letter.
    for _ in range(3):
        text = unicodedata.normalize("NFKD", text).casefold()
    return "".join(filter(str.isalnum, text))


def same_work(one: Work, other: Work) -> bool:
    """Whether two sightings are one paper, surely enough to put them together unasked."""
    if set(one.identifiers) & set(other.identifiers):
        return True
    if not one.title_key or one.title_key != other.title_key or _conflict(one, other):
        return False
    if _addresses(one) & _addresses(other):
        return True  # a page that was saved twice, however short its title
    return len(one.title_key) >= SHORTEST_SURE_TITLE and _agree(one, other)


def near_title(one_key: str, other_key: str) -> bool:
    """Whether two title keys are so alike that a person should look. Never a proof."""
    return nearest_title(one_key, (other_key,)) is not None


def nearest_title(key: str, others: Sequence[str]) -> int | None:
    """The place in ``others`` of the title key most like this one, or None if none is near."""
    if len(key) < SHORTEST_NEAR_TITLE or not others:
        return None
    # Imported here so that importing a digest (a child process) does not wait 0.03 s for it.
    from rapidfuzz import fuzz, process

    best = process.extractOne(key, others, scorer=fuzz.ratio, processor=None, score_cutoff=NEAR)
    return None if best is None else int(best[2])


def _addresses(work: Work) -> set[str]:
    return {link.url for link in work.links}


def _conflict(one: Work, other: Work) -> bool:
    """Whether some scheme names both, and differently."""
    schemes = {name.scheme for name in one.identifiers} & {
        name.scheme for name in other.identifiers
    }
    return any(
        {name for name in one.identifiers if name.scheme == scheme}.isdisjoint(
            name for name in other.identifiers if name.scheme == scheme
        )
        for scheme in schemes
    )


def _agree(one: Work, other: Work) -> bool:
    """Years within one or a shared surname, where both sightings say something of either."""
    evidence = []
    if one.year is not None and other.year is not None:
        evidence.append(abs(one.year - other.year) <= 1)
    # Authors that are signs alone, as of a broken export, say nothing of anybody.
    names, other_names = _surnames(one.authors), _surnames(other.authors)
    if names and other_names:
        evidence.append(bool(names & other_names))
    return any(evidence) if evidence else True


def _surnames(authors: Sequence[str]) -> set[str]:
    """The surnames of ``Ada Lovelace`` and ``Lovelace, Ada``, reduced like titles."""
    names = (author.partition(",")[0] if "," in author else author for author in authors)
    return {title_key(name.split()[-1]) for name in names if name.split()} - {""}
