"""The three styles of reference lists, for what the library knows of a paper.

Titles stay as they were published: nobody can tell by machine which of their capitals are names.
Pages and volumes are not known here, so no entry has them. citeproc-py was tried instead: its
Chicago loses given names and both of its American styles put the comma outside the quotation mark.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.exporting.person_names import PersonName
from reader.exporting.rich_text import Look, Run

# Words of the names of conferences, and the short names of those that papers come from most.
_CONFERENCE = re.compile(
    r"\b(?:proc(?:eedings|\.)|conference|conf\.|workshop|symposium|meeting|congress)"
    r"|\b(?-i:NeurIPS|NIPS|ICLR|ICML|CVPR|ICCV|ECCV|WACV|ACL|EMNLP|NAACL|EACL|COLING|AAAI|IJCAI|KDD"
    r"|SIGIR|CHI|INTERSPEECH|ICASSP|AISTATS|UAI|COLT|CoRL|ICRA|IROS|VLDB|SIGMOD|WSDM|CIKM|COLM)\b",
    re.IGNORECASE,
)
_CLOSED = ".?!…"
_CLOSED_IN_QUOTES = "?!…"


@dataclass(frozen=True, slots=True)
class Work:
    """What an entry is made of.

    A preprint that came out nowhere else has an ``archive`` (with its number there in ``arxiv``,
    if that is it) and no venue.
    """

    authors: tuple[PersonName, ...]
    title: str
    year: int | None = None
    venue: str = ""
    archive: str = ""
    arxiv: str = ""
    doi: str = ""
    address: str = ""

    @property
    def conference(self) -> bool:
        """Whether the venue sounds like one where people meet."""
        return bool(_CONFERENCE.search(self.venue))


def apa(work: Work) -> list[Run]:
    """American Psychological Association, 7th edition."""
    names = _apa_names(work.authors)
    # What is part of something is not itself in italics.
    title = Run(work.title, Look.PLAIN if work.venue else Look.ITALIC)
    named = [title, Run(_end(work.title, ".", _CLOSED))]
    year = Run(f" ({work.year or 'n.d.'}). ")
    runs = [Run(_ended(names)), year, *named] if names else [*named, year]
    runs += _source(work, preprint="")
    return _with_address(runs, work)


def chicago(work: Work) -> list[Run]:
    """Chicago Manual of Style, 18th edition, author and date."""
    names = _chicago_names(work.authors)
    year = f" {work.year}. " if work.year else " n.d. "
    title = f"“{work.title}{_end(work.title, '.', _CLOSED_IN_QUOTES + '.')}”"
    runs = [Run(_ended(names) + year + title)] if names else [Run((title + year).rstrip())]
    runs += _source(work, preprint="Preprint, ")
    runs = _with_address(runs, work)
    return [*runs, Run(".")] if runs[-1].look is Look.ADDRESS else runs


def ieee(work: Work) -> list[Run]:
    """Institute of Electrical and Electronics Engineers."""
    title = f"“{work.title}{_end(work.title, ',', _CLOSED_IN_QUOTES)}”"
    runs = [*_ieee_names(work.authors), Run(title)]
    after: list[Run] = []
    if work.venue:
        after += [Run(" in " if work.conference else " "), Run(work.venue, Look.ITALIC)]
    # The comma after the title is in its quotation marks already.
    facts = [str(work.year or ""), f"arXiv:{work.arxiv}" if work.arxiv else work.archive]
    facts += [f"doi: {work.doi}" if work.doi else ""]
    said = ", ".join(fact for fact in facts if fact)
    if said:
        after.append(Run((", " if work.venue else " ") + said))
    if not after:
        runs[-1] = Run(f"“{work.title}{_end(work.title, '.', _CLOSED)}”")
    elif not (work.venue and not said and work.venue.endswith(".")):
        after.append(Run("."))
    runs += after
    if work.address and not work.doi and not work.arxiv:
        runs += [Run(" [Online]. Available: "), Run(work.address, Look.ADDRESS)]
    return runs


def _source(work: Work, *, preprint: str) -> list[Run]:
    """Where it came out: the venue in italics, or the archive."""
    if work.venue:
        lead = Run(" In " if work.conference else " ")
        return [lead, Run(work.venue, Look.ITALIC), Run(_end(work.venue, ".", _CLOSED))]
    return [Run(f" {preprint}{work.archive}.")] if work.archive else []


def _with_address(runs: list[Run], work: Work) -> list[Run]:
    return [*runs, Run(" "), Run(work.address, Look.ADDRESS)] if work.address else runs


def _apa_names(people: Sequence[PersonName]) -> str:
    names = [
        _joined(", ", _joined(" ", one.particle, one.family), one.initials, one.suffix)
        for one in people
    ]
    if len(names) > 20:
        return f"{', '.join(names[:19])}, … {names[-1]}"
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])}, & {names[-1]}"


def _chicago_names(people: Sequence[PersonName]) -> str:
    names = [
        _joined(", ", one.family, _joined(" ", one.given, one.particle), one.suffix)
        if at == 0
        else _joined(" ", one.given, one.particle, one.family, one.suffix)
        for at, one in enumerate(people)
    ]
    if len(names) > 6:
        return f"{', '.join(names[:3])}, et al."
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])}, and {names[-1]}"


def _ieee_names(people: Sequence[PersonName]) -> list[Run]:
    names = [_joined(" ", one.initials, one.particle, one.family, one.suffix) for one in people]
    if len(names) > 6:
        return [Run(f"{names[0]} "), Run("et al.", Look.ITALIC), Run(", ")]
    if not names:
        return []
    if len(names) < 3:
        return [Run(f"{' and '.join(names)}, ")]
    return [Run(f"{', '.join(names[:-1])}, and {names[-1]}, ")]


def _joined(between: str, *parts: str) -> str:
    return between.join(part for part in parts if part)


def _ended(names: str) -> str:
    return names + _end(names, ".", ".")


def _end(text: str, mark: str, closed: str) -> str:
    """The mark after a text, which has none where it ends in one of those in ``closed``."""
    return "" if text.endswith(tuple(closed)) else mark
