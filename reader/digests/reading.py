"""The one way from bytes to a Digest."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import chain
from pathlib import PurePath

from reader.digests.foreign import refuse_binary, refuse_markup, refuse_text
from reader.digests.formats import FORMATS
from reader.digests.judging import judged
from reader.digests.limits import check_count, check_size
from reader.digests.mail import Mail, is_mail, read_mail
from reader.digests.refused import Refused
from reader.digests.registry import Format, Parsed, Source
from reader.digests.text.decoding import declared_encoding, decode, tidy
from reader.digests.unwrapping import Part, is_container, parts, recorded_answer
from reader.errors import DigestError
from reader.model import Digest, Entry, Warning
from reader.words import say, to_say


def read(
    data: bytes, name: str = "", *, format: str | None = None, today: date | None = None
) -> Digest:
    """The papers of some bytes; or DigestError says what was expected and where.

    ``name`` is the file's, which helps a little; ``format`` the name of one of FORMATS, when the
    person chose it. ``today`` is for dates without a year. An archive or mailbox gives one digest
    of all its papers; ``read_each`` keeps them apart. Touches nothing but its arguments.
    """
    outcomes = read_each(data, name, format=format, today=today)
    if not is_container(data) and isinstance(outcomes[0], Digest):
        return outcomes[0]
    return _joined(outcomes, data, _file_name(name))


def read_each(
    data: bytes, name: str = "", *, format: str | None = None, today: date | None = None
) -> list[Digest | Refused]:
    """The digests of some bytes: several for a zip archive or an mbox, else one.

    What could not be understood in an archive is a Refused in its place; raises DigestError when
    there is nothing else.
    """
    check_size(data)
    day = today or date.today()
    found = parts(data, _file_name(name))
    if not is_container(data):
        return [_read_part(found[0], format, day)]
    outcomes = [_attempted(part, format, day) for part in found]
    if not any(isinstance(outcome, Digest) for outcome in outcomes):
        raise _nothing_in(outcomes, name)
    return outcomes


def _attempted(part: Part, format_name: str | None, today: date) -> Digest | Refused:
    try:
        return _read_part(part, format_name, today)
    except DigestError as error:
        return Refused(part.name, error)


def _read_part(part: Part, format_name: str | None, today: date) -> Digest:
    if part.error is not None:
        raise part.error
    data = recorded_answer(part.data)
    try:
        if is_mail(data):
            chosen, parsed, repairs = _read_mail(read_mail(data), part.name, format_name, today)
        else:
            chosen, parsed, repairs = _read_data(data, part.name, format_name, today)
    except RecursionError as error:
        # Some libraries follow nesting by calling themselves; their limit is Python's.
        raise DigestError(
            say("{} is nested too deeply to be read.").format(part.name or say("This")),
            advice=say("Such a file is damaged or hostile."),
        ) from error
    return Digest(
        name=part.name,
        format=chosen.name,
        parser_version=chosen.version,
        title=parsed.title,
        date=parsed.date,
        entries=judged(parsed.entries, today),
        data=part.data,
        content_hash=hashlib.sha256(part.data).hexdigest(),
        warnings=tuple(chain(map(Warning, repairs), parsed.warnings)),
    )


_Understood = tuple[Format, Parsed, tuple[str, ...]]
"""The format, what it read, and what had to be repaired before."""


def _read_data(data: bytes, name: str, format_name: str | None, today: date) -> _Understood:
    binary = Source("", name, today, data)
    chosen = _named(format_name) if format_name else _surest(binary, binary=True)
    if chosen is not None and chosen.binary:
        return chosen, chosen.parse(binary), ()
    refuse_binary(data)
    decoded = decode(data, declared_encoding(data))
    source = Source(decoded.text, name, today, data)
    chosen = chosen or _sniffed(source)
    return chosen, _parsed(chosen, source), decoded.repairs


def _read_mail(mail: Mail, name: str, format_name: str | None, today: date) -> _Understood:
    """The text of a message in which a format is surest of papers; else the links in its texts."""
    sources = [Source(text, name, today) for text in mail.texts]
    attempts = [(chosen, source) for source in sources if (chosen := _surest(source))]
    attempts.sort(key=lambda attempt: -attempt[0].sniff(attempt[1]))
    attempts += [(_named("links"), source) for source in sources if not source.is_markup]
    if format_name:
        attempts = [(_named(format_name), source) for source in sources]
    for chosen, source in attempts:
        parsed = chosen.parse(source)
        if parsed.entries or parsed.empty_is_fine:
            warnings = () if chosen.name == "links" else parsed.warnings
            title = mail.subject or parsed.title
            day = parsed.date or mail.day
            return chosen, replace(parsed, title=title, date=day, warnings=warnings), ()
    raise DigestError(
        say("This message names no papers."),
        where=say("Its subject is “{}”.").format(mail.subject[:100]),
    )


def _parsed(chosen: Format, source: Source) -> Parsed:
    if source.is_markup and not chosen.markup:
        refuse_markup(source.text)
    parsed = chosen.parse(source)
    if not parsed.entries and not parsed.empty_is_fine:
        refuse_text(source.text, chosen.expects)
    return parsed


def _joined(outcomes: Sequence[Digest | Refused], data: bytes, name: str) -> Digest:
    """One digest of several, with a warning for each piece that was refused."""
    digests = [outcome for outcome in outcomes if isinstance(outcome, Digest)]
    entries: list[Entry] = []
    warnings: list[Warning] = []
    for outcome in outcomes:
        if isinstance(outcome, Refused):
            warnings.append(Warning(outcome.sentence))
            continue
        before = len(entries)
        entries += [replace(e, position=e.position + before) for e in outcome.entries]
        warnings += [
            Warning(w.message, w.entry + before if w.entry is not None else None)
            for w in outcome.warnings
        ]
        check_count(len(entries))
    return replace(
        digests[0],
        name=name,
        title=digests[0].title if len(digests) == 1 else PurePath(name).stem,
        date=max((digest.date for digest in digests if digest.date), default=None),
        entries=tuple(entries),
        data=data,
        content_hash=hashlib.sha256(data).hexdigest(),
        warnings=tuple(warnings),
    )


def _nothing_in(outcomes: Sequence[Digest | Refused], name: str) -> DigestError:
    refused = [outcome for outcome in outcomes if isinstance(outcome, Refused)]
    if not refused:
        return DigestError(say("{} is empty.").format(_file_name(name)))
    if len(refused) == 1:
        return refused[0].error
    return DigestError(
        say("None of the {} files in {} lists papers.").format(len(refused), _file_name(name)),
        where=say("The first is {}").format(refused[0].sentence),
    )


def _file_name(name: str) -> str:
    return PurePath(tidy(name)).name


def _named(name: str) -> Format:
    for known in FORMATS:
        if known.name == name:
            return known
    names = ", ".join(known.name for known in FORMATS)
    raise DigestError(
        say("There is no format named “{}”.").format(name),
        advice=say("There are: {}.").format(names),
    )


def _surest(source: Source, *, binary: bool = False) -> Format | None:
    """The format that is surest, the earlier one of equals; None when none sees anything."""
    able = [f for f in FORMATS if f.binary is binary and (f.markup or not source.is_markup)]
    sure = max(able, key=lambda known: known.sniff(source), default=None)
    return sure if sure is not None and sure.sniff(source) else None


_ANYTHING = to_say(
    "the copied text of a page of papers, identifiers or links, an arXiv mail, BibTeX, RIS, "
    "a feed, or what a reference manager or read-later service exports"
)


def _sniffed(source: Source) -> Format:
    chosen = _surest(source)
    if chosen is None and source.is_markup:
        refuse_markup(source.text)
    if chosen is None:
        refuse_text(source.text, _ANYTHING)
    return chosen
