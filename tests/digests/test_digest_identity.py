from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.digests import identifiers
from reader.digests.identifiers import (
    find_identifiers,
    identify,
    normalised_arxiv,
    normalised_doi,
    page_link,
    written,
)
from reader.digests.identity import KnownWork, near_title, nearest_title, same_work, title_key
from reader.model import Identifier

ARXIV = Identifier("arxiv", "2401.01234")
LONG = title_key("A Title Long Enough to Be Sure")


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("2401.01234", ARXIV),
        ("arXiv:2401.01234v2", ARXIV),
        ("arxiv: 2401.01234,", ARXIV),
        ("https://arxiv.org/pdf/2401.01234v3.pdf", ARXIV),
        ("http://export.arxiv.org/abs/2401.01234?context=cs", ARXIV),
        ("https://ar5iv.labs.arxiv.org/html/2401.01234", ARXIV),
        ("https://doi.org/10.48550/arXiv.2401.01234", ARXIV),
        ("(https://doi.org/10.48550/ARXIV.2401.01234v2).", ARXIV),
        ("https://huggingface.co/papers/2401.01234#community", ARXIV),
        ("https://www.alphaxiv.org/abs/2401.01234", ARXIV),
        ("hep-th/9901001v1", Identifier("arxiv", "hep-th/9901001")),
        ("math.GT/0309136", Identifier("arxiv", "math/0309136")),
        ("https://arxiv.org/abs/math.GT/0309136", Identifier("arxiv", "math/0309136")),
        ("10.1093/MNRAS/stac3676.", Identifier("doi", "10.1093/mnras/stac3676")),
        (
            "(doi:10.1016/S0140-6736(05)12345-6).",
            Identifier("doi", "10.1016/s0140-6736(05)12345-6"),
        ),
        ("https://doi.org/10.1002%2Fabc.123", Identifier("doi", "10.1002/abc.123")),
        (
            "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2",
            Identifier(
                "doi", "10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2"
            ),
        ),
        (
            "https://dl.acm.org/doi/abs/10.1145/3292500.3330701?download=true",
            Identifier("doi", "10.1145/3292500.3330701"),
        ),
        (
            "https://www.frontiersin.org/articles/10.3389/fnins.2019.00095/full",
            Identifier("doi", "10.3389/fnins.2019.00095"),
        ),
        ("https://doi.org/10.1093/2401.01234", Identifier("doi", "10.1093/2401.01234")),
        (
            "https://openreview.net/pdf?noteId=1&id=abcDEF123_&x=1",
            Identifier("openreview", "abcDEF123_"),
        ),
        ("https://aclanthology.org/2020.acl-main.1/", Identifier("acl", "2020.acl-main.1")),
        ("https://www.aclweb.org/anthology/P19-1001.pdf", Identifier("acl", "P19-1001")),
        ("PMID: 012345", Identifier("pubmed", "12345")),
        ("https://pubmed.ncbi.nlm.nih.gov/12345/", Identifier("pubmed", "12345")),
        ("https://api.semanticscholar.org/CorpusID:99", Identifier("s2", "CorpusID:99")),
        (f"https://www.semanticscholar.org/paper/A-b/{'Ab' * 20}", Identifier("s2", "ab" * 20)),
        ("version 1234.5678 of 3.1415", None),
        ("2413.01234", None),
        ("2401.01234.5", None),
        ("https://example.org/2401", None),
    ],
)
def test_identify(text: str, identifier: Identifier | None) -> None:
    assert identify(text) == identifier


def test_several_on_a_line_and_where() -> None:
    text = "10.1234/a,10.1234/b; see arXiv:2401.01234, https://arxiv.org/abs/2402.00001."
    found = find_identifiers(text)
    assert [one.identifier.value for one in found] == [
        "10.1234/a",
        "10.1234/b",
        "2401.01234",
        "2402.00001",
    ]
    assert text[found[3].start : found[3].end] == "https://arxiv.org/abs/2402.00001"


IDENTIFIERS = st.one_of(
    st.from_regex(r"\A\d\d(0[1-9]|1[0-2])\.\d{5}\Z").map(lambda v: Identifier("arxiv", v)),
    st.from_regex(r"\A10\.\d{4}/[a-z0-9][a-z0-9.()/-]{0,20}[a-z0-9]\Z").map(
        lambda v: Identifier("doi", v)
    ),
    st.from_regex(r"\A[A-Za-z0-9_-]{10}\Z").map(lambda v: Identifier("openreview", v)),
    st.from_regex(r"\A[A-Z]\d\d-\d{4}\Z").map(lambda v: Identifier("acl", v)),
    st.from_regex(r"\A[1-9]\d{1,7}\Z").map(lambda v: Identifier("pubmed", v)),
    st.from_regex(r"\A[0-9a-f]{40}\Z").map(lambda v: Identifier("s2", v)),
)


