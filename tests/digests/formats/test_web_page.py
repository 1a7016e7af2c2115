from __future__ import annotations

import pytest

from reader.errors import DigestError
from tests.digests.formats.facts import of_text
from tests.digests.made_up_pages import SAMPLE

PAGE = """<!doctype html><html><head><title>Tide club: papers of April</title></head><body><nav>
<a href="/login">Log in</a></nav><p><a href="https://arxiv.org/abs/2401.00001">PDF</a>
<a href="https://arxiv.org/abs/2401.00001v2">Anemones that Attend to One Another</a></p>
<p>and <a href="https://doi.org/10.5555/bridges">doi</a> and <a href="https://example.org/">home</a></p>
</body></html>"""


def test_the_papers_that_links_lead_to() -> None:
    digest = of_text(PAGE, "page.html")
    assert (digest.format, digest.title) == ("web-page", "Tide club: papers of April")
    assert [(entry.title, entry.title_provisional) for entry in digest.entries] == [
        ("Anemones that Attend to One Another", True),
        ("doi:10.5555/bridges", True),
    ]


def test_a_page_of_titles_and_abstracts_is_read_as_its_text_with_its_links() -> None:
    paragraphs = SAMPLE.read_text(encoding="utf-8").strip().split("\n\n")
    cards = "".join(
        f"<h3><a href='https://huggingface.co/papers/2604.0000{n}'>{title}</a></h3><p>{abstract}</p>"
        for n, (title, abstract) in enumerate(zip(paragraphs[5::2], paragraphs[6::2], strict=False))
    )
    digest = of_text(f"<!doctype html><html><body>"
                     f"<p>Get trending papers in your email inbox!</p>{cards}"
                     "</body></html>")  # fmt: skip
    assert len(digest.entries) == 8
    assert all(entry.abstract for entry in digest.entries)
    assert digest.entries[0].identifiers[0].value == "2604.00000"


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ("<html><body><h1>Log in</h1><a href='/x'>x</a></body></html>", "login page"),
        ("<html><body><a href='/x'>Home</a><p>404 Not Found</p></body></html>", "error page"),
        ("<html><body><a href='https://example.org'>A page</a></body></html>", "web page"),
    ],
)
def test_a_page_without_papers_is_refused_as_what_it_is(page: str, message: str) -> None:
    with pytest.raises(DigestError, match=message):
        of_text(page)


def test_deep_nesting_is_refused_with_the_place() -> None:
    with pytest.raises(DigestError, match=r"more than 200 elements deep.*<b>"):
        of_text("<html><a href='https://arxiv.org/abs/2401.00001'>x</a>" + "<b>" * 5000)
