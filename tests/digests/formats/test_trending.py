from __future__ import annotations

from datetime import date

import pytest

from reader.digests import read
from reader.errors import DigestError
from reader.model import Digest, Identifier, Link, LinkKind
from tests.digests.made_up_pages import (
    CORPUS,
    SAMPLE,
    SEED,
    VARIANTS,
    Papers,
    cleaned,
    page,
    some_abstracts_missing,
    taken_apart,
)

TODAY = date(2025, 6, 1)

with_corpus = pytest.mark.skipif(not SEED.is_file(), reason="the corpus is not beside the checkout")
SOURCES = [
    pytest.param(SAMPLE, id="sample"),
    pytest.param(SEED, id="seed", marks=with_corpus),
]
SEED_VARIANTS = (
    "crlf_bom",
    "utf16le",
    "noblank",
    "wrapped72",
    "nbsp",
    "markdown_quote",
    "mojibake",
)


def expected(papers: Papers) -> Papers:
    return [(cleaned(title), cleaned(abstract)) for title, abstract in papers]


def found(digest: Digest) -> Papers:
    return [(entry.title, entry.abstract.replace("\n\n", " ")) for entry in digest.entries]


@with_corpus
def test_founding_digest() -> None:
    papers = taken_apart(SEED.read_text())
    digest = read(SEED.read_bytes(), SEED.name, today=TODAY)
    assert len(papers) == 78
    assert found(digest) == expected(papers)
    assert (digest.title, digest.date) == ("Trending papers, Apr 28", date(2025, 4, 28))
    assert digest.format == "trending"
    assert digest.warnings == ()
    assert [entry.position for entry in digest.entries] == list(range(1, 79))
    assert not any(entry.doubt for entry in digest.entries)


@with_corpus
def test_founding_digest_links_and_origin() -> None:
    digest = read(SEED.read_bytes(), today=TODAY)
    lines = SEED.read_text().split("\n")
    for entry in digest.entries:
        assert lines[entry.line - 1] == entry.raw.split("\n")[0]
        assert entry.raw in SEED.read_text()
    first = digest.entries[0]
    assert first.links == (Link(LinkKind.CODE, "https://github.com/hustvl/LightningDiT"),)
    assert first.abstract.endswith("available at: https://github.com/hustvl/LightningDiT.")
    urls = [link.url for entry in digest.entries for link in entry.links]
    assert len(urls) == 22
    assert not any(url.endswith((".", ",")) for url in urls)
    assert all(link.kind is LinkKind.CODE for entry in digest.entries for link in entry.links)
    assert not any(entry.identifiers for entry in digest.entries)


@with_corpus
@pytest.mark.parametrize("variant", SEED_VARIANTS)
def test_seed_variants_of_the_corpus(variant: str) -> None:
    data = (CORPUS / "nasty" / f"seed_{variant}.txt").read_bytes()
    digest = read(data, today=TODAY)
    assert found(digest) == expected(taken_apart(SEED.read_text()))
    assert digest.date == date(2025, 4, 28)


@with_corpus
def test_titles_alone() -> None:
    data = (CORPUS / "nasty" / "seed_titles_only.txt").read_bytes()
    digest = read(data, today=TODAY)
    titles = [title for title, _ in expected(taken_apart(SEED.read_text()))]
    assert [entry.title for entry in digest.entries] == titles
    assert {entry.doubt for entry in digest.entries} == {"no abstract"}


@with_corpus
def test_truncated_in_an_abstract() -> None:
    digest = read((CORPUS / "nasty" / "seed_truncated.txt").read_bytes(), today=TODAY)
    papers = expected(taken_apart(SEED.read_text()))[: len(digest.entries)]
    assert found(digest)[:-1] == papers[:-1]
    last = digest.entries[-1]
    assert papers[-1][0] == last.title
    assert papers[-1][1].startswith(last.abstract)
    assert last.doubt == "abstract may be cut off"
    assert digest.warnings[0].entry == last.position


@with_corpus
def test_nothing_but_the_head() -> None:
    with pytest.raises(DigestError, match="No papers were found"):
        read((CORPUS / "nasty" / "seed_only_preamble.txt").read_bytes())


@pytest.mark.parametrize("path", SOURCES)
@pytest.mark.parametrize("variant", VARIANTS)
def test_variants_of_a_page(path, variant: str) -> None:  # type: ignore[no-untyped-def]
    papers = taken_apart(path.read_text())
    digest = read(VARIANTS[variant](papers).encode(), today=TODAY)
    assert found(digest) == expected(papers)
    assert digest.format == "trending"
    assert digest.date == date(2025, 4, 28)


