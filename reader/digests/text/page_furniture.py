"""Knows what stands on a page of papers but is no paper: buttons, votes, dates, counts, menus.

Only whole paragraphs are furniture; taking out single lines ate words of wrapped titles.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from reader.digests.text.paragraphs import Paragraph

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
_DATES = tuple(
    re.compile(_WEEKDAY + form, re.IGNORECASE)
    for form in (
        rf"{_MONTH}\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<year>(?:19|20)\d\d))?",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH}\.?(?:,?\s+(?P<year>(?:19|20)\d\d))?",
    )
)
_ISO_DATE = re.compile(r"(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)")

_COUNT = r"[+-]?\d[\d.,]*\s?[km]?"
_SOME_DATE = (
    r"(?:[a-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?(?:,?\s+\d{4})?|"
    r"\d{1,2}\s+[a-z]{3,9}\.?(?:,?\s+\d{4})?|\d{4}-\d\d-\d\d|"
    r"(?:about\s+)?(?:\d+|an?)\s+(?:minute|hour|day|week|month|year)s?\s+ago|yesterday|today)"
)

_BRAND = re.compile(
    r"get trending papers in your email inbox!?|by\s*ak and the research community|"
    r"(?:daily|trending) papers|hugging ?face",
    re.IGNORECASE,
)
_CARD = re.compile(
    rf"[·•|*-]|(?:▲\s*)?{_COUNT}|(?:▲\s*)?(?:{_COUNT}\s+)?(?:up)?votes?(?:\s*[:·]?\s*{_COUNT})?|"
    rf"(?:·\s*)?{_COUNT}\s+(?:authors?|comments?|likes?|stars?|replies|reply|models?|datasets?|"
    rf"spaces?|points?)|submitted by.{{0,60}}|(?:published|submitted)(?: on)?:?\s+{_SOME_DATE}|"
    rf"github(?:\s+(?:page|repo(?:sitory)?|{_COUNT}))?|(?:view )?(?:arxiv|project|paper)(?: page)?|"
    rf"(?:view )?(?:pdf|code|demo|abstract)|"
    rf"(?:[^·\n]{{1,60}})?·\s*(?:(?:published|submitted) on\s+)?"
    rf"(?:{_SOME_DATE}|{_COUNT}\s+(?:authors?|comments?))",
    re.IGNORECASE,
)
_MENU = re.compile(
    r"new|hot|top|subscribe|log ?in|sign (?:in|up)|search|menu|home|daily|weekly|monthly|previous|"
    r"next|load more|show more|back to top|models?|datasets?|spaces|papers|community|docs|"
    r"enterprise|pricing|company|tos|terms(?: of service)?|privacy(?: policy)?|about|careers|jobs|"
    r"website|blog|posts|theme|share|bookmark|read more|see (?:all|more)|tl;dr|"
    r"ai[- ]generated summary|"
    r"(?:©|\(c\)).{0,40}|skip to (?:main )?content",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"@?[\w.-]{1,40}")
_LONG = 120
_STOPS = (".", "!", "…")
_LONGEST_NAME = 60


def is_brand(text: str) -> bool:
    """Whether a paragraph is a line that only a page of trending papers has."""
    return bool(_BRAND.fullmatch(text))


def is_card_furniture(text: str) -> bool:
    """Whether a paragraph is votes, a count, a button or a date of a paper's card."""
    return len(text) <= 130 and bool(_CARD.fullmatch(text) or _is_date(text))


def is_furniture(paragraph: Paragraph) -> bool:
    """Whether all lines of a paragraph are things of the page."""
    return all(
        is_card_furniture(line) or is_brand(line) or bool(_MENU.fullmatch(line[:60]))
        for line in paragraph.lines
    )


def furniture_places(paragraphs: Sequence[Paragraph]) -> list[bool]:
    """Which paragraphs are furniture, those included that only their neighbours give away."""
    places = [is_furniture(paragraph) for paragraph in paragraphs]
    for at, paragraph in enumerate(paragraphs):
        text = paragraph.text
        if not places[at]:
            places[at] = _names_a_sender(paragraphs, at, text) or _before_dot(paragraphs, at, text)
    for at in _organisations(paragraphs, places):
        places[at] = True
    return places


def date_of(text: str, today: date) -> date | None:
    """The day that a date line names. Without a year: the latest such day that is not to come."""
    for form in _DATES:
        if found := form.fullmatch(text):
            month = _MONTHS.index(found["month"][:3].lower()) + 1
            return _day(found["year"], month, int(found["day"]), today)
    if found := _ISO_DATE.fullmatch(text):
        return _day(found["year"], int(found["number"]), int(found["day"]), today)
    return None


def _day(year: str | None, month: int, day: int, today: date) -> date | None:
    # Eight years back always hold a 29 February.
    years = [int(year)] if year else range(today.year, max(0, today.year - 9), -1)
    for candidate in years:
        try:
            found = date(candidate, month, day)
        except ValueError:
            continue
        if year or found <= today:
            return found
    return None


def _is_date(text: str) -> bool:
    return len(text) <= 40 and date_of(text, date(2024, 12, 31)) is not None


def _names_a_sender(paragraphs: Sequence[Paragraph], at: int, text: str) -> bool:
    """The account after a line that says only "Submitted by"."""
    before = paragraphs[at - 1].text.lower() if at else ""
    return before == "submitted by" and bool(_HANDLE.fullmatch(text))


def _before_dot(paragraphs: Sequence[Paragraph], at: int, text: str) -> bool:
    """The organisation that a ``·`` parts from the date after it."""
    after = paragraphs[at + 1].text if at + 1 < len(paragraphs) else ""
    return len(text) <= _LONGEST_NAME and after.startswith("·")


def _organisations(paragraphs: Sequence[Paragraph], places: list[bool]) -> list[int]:
    """Short paragraphs between an abstract and its card's furniture.

    Only on a page whose abstracts are all followed by furniture: elsewhere such a paragraph may
    well be a title.
    """
    feet = 0
    suspects = []
    longs = [at for at, one in enumerate(paragraphs) if _looks_like_abstract(one.text)]
    for at in longs:
        after, then = (_place(places, at + 1), _place(places, at + 2))
        if after is True:
            feet += 1
        elif then is True and len(paragraphs[at + 1].text) <= _LONGEST_NAME:
            feet += 1
            suspects.append(at + 1)
    return suspects if len(longs) > 1 and feet >= 0.9 * len(longs) else []


def _looks_like_abstract(text: str) -> bool:
    return len(text) >= _LONG and (text.endswith(_STOPS) or len(text) >= 3 * _LONG)


def _place(places: list[bool], at: int) -> bool | None:
    return places[at] if at < len(places) else None
