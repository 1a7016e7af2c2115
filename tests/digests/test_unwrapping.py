"""Archives, mailboxes and messages: what is in them is read as if it had come alone."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from datetime import date
from email.message import EmailMessage

import pytest

from reader.digests import Refused, read, read_each, unwrapping
from reader.errors import DigestError
from reader.model import Digest
from tests.digests.made_up_pages import SAMPLE

LINKS = b"2401.00001\n2401.00002\n"
PAGE = SAMPLE.read_bytes()


def zipped(members: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def message(text: str, subject: str = "Papers", **kinds: str) -> bytes:
    mail = EmailMessage()
    mail["From"] = "Bruno Reef <bruno@example.org>"
    mail["To"] = "ada@example.org"
    mail["Subject"] = subject
    mail["Date"] = "Fri, 17 Apr 2026 08:30:00 +0000"
    mail.set_content(text, cte="base64")
    for kind, body in kinds.items():
        mail.add_alternative(body, subtype=kind)
    return mail.as_bytes()


def names_of(outcomes: list[Digest | Refused]) -> list[tuple[str, int | str]]:
    return [
        (one.name, len(one.entries) if isinstance(one, Digest) else "refused") for one in outcomes
    ]


def test_gzip_is_read_as_what_is_in_it() -> None:
    [digest] = read_each(gzip.compress(LINKS), "later.txt.gz")
    assert isinstance(digest, Digest)
    assert (digest.name, digest.format, digest.data) == ("later.txt", "links", LINKS)


def test_a_zip_holds_several_digests() -> None:
    data = zipped(
        {
            "a.txt": LINKS,
            "deep/page.txt": PAGE,
            "__MACOSX/a.txt": b"x",
            ".hidden": LINKS,
            "fig.pdf": b"%PDF-1.7",
            "letter.txt": b"Dear Ada",
            "inner.gz": gzip.compress(LINKS),
        }
    )
    assert names_of(read_each(data, "all.zip")) == [
        ("a.txt", 2),
        ("page.txt", 8),
        ("fig.pdf", "refused"),
        ("letter.txt", "refused"),
        ("inner", 2),
    ]


def test_as_one_digest_an_archive_gives_all_its_papers_in_order() -> None:
    digest = read(zipped({"a.txt": LINKS, "letter.txt": b"Dear Ada", "z.txt": PAGE}), "all.zip")
    assert [entry.position for entry in digest.entries] == list(range(1, 11))
    assert (digest.name, digest.title) == ("all.zip", "all")
    assert any(warning.message.startswith("letter.txt: ") for warning in digest.warnings)


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "C:\\x\\..\\y.txt"])
def test_names_in_an_archive_are_only_shown(name: str) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(name, LINKS)
    [digest] = read_each(file.getvalue(), "a.zip")
    assert isinstance(digest, Digest)
    assert "/" not in digest.name


def test_a_lying_archive_is_stopped_by_what_comes_out() -> None:
    bomb = gzip.compress(bytes(60_000_000), 9)
    assert len(bomb) < 100_000
    with pytest.raises(DigestError, match=r"unpacks to more than it should.*limit is 200 MB"):
        read(bomb, "bomb.gz")
    with pytest.raises(DigestError, match="unpacks to more"):
        read(zipped({"a.txt": bytes(60_000_000)}), "bomb.zip")


def test_archives_in_archives_end() -> None:
    data = LINKS
    for _ in range(5):
        data = gzip.compress(data)
    with pytest.raises(DigestError, match="more than 3 deep"):
        read(data, "deep.gz")


def test_too_many_files_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unwrapping, "MOST_PARTS", 2)
    with pytest.raises(DigestError, match="more than 2 files"):
        read(zipped({"a": LINKS, "b": LINKS, "c": LINKS}), "many.zip")


@pytest.mark.parametrize(
    "data",
    [gzip.compress(LINKS)[:-9], zipped({"a": LINKS})[:-30], b"PK\x03\x04zz"],
    ids=["gzip", "zip", "nothing but a mark"],  # the bytes hold the time at which they were made
)
def test_a_damaged_archive_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(DigestError, match=r"damaged (zip|gzip).*another program"):
        read(data, "a.bin")


def test_an_archive_without_digests_says_what_was_in_it() -> None:
    with pytest.raises(
        DigestError, match=r"None of the 2 files in a\.zip lists papers\. The first"
    ):
        read(zipped({"one.txt": b"Dear Ada", "two.txt": b"Dear Bruno"}), "a.zip")


def test_a_message_gives_its_text_subject_and_day() -> None:
    digest = read(message("2401.00001\n2401.00002\n", "Fwd: Re: For the club"), "m.eml")
    assert (digest.format, digest.title, digest.date) == (
        "links",
        "For the club",
        date(2026, 4, 17),
    )
    assert [str(entry.identifiers[0].value) for entry in digest.entries] == [
        "2401.00001",
        "2401.00002",
    ]


def test_a_letter_that_mentions_papers_gives_those() -> None:
    text = "Dear Ada,\n\nplease look at arXiv:2401.00001 before Monday.\n\nYours, Bruno\n"
    digest = read(message(text), "m.eml")
    assert [e.identifiers[0].value for e in digest.entries] == ["2401.00001"]
    assert digest.warnings == ()


def test_a_letter_without_papers_is_refused() -> None:
    with pytest.raises(DigestError, match=r"names no papers.*“Lunch”"):
        read(message("Dear Ada, at noon?", "Lunch"), "m.eml")


def test_an_attached_bibliography_is_read() -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "bruno@example.org", "As promised"
    mail.set_content("Here they are.")
    mail.add_attachment(LINKS, maintype="application", subtype="octet-stream", filename="list.txt")
    assert len(read(mail.as_bytes(), "m.eml").entries) == 2


def test_a_mailbox_holds_a_digest_a_message() -> None:
    mbox = b"".join(
        b"From bruno Fri Apr 17 08:30:00 2026\n" + body.replace(b"\nFrom ", b"\n>From ") + b"\n\n"
        for body in (
            message("2401.00001\n2401.00002\n"),
            message("Nothing today.\nFrom here on, silence.\n"),
            message("2401.00003\n"),
        )
    )
    assert names_of(read_each(mbox, "club.mbox")) == [
        ("club.mbox, message 1", 2),
        ("club.mbox, message 2", "refused"),
        ("club.mbox, message 3", 1),
    ]
    assert len(read(mbox, "club.mbox").entries) == 3


def test_a_line_that_begins_with_from_begins_no_message() -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "bruno@example.org", "One"
    mail.set_content("2401.00001\n\nFrom here on it is the second part.\n\n2401.00002\n")
    mbox = b"From bruno Fri Apr 17 08:30:00 2026\n" + mail.as_bytes()
    assert names_of(read_each(mbox, "a.mbox")) == [("a.mbox, message 1", 2)]


def test_a_recorded_answer_is_read_as_its_body() -> None:
    recorded = json.dumps({"url": "https://a.example", "status_code": 200, "body": LINKS.decode()})
    digest = read(recorded.encode(), "answer.json")
    assert (digest.format, digest.data) == ("links", recorded.encode())


def test_a_message_of_too_many_parts_is_refused() -> None:
    parts = b"".join(b"--x\nContent-Type: text/plain\n\n2401.00001\n" for _ in range(1200))
    head = b"From: a@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
    with pytest.raises(DigestError, match="more than 1,000 parts"):
        read(head + parts + b"--x--\n", "m.eml")
