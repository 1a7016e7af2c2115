"""Days and moments as digests write them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

_YEAR = re.compile(r"(?<!\d)(1[4-9]\d\d|2\d\d\d|3\d\d\d)(?!\d)")
_ISO_DAY = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_SECONDS = re.compile(r"\d{9,10}(?:\.\d{1,9})?")
_MILLISECONDS = re.compile(r"\d{13}")


def year_in(text: str) -> int | None:
    """The first number of a text that can be a year, plausible or not, or None."""
    found = _YEAR.search(text)
    return int(found[1]) if found else None


def moment_of(text: str) -> datetime | None:
    """A moment written as in ISO 8601, RFC 5322, or in seconds since 1970; in UTC, or None.

    One without a time zone is taken as UTC.
    """
    text = text.strip()
    for read in (_since_1970, _iso, _mail):
        try:
            moment = read(text)
            if moment is not None:
                return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
        except (ValueError, OverflowError, OSError, TypeError, IndexError):
            continue
    return None


def day_of(text: str) -> date | None:
    """The day of a moment, or an ISO day anywhere in a text; None when there is none."""
    found = _ISO_DAY.search(text)
    if found:
        try:
            return date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            return None
    moment = moment_of(text)
    return moment.date() if moment else None


def _since_1970(text: str) -> datetime | None:
    if _SECONDS.fullmatch(text):
        return datetime.fromtimestamp(float(text), UTC)
    return datetime.fromtimestamp(int(text) / 1000, UTC) if _MILLISECONDS.fullmatch(text) else None


def _iso(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text[:4].isdigit() and len(text) >= 10 else None


def _mail(text: str) -> datetime | None:
    return parsedate_to_datetime(text) if len(text) <= 100 else None
