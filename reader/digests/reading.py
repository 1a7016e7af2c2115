"""The one way from bytes to a Digest."""

from __future__ import annotations

import hashlib
from datetime import date
from itertools import chain
from pathlib import PurePath

from reader.digests.foreign import refuse_binary, refuse_markup, refuse_text
from reader.digests.formats import FORMATS
from reader.digests.judging import judged
from reader.digests.limits import check_size
from reader.digests.registry import Format, Source
from reader.digests.text.decoding import declared_encoding, decode, tidy
from reader.errors import DigestError
from reader.model import Digest, Warning


def read(
    data: bytes, name: str = "", *, format: str | None = None, today: date | None = None
) -> Digest:
    """The papers of some bytes; at least one, or DigestError says what was expected and where.

    ``name`` is the file's, which helps a little; ``format`` the name of one of FORMATS, when the
    person chose it. ``today`` is for dates without a year. Touches nothing but its arguments.
    """
    check_size(data)
    refuse_binary(data)
    decoded = decode(data, declared_encoding(data))
    source = Source(decoded.text, PurePath(tidy(name)).name, today or date.today(), data)
    chosen = _named(format) if format else _sniffed(source)
    if source.is_markup and not chosen.markup:
        refuse_markup(source.text)
    parsed = chosen.parse(source)
    if not parsed.entries and not parsed.empty_is_fine:
        refuse_text(source.text, chosen.expects)
    return Digest(
        name=source.name,
        format=chosen.name,
        parser_version=chosen.version,
        title=parsed.title,
        date=parsed.date,
        entries=judged(parsed.entries, source.today),
        data=data,
        content_hash=hashlib.sha256(data).hexdigest(),
        warnings=tuple(chain(map(Warning, decoded.repairs), parsed.warnings)),
    )


def _named(name: str) -> Format:
    for known in FORMATS:
        if known.name == name:
            return known
    names = ", ".join(known.name for known in FORMATS)
    raise DigestError(f"There is no format named “{name}”.", advice=f"There are: {names}.")


def _sniffed(source: Source) -> Format:
    """The format that is surest; the earlier one of equals."""
    scores = [
        known.sniff(source) if known.markup or not source.is_markup else 0 for known in FORMATS
    ]
    if source.is_markup and not max(scores):
        refuse_markup(source.text)
    if not max(scores):
        refuse_text(source.text, "; ".join(known.expects for known in FORMATS))
    return FORMATS[scores.index(max(scores))]
