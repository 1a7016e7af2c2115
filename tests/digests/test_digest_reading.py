from __future__ import annotations

import hashlib
import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.digests import FORMATS, limits, read
from reader.errors import DigestError
from tests.digests.made_up_pages import CORPUS, SAMPLE, VARIANTS, page, taken_apart

LINKS = "2401.01234\n2401.01235\n2401.01236\nhttps://openreview.net/forum?id=abcDEF123_\n"


def test_bytes_name_and_hash_come_along() -> None:
    digest = read(LINKS.encode(), "/home/a/later\udcff.txt")
    assert digest.name == "later\ufffd.txt"
    assert digest.data == LINKS.encode()
    assert digest.content_hash == hashlib.sha256(digest.data).hexdigest()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b" \n\r\n\t", "no text"),
        (b"\xef\xbb\xbf", "no text"),
        (b"%PDF-1.7\n%\xe2\xe3", "This is a PDF.*copy its text"),
        (b"PK\x03\x04abc", "zip archive"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"SQLite format 3\x00", "a database"),
        (b"\x89PNG\r\n", "a picture"),
        (b"{\\rtf1 abc", "rich-text"),
        (bytes(range(256)) * 8, "not text.*Byte 0 is"),
        (b"<html><body><h1>Log in</h1></body></html>", "login page"),
        (b"<!DOCTYPE html><title>503 Service Unavailable</title>", "error page"),
        (b"<!DOCTYPE html><title>A page</title><p>of text", "web page"),
        (b"@article{a, title={A}", "no entry that could be read"),
        (b'{"papers": []}', "looks like JSON, but no paper could be read"),
        (b"hello", "No papers were found.*Line 1 is “hello”.*Expected"),
        (b"new\n\nSubscribe\n\nApr 28", "No papers were found"),
        (
            b"Get trending papers in your email inbox!\n\nSubscribe\n\nApr 28",
            "No papers were found",
        ),
        (b"# only\n# comments", "No papers"),
    ],
)
def test_what_is_no_digest_is_told(data: bytes, message: str) -> None:
    with pytest.raises(DigestError, match=f"(?s){message}"):
        read(data)


@pytest.mark.parametrize("name", ["empty.txt", "pdf_named.txt", "zip_named.bib", "html_error.html"])
def test_what_is_no_digest_in_the_corpus(name: str) -> None:
    path = CORPUS / "nasty" / name
    if not path.is_file():
        pytest.skip("the corpus is not beside the checkout")
    with pytest.raises(DigestError):
        read(path.read_bytes(), name)


def test_formats_for_choosing() -> None:
    names = [known.name for known in FORMATS]
    assert len(set(names)) == len(names) > 30
    assert read(LINKS.encode(), format="links").format == "links"
    with pytest.raises(DigestError, match=r"no format named “latin”.*trending, links"):
        read(LINKS.encode(), format="latin")
    with pytest.raises(DigestError, match="No papers"):
        read(b"nothing of the kind", format="links")
    assert read(b"A Title of Five Words", format="trending").entries[0].doubt == "no abstract"


def test_limits_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_ENTRIES", 3)
    with pytest.raises(DigestError, match="3 papers a digest"):
        read(LINKS.encode())
    with pytest.raises(DigestError, match="1 MB a paper"):
        read(page([("A Title of Five Words", "We show this. " * 90_000)]).encode())
    monkeypatch.setattr(limits, "LARGEST_FILE", 10)
    with pytest.raises(DigestError, match="too large"):
        read(LINKS.encode())


def understood(data: bytes, format: str | None) -> bool:
    """Whether data is read as papers or refused with a sentence; anything else is raised."""
    try:
        return bool(read(data, format=format).entries)
    except DigestError as error:
        return bool(str(error))


@given(st.one_of(st.binary(max_size=400), st.text(max_size=400).map(lambda t: t.encode())))
def test_any_bytes_are_a_digest_or_an_error(data: bytes) -> None:
    for format in (None, "trending", "links"):
        assert understood(data, format)


WORDS = st.sampled_from(
    ["Attention", "Memory", "Sparse", "Graph", "Transformer", "Mamba", "Learning", "Retrieval"]
)
TITLES = st.lists(WORDS, min_size=4, max_size=9).map(" ".join)
SENTENCES = st.sampled_from(
    [
        "We propose a simple method that is trained from scratch on public data.",
        "However, the cost of this grows quadratically with the length of the input.",
        "Experiments show that it outperforms strong baselines by 3.2\\% on average.",
        "In this paper, we study why this is so and what can be done about it.",
        "Code is available at https://github.com/example/code.",
    ]
)
ABSTRACTS = st.lists(SENTENCES, min_size=5, max_size=9).map(" ".join)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.tuples(TITLES, ABSTRACTS), min_size=2, max_size=12, unique_by=lambda p: p[0]),
    st.sampled_from(sorted(VARIANTS)),
)
def test_generated_pages_are_read_back(papers: list[tuple[str, str]], variant: str) -> None:
    digest = read(VARIANTS[variant](papers).encode())
    assert [entry.title for entry in digest.entries] == [title for title, _ in papers]
    assert [e.abstract.replace("\n\n", " ") for e in digest.entries] == [
        abstract.replace("\\%", "%") for _, abstract in papers
    ]


@pytest.mark.campaign
def test_mutations_of_the_sample() -> None:
    chance = random.Random(20250428)
    original = SAMPLE.read_bytes()
    pages = [build(taken_apart(original.decode())).encode() for build in VARIANTS.values()]
    until = time.monotonic() + 6
    done = 0
    while time.monotonic() < until and done < 1500:
        data = bytearray(chance.choice(pages))
        for _ in range(chance.randint(1, 20)):
            _mutate(data, chance)
        assert understood(bytes(data), None)
        done += 1
    assert done > 50


def _mutate(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data) + 1)
    length = chance.choice((1, 1, 3, 40, 2000))
    match chance.randrange(4):
        case 0:
            data[at : at + length] = b""
        case 1:
            data[at:at] = bytes(chance.randrange(256) for _ in range(min(length, 40)))
        case 2:
            data[at:at] = data[at : at + length]
        case _:
            data[at:at] = chance.choice(
                (b"\\", b"$", b"{", b"\n\n", b"\r", b"<", b"](", b"\xff\xfe")
            )
