"""Days of the person as the moments that the database keeps, which are UTC."""

from __future__ import annotations

from datetime import UTC, date, datetime, time


def stored(moment: datetime) -> str:
    """A moment as the database writes it; text sorts as the moments do."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def begins(day: date) -> str:
    """The first moment of a day where the person is, as the database writes it.

    Raises ValueError or OverflowError for the very first and last days of the calendar.
    """
    return stored(datetime.combine(day, time()).astimezone())
