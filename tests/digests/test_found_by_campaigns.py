"""Inputs that a campaign of mutated digests found; none may end in anything but an error."""

from __future__ import annotations

import pytest

from reader.digests import read
from reader.errors import DigestError

LINK = "<a href='https://arxiv.org/abs/2401.00001'>Anemones that Attend</a>"


def test_a_page_whose_declaration_never_ends() -> None:
    page = f"<?xml version='1.0' encoding='latin-1' {'x ' * 200}<html><body>{LINK}</body></html>"
    assert len(read(page.encode(), "page.html").entries) == 1


def test_a_name_of_an_element_that_is_none() -> None:
    odd = "<arxiv:@article{type>cross</arxiv:type>"
    feed = (
        f'<feed xmlns="http://a.example" xmlns:arxiv="http://b.example"><entry>{odd}</entry></feed>'
    )
    with pytest.raises(DigestError):
        read(feed.encode(), "x.xml", format="zotero-rdf")


@pytest.mark.parametrize(
    "date",
    ["Tue, 10 Dec 2019 11:24:26 -" + "9" * 30, "9" * 400, "Tue, 99999999999999999999 Dec 1 1:1:1"],
)
def test_a_message_with_an_impossible_date(date: str) -> None:
    mail = f"From: a@example.org\nSubject: x\nDate: {date}\n\n2401.00001\n"
    digest = read(mail.encode(), "m.eml")
    assert (len(digest.entries), digest.date) == (1, None)


@pytest.mark.parametrize("format_name", ["pubmed-xml", "feed", "arxiv-api"])
def test_nothing_but_a_control_character_as_xml(format_name: str) -> None:
    with pytest.raises(DigestError):
        read(b"\x01", "x", format=format_name)


def test_a_message_of_parts_in_parts_in_parts() -> None:
    heads = (
        f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n".encode() for n in range(5000)
    )
    mail = b"From: a@example.org\nMIME-Version: 1.0\n" + b"".join(heads)
    with pytest.raises(DigestError, match="nested too deeply"):
        read(mail, "m.eml")
