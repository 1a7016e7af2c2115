from __future__ import annotations

from tests.digests.formats.facts import facts, links, of_corpus, of_text

ITEM = (
    '<h3>{pdf}<a href="http://scholar.google.com/scholar_url?url={url}&amp;hl=en&amp;sa=X" '
    'class="gse_alrt_title">{title}</a></h3><div style="color:#006621">{facts}</div>'
    '<div class="gse_alrt_sni">{snippet}</div><br>'
)
PAGE = (
    "<html><body>"
    + ITEM.format(
        pdf="<span>[PDF]</span> ",
        url="https://arxiv.org/pdf/2401.00001",
        title="<b>Anemones</b> attend",
        facts="A Tide, B Reef… - arXiv preprint arXiv:2401.00001, 2024",
        snippet="They attend to …",
    )
    + ITEM.format(
        pdf="",
        url="https://example.org/bridges%3Fid%3D1",
        title="Bridges &amp; Walkers",
        facts="C Span - Journal of Slow Animals, 2023",
        snippet="A bridge …",
    )
    + ITEM.format(
        pdf="", url="https://example.org/c", title="Clouds", facts="D Cloud", snippet="C …"
    )
    + "</body></html>"
)


def test_papers_with_snippets_that_are_no_abstracts() -> None:
    digest = of_text(PAGE)
    assert digest.format == "scholar-alert"
    assert [facts(entry) for entry in digest.entries] == [
        (
            "Anemones attend",
            ("A Tide", "B Reef"),
            2024,
            "arXiv preprint arXiv:2401.00001",
            ("arXiv:2401.00001",),
        ),
        ("Bridges & Walkers", ("C Span",), 2023, "Journal of Slow Animals", ()),
        ("Clouds", ("D Cloud",), None, "", ()),
    ]
    first = digest.entries[0]
    assert (first.abstract, first.snippet) == ("", "They attend to …")
    assert links(digest.entries[0])["pdf"] == "https://arxiv.org/pdf/2401.00001"
    assert links(digest.entries[1])["other"] == "https://example.org/bridges?id=1"


def test_a_real_alert() -> None:
    digest = of_corpus("scholar_alert/unread0.eml")
    assert digest.title == "Miltiadis Allamanis - new related research"
    assert facts(digest.entries[0]) == (
        "Using Sequence-to-Sequence Learning for Repairing C Vulnerabilities",
        ("Z Chen", "S Kommrusch", "M Monperrus"),
        2019,
        "arXiv preprint arXiv:1912.02015",
        ("arXiv:1912.02015",),
    )
    assert [entry.abstract for entry in digest.entries] == ["", "", ""]
