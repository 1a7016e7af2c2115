from __future__ import annotations

from datetime import date

import pytest

from reader.errors import DigestError
from tests.digests.formats.facts import facts, links, of_corpus, of_text

ARXIV = """<?xml version='1.0' encoding='UTF-8'?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom">
<channel><title>cs.LG updates on arXiv.org</title><pubDate>Fri, 17 Apr 2026 00:00:00 -0400</pubDate>
<item><title>Anemones &amp; Bays: $H_2$O</title><link>https://arxiv.org/abs/2604.00001</link>
<description>arXiv:2604.00001v3 Announce Type: replace
Abstract: They attend to one another.</description>
<dc:creator>Ada Tide, Bruno Reef</dc:creator><pubDate>Fri, 17 Apr 2026 00:00:00 -0400</pubDate></item>
</channel></rss>"""

JOURNAL = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/">
<channel rdf:about="https://example.org"><title>Slow Animals</title></channel>
<item rdf:about="https://example.org/1"><title>Bridges &lt;i&gt;remember&lt;/i&gt;</title>
<link>https://example.org/1</link><dc:creator>Chloe Span</dc:creator><dc:creator>Dara Cloud</dc:creator>
<prism:doi>10.5555/bridges</prism:doi><prism:publicationName>Journal of Slow Animals</prism:publicationName>
<dc:date>2023-02-01</dc:date><description>A bridge with memory sways…</description></item>
</rdf:RDF>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Notes</title><updated>2026-04-01T00:00:00Z</updated>
<entry><title>Clouds in Boxes</title><id>urn:1</id><link href="https://doi.org/10.5555/clouds"/>
<author><name>Dara Cloud</name></author><author><name>Emil Box</name></author>
<published>2022-01-01T00:00:00Z</published>
<content type="html">&lt;p&gt;We put clouds into boxes, one after the other, and look at them for as
long as it takes.&lt;/p&gt;&lt;p&gt;They do not mind; H&lt;sub&gt;2&lt;/sub&gt;O stays H&lt;sub&gt;2&lt;/sub&gt;O.&lt;/p&gt;
</content></entry></feed>"""


def test_arxiv() -> None:
    digest = of_text(ARXIV, "cs.xml")
    [entry] = digest.entries
    assert (digest.format, digest.title) == ("feed", "cs.LG updates on arXiv.org")
    assert digest.date == date(2026, 4, 17)
    assert facts(entry) == (
        "Anemones & Bays: H₂O",
        ("Ada Tide", "Bruno Reef"),
        2026,
        "",
        ("arXiv:2604.00001",),
    )
    assert (entry.version, entry.abstract) == (3, "They attend to one another.")


def test_a_journal_with_a_snippet() -> None:
    [entry] = of_text(JOURNAL).entries
    assert facts(entry) == (
        "Bridges remember",
        ("Chloe Span", "Dara Cloud"),
        2023,
        "Journal of Slow Animals",
        ("doi:10.5555/bridges",),
    )
    assert (entry.abstract, entry.snippet) == ("", "A bridge with memory sways…")


def test_atom_with_html() -> None:
    [entry] = of_text(ATOM).entries
    assert facts(entry) == (
        "Clouds in Boxes",
        ("Dara Cloud", "Emil Box"),
        2022,
        "",
        ("doi:10.5555/clouds",),
    )
    assert entry.abstract.endswith("as long as it takes.\n\nThey do not mind; H₂O stays H₂O.")
    assert links(entry)["page"] == "https://doi.org/10.5555/clouds"


def test_a_day_on_which_nothing_came_is_no_error() -> None:
    digest = of_text('<rss version="2.0"><channel><title>cs.LG</title></channel></rss>')
    assert (digest.entries, digest.title) == ((), "cs.LG")


def test_a_feed_that_was_cut_gives_what_is_there_and_says_so() -> None:
    digest = of_text(ATOM[: ATOM.index("<content")])
    assert [entry.title for entry in digest.entries] == ["Clouds in Boxes"]
    assert "damaged or cut off" in digest.warnings[0].message


def test_entities_are_neither_grown_nor_fetched(tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("secret") / "file"
    secret.write_text("a secret")
    bomb = '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file://'
    bomb += f'{secret}">]><rss version="2.0"><channel><item><title>T &b; &x;</title></item></channel></rss>'
    [entry] = of_text(bomb).entries
    assert "secret" not in entry.title
    assert "aaa" not in entry.title


def test_an_error_page_is_no_feed() -> None:
    with pytest.raises(DigestError, match=r"error page"):
        of_text(
            "<html><head><title>503</title></head><body><h1>503 Service Unavailable</h1></body>"
        )


def test_real_damaged_feeds() -> None:
    cut = of_corpus("nasty/feed_tr.xml")
    assert facts(cut.entries[0])[0].startswith("ALIGN: Word Association Learning")
    assert facts(cut.entries[0])[4] == ("arXiv:2508.13426",)
    assert len(cut.entries) == 3
