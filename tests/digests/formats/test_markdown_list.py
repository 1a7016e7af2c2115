from __future__ import annotations

from tests.digests.formats.facts import facts, links, of_corpus, of_text

LIST = """# Awesome Tides ![badge](https://example.org/badge.svg)

## Papers
- [Anemones that Attend to One Another](https://arxiv.org/abs/2401.00001) [code](https://github.com/tide/a)
- **TideNet**: [[Paper](https://arxiv.org/pdf/2401.00002v2.pdf)] [[Blog](https://example.org/blog)]
* *Bridges That Remember Walkers* - Span et al. [pdf](https://example.org/bridges.pdf)
- [A tool](https://github.com/tide/tool) - no paper at all
- [Again, Anemones that Attend](https://arxiv.org/abs/2401.00001v2)

| Date | Name | Paper |
|:---:|---|---|
| 2024-01 | Clouds | [Clouds in Boxes: A Study](https://example.org/clouds) |
"""


def test_papers_by_their_links() -> None:
    digest = of_text(LIST, "README.md")
    assert (digest.format, digest.title) == ("markdown-list", "Awesome Tides")
    assert [(entry.title, facts(entry)[4]) for entry in digest.entries] == [
        ("Anemones that Attend to One Another", ("arXiv:2401.00001",)),
        ("TideNet", ("arXiv:2401.00002",)),
        ("Bridges That Remember Walkers", ()),
        ("Clouds in Boxes: A Study", ()),
    ]
    first, second, third, _ = digest.entries
    assert links(first)["code"] == "https://github.com/tide/a"
    assert (first.title_provisional, second.title_provisional) == (False, True)
    assert links(third)["pdf"] == "https://example.org/bridges.pdf"
    assert [entry.line for entry in digest.entries] == [4, 5, 6, 12]


def test_a_real_list() -> None:
    digest = of_corpus("md_awesome/awesome-llm__README.md")
    assert digest.title == "Awesome-LLM"
    assert facts(digest.entries[0])[0] == "Attention Is All You Need"
    assert facts(digest.entries[0])[4] == ("arXiv:1706.03762",)
    assert facts(digest.entries[2])[4] == ("ACL:N19-1423",)
    assert sum(bool(entry.identifiers) for entry in digest.entries) == 54