@pytest.mark.parametrize("path", SOURCES)
@pytest.mark.parametrize("seed", range(8))
def test_a_fifth_of_the_abstracts_missing(path, seed: int) -> None:  # type: ignore[no-untyped-def]
    papers = some_abstracts_missing(taken_apart(path.read_text()), 0.2, seed)
    digest = read(page(papers).encode(), today=TODAY)
    assert found(digest) == expected(papers)
    assert [entry.doubt for entry in digest.entries] == [
        "" if abstract else "no abstract" for _, abstract in papers
    ]


def test_the_sample_teaches_every_key() -> None:
    papers = taken_apart(SAMPLE.read_text())
    digest = read(SAMPLE.read_bytes(), SAMPLE.name, today=TODAY)
    assert found(digest) == expected(papers)
    assert len(digest.entries) == 8
    assert not any(entry.doubt for entry in digest.entries)
    text = " ".join(abstract for _, abstract in papers)
    for key in ("j", "s", "l", "m", "x", "t", "n", "/", "z", "Ctrl+E"):
        assert f"ressing {key} " in text or f" {key} is pressed" in text, key
    assert digest.entries[0].links[0].kind is LinkKind.CODE
    assert digest.entries[4].title.startswith("Tag-δ:")


@pytest.mark.parametrize(
    "variant",
    [
        "markdown links",
        "markdown pictures and links",
        "addresses below titles",
        "addresses above titles",
    ],
)
def test_links_to_papers_name_them(variant: str) -> None:
    papers = taken_apart(SAMPLE.read_text())
    digest = read(VARIANTS[variant](papers).encode(), today=TODAY)
    numbers = [Identifier("arxiv", f"2501.{n:05d}") for n in range(len(papers))]
    assert [entry.identifiers for entry in digest.entries] == [(number,) for number in numbers]
    assert digest.entries[0].links[0] == Link(LinkKind.PAGE, "https://arxiv.org/abs/2501.00000")


def test_cards_twice_are_told() -> None:
    papers = taken_apart(SAMPLE.read_text())
    digest = read(VARIANTS["cards twice"](papers).encode(), today=TODAY)
    assert "8 papers appeared twice" in digest.warnings[0].message


def test_code_button_becomes_a_link() -> None:
    (title, abstract), *_ = taken_apart(SAMPLE.read_text())[1:]
    text = f"Daily Papers\n\n[{title}](/papers/2501.00001)\n\n{abstract}\n\n"
    digest = read((text + "[GitHub 31.7k](https://github.com/example/star)").encode())
    assert Link(LinkKind.CODE, "https://github.com/example/star") in digest.entries[0].links


def test_abstract_without_its_title() -> None:
    papers = taken_apart(SAMPLE.read_text())
    text = "\n\n".join([papers[0][1], *papers[1], *papers[2]])
    digest = read(text.encode())
    assert [entry.title_provisional for entry in digest.entries] == [True, False, False]
    assert digest.entries[0].doubt == "no title"
    assert digest.entries[0].abstract == cleaned(papers[0][1])


def test_identifiers_of_other_papers_in_abstracts_are_not_taken() -> None:
    title, abstract = taken_apart(SAMPLE.read_text())[0]
    text = page([(title, f"{abstract} It builds on arXiv:1706.03762.")])
    assert read(text.encode()).entries[0].identifiers == ()


@pytest.mark.parametrize(
    ("line", "today", "day"),
    [
        ("Apr 28", date(2025, 4, 28), date(2025, 4, 28)),
        ("Apr 28", date(2025, 4, 27), date(2024, 4, 28)),
        ("Dec 31", date(2026, 1, 1), date(2025, 12, 31)),
        ("Feb 29", date(2027, 3, 1), date(2024, 2, 29)),
        ("April 28, 2023", date(2025, 4, 27), date(2023, 4, 28)),
        ("28 Apr 2023", date(2025, 4, 27), date(2023, 4, 28)),
        ("2023-04-28", date(2025, 4, 27), date(2023, 4, 28)),
        ("Mon, Apr 28", date(2025, 5, 1), date(2025, 4, 28)),
    ],
)
def test_date_line(line: str, today: date, day: date) -> None:
    papers = taken_apart(SAMPLE.read_text())
    digest = read(page(papers, (*("Daily Papers", "Subscribe"), line)).encode(), today=today)
    assert digest.date == day
    assert len(digest.entries) == 8


def test_text_without_a_page_is_named_after_its_file() -> None:
    papers = taken_apart(SAMPLE.read_text())
    digest = read(page(papers, ()).encode(), "evening reading.txt")
    assert (digest.title, digest.date) == ("evening reading", None)
    assert found(digest) == expected(papers)


def test_invisible_characters_leave_titles() -> None:
    title, abstract = taken_apart(SAMPLE.read_text())[1]
    text = page([(f"\u202e{title[:4]}\u200b{title[4:]}\u2066", abstract)])
    entry = read(text.encode()).entries[0]
    assert entry.title == title
    assert "\u202e" in entry.raw
