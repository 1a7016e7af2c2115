from __future__ import annotations

from tests.digests.formats.facts import facts, of_corpus, of_text

ARTICLE = """<PubmedArticle><MedlineCitation><PMID Version="1">{pmid}</PMID><Article>
<Journal><JournalIssue><PubDate>{date}</PubDate></JournalIssue><Title>Journal of Slow Animals</Title></Journal>
<ArticleTitle>{title}</ArticleTitle><ELocationID EIdType="doi">10.5555/{pmid}</ELocationID>
<Abstract>{abstract}</Abstract><AuthorList>{authors}</AuthorList></Article>
<MeshHeadingList><MeshHeading><DescriptorName>Humans</DescriptorName></MeshHeading></MeshHeadingList>
</MedlineCitation></PubmedArticle>"""
AUTHOR = "<Author><LastName>{}</LastName><ForeName>{}</ForeName></Author>"
SET = (
    '<?xml version="1.0"?><!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD" "https://example.org/x.dtd">'
    "<PubmedArticleSet>"
    + ARTICLE.format(
        pmid=1,
        date="<Year>2024</Year>",
        title="<i>Actinia</i> in H<sub>2</sub>O.",
        abstract='<AbstractText Label="METHODS">We watch.</AbstractText>'
        '<AbstractText Label="RESULTS">p &lt; 0.05, x<sup>2</sup></AbstractText>',
        authors=AUTHOR.format("Tide", "Ada") + AUTHOR.format("Reef", "Bruno J"),
    )
    + ARTICLE.format(
        pmid=2,
        date="<MedlineDate>2023 Spring</MedlineDate>",
        title="Bridges",
        abstract="",
        authors="<Author><CollectiveName>Span, Hill and Sons</CollectiveName></Author>",
    )
    + "<PubmedBookArticle><BookDocument><PMID>3</PMID><Book><BookTitle>Clouds</BookTitle><PubDate>"
    "<Year>2021</Year></PubDate></Book></BookDocument></PubmedBookArticle></PubmedArticleSet>"
)


def test_articles_and_books() -> None:
    digest = of_text(SET)
    assert digest.format == "pubmed-xml"
    assert [facts(entry) for entry in digest.entries] == [
        (
            "Actinia in H₂O",
            ("Ada Tide", "Bruno J Reef"),
            2024,
            "Journal of Slow Animals",
            ("PMID:1", "doi:10.5555/1"),
        ),
        (
            "Bridges",
            ("Span, Hill and Sons",),
            2023,
            "Journal of Slow Animals",
            ("PMID:2", "doi:10.5555/2"),
        ),
        ("Clouds", (), 2021, "Clouds", ("PMID:3",)),
    ]
    assert digest.entries[0].abstract == "Methods: We watch.\n\nResults: p < 0.05, x²"


def test_real_articles_with_italics_and_maths() -> None:
    [italics] = of_corpus("pubmed_xml/jabref__MedlineImporterTestArticleItalics.xml").entries
    assert "<" not in italics.title
    [maths] = of_corpus("pubmed_xml/jabref__MedlineImporterTestMathML.xml").entries
    assert facts(maths)[2:4] == (2020, "Journal of integrative bioinformatics")
    assert "η p 2" in maths.abstract