@given(IDENTIFIERS)
def test_what_is_written_is_recognised(identifier: Identifier) -> None:
    if identifier.scheme == "doi" and not _ascii(identifier.value):
        return
    if identifier.scheme != "openreview":
        assert _ascii(identifier.value) is False or identify(written(identifier)) == identifier
    link = page_link(identifier)
    assert link is not None
    if identifier.scheme not in ("s2", "doi") and _ascii(identifier.value):
        assert identify(link.url) == identifier


def _ascii(text: str) -> bool:
    return text.isascii()


@given(st.text(max_size=60))
def test_normalising_twice_is_normalising_once(text: str) -> None:
    number = normalised_arxiv(text)
    assert normalised_arxiv(number).split("v")[0] == number.split("v")[0]
    for one in find_identifiers(text):
        again = identify(written(one.identifier))
        assert again is None or again == one.identifier


@given(st.from_regex(r"\A10\.\d{4,9}/[!-~]{1,40}\Z"))
def test_doi_normalised_twice(text: str) -> None:
    if "%" not in text:  # what is escaped twice is unescaped twice
        assert normalised_doi(normalised_doi(text)) == normalised_doi(text)


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "a.",
        "10.1234/",
        "semanticscholar.org/paper/",
        "arxiv.org/abs/",
        "https://",
        "1",
        "A19-",
    ],
)
def test_identifiers_take_time_in_proportion(piece: str) -> None:
    started = time.perf_counter()
    find_identifiers(piece * (300_000 // len(piece)))
    assert time.perf_counter() - started < 3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("PIXART-{\\delta}: Fast", "Pixart–δ:  fast"),
        ("Gödel &amp; <i>Escher</i>", "Godel Escher"),
        (r"G\"odel", "Gödel"),
        ("Straße", "STRASSE"),
        ("x² ﬁne", "x2 fine"),
    ],
)
def test_equal_title_keys(one: str, other: str) -> None:
    assert title_key(one) == title_key(other)


@given(st.text())
def test_title_key_of_a_key_is_the_key(title: str) -> None:
    key = title_key(title)
    assert title_key(key) == key
    assert not key or key.isalnum()


def test_same_identifier_is_the_same_work() -> None:
    assert same_work(KnownWork("a", (ARXIV,)), KnownWork("b", (ARXIV,)))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (KnownWork(LONG), KnownWork(LONG), True),
        (KnownWork("survey"), KnownWork("survey"), False),
        (KnownWork(LONG), KnownWork(LONG + "ii"), False),
        (KnownWork(LONG, (ARXIV,)), KnownWork(LONG, (Identifier("arxiv", "2401.1"),)), False),
        (KnownWork(LONG, (ARXIV,)), KnownWork(LONG, (Identifier("doi", "10.1/x"),)), True),
        (KnownWork(LONG, year=2020), KnownWork(LONG, year=2021), True),
        (KnownWork(LONG, year=2020), KnownWork(LONG, year=2023), False),
        (
            KnownWork(LONG, year=2020, authors=("Ada Lovelace",)),
            KnownWork(LONG, year=2023, authors=("Lovelace, A.",)),
            True,
        ),
        (KnownWork(LONG, authors=("A. Noether",)), KnownWork(LONG, authors=("B. Hopper",)), False),
        (KnownWork(LONG, authors=("A. Noether",)), KnownWork(LONG, year=2020), True),
        (KnownWork(""), KnownWork(""), False),
    ],
)
def test_same_work_by_title(one: KnownWork, other: KnownWork, same: bool) -> None:
    assert same_work(one, other) is same
    assert same_work(other, one) is same


def test_near_titles_only_suggest() -> None:
    part_one, part_two = (
        title_key("On the Theory of Things, Part I"),
        title_key("On the Theory of Things, Part II"),
    )
    assert near_title(part_one, part_two)
    assert not same_work(KnownWork(part_one), KnownWork(part_two))
    assert not near_title(part_one, title_key("Something Else Entirely about Nothing"))
    assert nearest_title(part_one, ["nothing", part_two]) == 1
    assert nearest_title("short", ["short"]) is None


_SIGNS = st.sampled_from(
    [
        "10.5555/x", "10.48550/arXiv.2401.00001", "arXiv:", "2401.00001", "v2", "hep-th/9901001",
        "https://openreview.net/forum?id=abcDEF123_", "https://aclanthology.org/P19-1001",
        "P19-1001", "PMID: 77", "pubmed.ncbi.nlm.nih.gov/77", "CorpusID:7", "s2:", "a" * 40, " ",
        "\n", ".", "/",
        "https://huggingface.co/papers/2401.00001", "ACL:", "é", "X",
    ]
)  # fmt: skip


@given(st.lists(_SIGNS, max_size=8).map("".join))
def test_looking_for_signs_first_passes_no_identifier_over(text: str) -> None:
    found = find_identifiers(text)
    with pytest.MonkeyPatch.context() as patch:
        everywhere = tuple((*kind[:2], ("",)) for kind in identifiers._PATTERNS)
        patch.setattr(identifiers, "_PATTERNS", everywhere)
        assert find_identifiers(text) == found
