"""E-mail (RFC 5322, MIME): the texts of a message, which the formats then read like any other."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from email.message import EmailMessage, Message
from email.policy import default

from reader.digests.text.dates import day_of
from reader.digests.text.decoding import decode, tidy
from reader.errors import DigestError
from reader.words import number, say

_HEADER = re.compile(rb"([A-Za-z][A-Za-z0-9-]{0,60}):[ \t]?[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*")
_OF_MAIL = {
    b"from", b"to", b"subject", b"date", b"received", b"message-id", b"mime-version",
    b"content-type", b"return-path", b"delivered-to", b"reply-to", b"list-id", b"sender",
}  # fmt: skip
_ONLY_OF_MAIL = _OF_MAIL - {b"subject", b"date", b"to"}
_PREFIX = re.compile(r"^(?:\s*(?:re|fwd?|aw|wg|tr)\s*:)+\s*", re.IGNORECASE)
_MOST_PARTS = 1000


@dataclass(frozen=True, slots=True)
class Mail:
    """A message: its subject without ``Fwd:``, its day, and its texts, plain ones first."""

    subject: str
    day: date | None
    texts: tuple[str, ...]


def is_mail(data: bytes) -> bool:
    """Whether the data begins with the headers of a message."""
    names: set[bytes] = set()
    at = 0
    while (found := _HEADER.match(data, at)) and at < 100_000:
        names.add(found[1].lower())
        at = found.end()
    return len(names & _OF_MAIL) >= 2 and bool(names & _ONLY_OF_MAIL)


def read_mail(data: bytes) -> Mail:
    """The texts of a message. Raises DigestError when it has too many parts."""
    message = email.message_from_bytes(data, policy=default)
    texts = [text for kind, text in _texts(message) if kind == "plain"]
    pages = [text for kind, text in _texts(message) if kind == "html"]
    subject = _PREFIX.sub("", _header(message, "Subject"))
    return Mail(subject, day_of(_header(message, "Date")), (*texts, *pages))


def _texts(message: Message) -> Iterator[tuple[str, str]]:
    """The kind (plain or html) and text of each part that a person would read."""
    for count, part in enumerate(message.walk()):
        if count > _MOST_PARTS:
            raise DigestError(
                say("This message has more than {} parts.").format(number(_MOST_PARTS)),
                advice=say("Save what you need of it and import that."),
            )
        if part.is_multipart() or part.get_content_maintype() not in ("text", "application"):
            continue
        kind = "html" if part.get_content_subtype() == "html" else "plain"
        body = part.get_payload(decode=True)
        if isinstance(body, bytes) and body.strip() and _is_read(part):
            yield kind, decode(body, part.get_content_charset() or "").text


def _is_read(part: Message) -> bool:
    """Texts, and attachments that are one (a ``.bib``); no calendars, no PDFs."""
    name = (part.get_filename() or "").lower()
    if part.get_content_maintype() == "text":
        return part.get_content_subtype() not in ("calendar", "css", "vcard")
    return name.endswith((".bib", ".ris", ".nbib", ".enw", ".json", ".xml", ".txt", ".csv", ".md"))


def _header(message: Message, name: str) -> str:
    """A header decoded, on one line; what is not to be decoded stays as it is."""
    assert isinstance(message, EmailMessage)
    try:
        value = str(message[name] or "")
    except (ValueError, LookupError, AttributeError, TypeError, OverflowError):
        # The email package stumbles over some damaged headers.
        value = next((str(v) for k, v in message.raw_items() if k.lower() == name.lower()), "")
    return " ".join(tidy(value).split())
