"""Identifiers and addresses, one or many a line."""

from __future__ import annotations

import pytest

from reader.digests import read
from reader.model import Identifier, LinkKind
from tests.digests.made_up_pages import CORPUS

LINKS = """2401.01234
arXiv:2401.01234v2
https://arxiv.org/pdf/2401.01234v3.pdf
https://doi.org/10.48550/arXiv.2401.01234
hep-th/9901001
math.GT/0309136
10.1093/mnras/stac3676
https://huggingface.co/papers/2510.21057#community

# comment
https://openreview.net/forum?id=abcDEF123_
"""


def test_list_of_links() -> None:
    digest = read(LINKS.encode(), "later.txt")
    assert (digest.format, digest.title, digest.date) == ("links", "later", None)
    assert [entry.identifiers[0] for entry in digest.entries] == [
        Identifier("arxiv", "2401.01234"),
        Identifier("arxiv", "hep-th/9901001"),
        Identifier("arxiv", "math/0309136"),
        Identifier("doi", "10.1093/mnras/stac3676"),
        Identifier("arxiv", "2510.21057"),
        Identifier("openreview", "abcDEF123_"),
    ]
    first = digest.entries[0]
    assert (first.title, first.doubt) == ("arXiv:2401.01234", "title not known yet")
    assert first.title_provisional
    assert first.links[0].url == "https://arxiv.org/abs/2401.01234"
    assert first.raw.count("\n") == 3
    assert [entry.line for entry in digest.entries] == [1, 5, 6, 7, 8, 11]
    assert digest.warnings == ()


def test_list_of_links_of_the_corpus() -> None:
    path = CORPUS / "nasty" / "links.txt"
    if not path.is_file():
        pytest.skip("the corpus is not beside the checkout")
    assert len(read(path.read_bytes()).entries) == 6


def test_many_on_a_line_other_sites_and_lines_not_understood() -> None:
    text = (
        "2401.00001, 2401.00002; 10.1234/a\nhttps://example.org/paper.html\n"
        "- The Title of a Paper: https://arxiv.org/abs/2401.00003\nwhat is this\n"
    )
    digest = read(text.encode())
    assert len(digest.entries) == 5
    other, titled = digest.entries[3:]
    assert (other.title, other.links[0].kind) == ("https://example.org/paper.html", LinkKind.OTHER)
    assert (titled.title, titled.title_provisional) == ("The Title of a Paper", True)
    assert titled.doubt == "title as written beside the link"
    assert [w.message for w in digest.warnings] == ["Line 4 was not understood: “what is this”."]


def test_one_identifier_is_a_digest() -> None:
    assert len(read(b"2401.01234").entries) == 1
