"""Citations: against published examples, as far as the library knows what those name."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.exporting.citing import Style, as_links, cite, cite_all
from reader.exporting.person_names import PersonName, name_parts
from reader.model import Identifier, Link, LinkKind, Paper
from tests.exporting.conftest import make

ATTENTION = make(
    title="Attention Is All You Need",
    authors=("Ashish Vaswani", "Noam Shazeer", "Aidan N. Gomez", "Łukasz Kaiser"),
    year=2017,
    venue="",
    identifiers=(Identifier("arxiv", "1706.03762"),),
    links=(),
)
# The examples of the APA's own pages, without volume and pages.
STORYBOOKS = make(
    title="Emotions in storybooks: A comparison of storybooks that represent ethnic and racial "
    "groups in the United States",
    authors=("Jessica S. Grady", "Mae Her", "Geena Moreno", "Claudia Perez", "Jillian Yelinek"),
    year=2019,
    venue="Psychology of Popular Media Culture",
    identifiers=(Identifier("doi", "10.1037/ppm0000185"),),
    links=(),
)
SPACING = make(
    title="A meta-analytic review of the benefit of spacing out retrieval practice episodes on "
    "retention",
    authors=("Alice Latimier", "Hugo Peyre", "Franck Ramus"),
    year=2020,
    venue="PsyArXiv",
    identifiers=(),
    links=(Link(LinkKind.PAGE, "https://psyarxiv.com/kzy7u/"),),
)
# An example of the Chicago manual, without volume and pages.
DIVORCE = make(
    title="Red States, Blue States, and Divorce: Understanding the Impact of Conservative "
    "Protestantism on Regional Variation in Divorce Rates",
    authors=("Jennifer Glass", "Philip Levchak"),
    year=2014,
    venue="American Journal of Sociology",
    identifiers=(Identifier("doi", "10.1086/674703"),),
    links=(),
)
BARE = make(title="Is It So?", authors=(), year=None, venue="", identifiers=(), links=())
APA, CHICAGO, IEEE = Style.APA, Style.CHICAGO, Style.IEEE


@pytest.mark.parametrize(
    ("paper", "style", "expected"),
    [
        (
            STORYBOOKS,
            APA,
            "Grady, J. S., Her, M., Moreno, G., Perez, C., & Yelinek, J. (2019). Emotions in "
            "storybooks: A comparison of storybooks that represent ethnic and racial groups in the "
            "United States. Psychology of Popular Media Culture. "
            "https://doi.org/10.1037/ppm0000185",
        ),
        (
            ATTENTION,
            APA,
            "Vaswani, A., Shazeer, N., Gomez, A. N., & Kaiser, Ł. (2017). Attention Is All You "
            "Need. arXiv. https://arxiv.org/abs/1706.03762",
        ),
        (
            DIVORCE,
            CHICAGO,
            "Glass, Jennifer, and Philip Levchak. 2014. “Red States, Blue States, and Divorce: "
            "Understanding the Impact of Conservative Protestantism on Regional Variation in "
            "Divorce Rates.” American Journal of Sociology. https://doi.org/10.1086/674703.",
        ),
        (
            ATTENTION,
            CHICAGO,
            "Vaswani, Ashish, Noam Shazeer, Aidan N. Gomez, and Łukasz Kaiser. 2017. “Attention Is "
            "All You Need.” Preprint, arXiv. https://arxiv.org/abs/1706.03762.",
        ),
        (
            ATTENTION,
            IEEE,
            "A. Vaswani, N. Shazeer, A. N. Gomez, and Ł. Kaiser, “Attention Is All You Need,” "
            "2017, arXiv:1706.03762.",
        ),
        (
            DIVORCE,
            IEEE,
            "J. Glass and P. Levchak, “Red States, Blue States, and Divorce: Understanding the "
            "Impact of Conservative Protestantism on Regional Variation in Divorce Rates,” "
            "American Journal of Sociology, 2014, doi: 10.1086/674703.",
        ),
        (
            SPACING,
            APA,
            "Latimier, A., Peyre, H., & Ramus, F. (2020). A meta-analytic review of the benefit of "
            "spacing out retrieval practice episodes on retention. PsyArXiv. "
            "https://psyarxiv.com/kzy7u/",
        ),
        (BARE, APA, "Is It So? (n.d.)."),
        (BARE, CHICAGO, "“Is It So?” n.d."),
        (BARE, IEEE, "“Is It So?”"),
    ],
)
def test_it_reads_as_published(paper: Paper, style: Style, expected: str) -> None:
    assert cite(paper, style).text == expected


def test_italics_and_links_reach_html_and_markdown() -> None:
    made = cite(STORYBOOKS, APA)
    assert "<i>Psychology of Popular Media Culture</i>." in made.html
    assert '<a href="https://doi.org/10.1037/ppm0000185">https://doi.org/' in made.html
    assert "*Psychology of Popular Media Culture*. <https://doi.org/10.1037" in made.markdown
    assert "<i>Attention Is All You Need</i>. arXiv." in cite(ATTENTION, APA).html


@pytest.mark.parametrize(
    ("venue", "apa", "ieee"),
    [
        ("Proceedings of Crossings", "In Proceedings of Crossings.", "in Proceedings of Crossings"),
        ("NeurIPS 2017", "In NeurIPS 2017.", "in NeurIPS 2017, 2017"),
        ("Nature", "Need. Nature.", "” Nature, 2017"),
    ],
)
def test_what_is_in_proceedings_is_in_them(venue: str, apa: str, ieee: str) -> None:
    paper = replace(ATTENTION, venue=venue)
    assert apa in cite(paper, APA).text
    assert ieee in cite(paper, IEEE).text


def test_the_archive_is_no_venue_and_its_doi_no_publication() -> None:
    paper = replace(
        ATTENTION,
        venue="arXiv preprint arXiv:1706.03762",
        identifiers=(Identifier("doi", "10.48550/arxiv.1706.03762"),),
    )
    for style in Style:
        assert cite(paper, style) == cite(ATTENTION, style)


def test_long_lists_of_authors_are_cut_as_each_style_wants() -> None:
    paper = replace(
        ATTENTION, authors=tuple(f"Ada Tide{letter}" for letter in "abcdefghijklmnopqrstuvw")
    )
    assert "Tides, A., … Tidew, A. (2017)" in cite(paper, APA).text
    assert cite(paper, CHICAGO).text.startswith("Tidea, Ada, Ada Tideb, Ada Tidec, et al. 2017. ")
    assert cite(paper, IEEE).text.startswith("A. Tidea et al., “")
    assert "<i>et al.</i>, “" in cite(paper, IEEE).html
    twenty = replace(paper, authors=paper.authors[:20])
    assert "& Tidet, A." in cite(twenty, APA).text


def test_particles_stand_where_each_style_has_them() -> None:
    paper = replace(ATTENTION, authors=("Laurens van der Maaten", "Simone de Beauvoir"))
    assert cite(paper, APA).text.startswith("van der Maaten, L., & de Beauvoir, S. (")
    assert cite(paper, CHICAGO).text.startswith("Maaten, Laurens van der, and Simone de Beauvoir. ")
    assert cite(paper, IEEE).text.startswith("L. van der Maaten and S. de Beauvoir, ")


def test_several_are_sorted_or_numbered() -> None:
    both = [ATTENTION, DIVORCE]
    assert [line[:5] for line in cite_all(both, APA).text.split("\n")] == ["Glass", "Vaswa"]
    assert [line[:6] for line in cite_all(both, IEEE).text.split("\n")] == ["[1] A.", "[2] J."]
    assert cite_all([ATTENTION], IEEE).text == cite(ATTENTION, IEEE).text
    assert cite_all([], APA).text == ""


def test_papers_as_links() -> None:
    assert as_links([SPACING]).markdown == (
        "[A meta-analytic review of the benefit of spacing out retrieval practice episodes on "
        "retention](https://psyarxiv.com/kzy7u/). Alice Latimier, Hugo Peyre, Franck Ramus. "
        "*PsyArXiv*, 2020."
    )
    assert as_links([BARE]).markdown == "Is It So?"
    assert as_links([ATTENTION, BARE]).markdown.count("\n- ") == 1


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ada Tide", PersonName("Tide", "Ada")),
        ("Laurens van der Maaten", PersonName("Maaten", "Laurens", "van der")),
        ("Luc Van Gool", PersonName("Van Gool", "Luc")),
        ("Maria De La Cruz", PersonName("De La Cruz", "Maria")),
        ("Van Nguyen", PersonName("Nguyen", "Van")),
        ("José Ortega y Gasset", PersonName("Ortega y Gasset", "José")),
        ("Martin Luther King, Jr.", PersonName("King", "Martin Luther", "", "Jr.")),
        ("Sammy Davis Jr.", PersonName("Davis", "Sammy", "", "Jr.")),
        ("danah boyd", PersonName("boyd", "danah")),
        ("Ai Weiwei", PersonName("Weiwei", "Ai")),
        ("Madonna", PersonName("Madonna")),
        ("DeepSeek-AI", PersonName("DeepSeek-AI")),
        ("The OpenAI Team", PersonName("The OpenAI Team")),
        ("Institute of Ferns, Ghent", PersonName("Institute of Ferns, Ghent")),
        ("王 小明", PersonName("王 小明")),
        ("김 민준", PersonName("김 민준")),
        ("", PersonName("")),
    ],
)
def test_the_parts_of_names(name: str, expected: PersonName) -> None:
    assert name_parts(name) == expected


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Jean-Pierre Serre", "J.-P."),
        ("J.P. Morgan", "J. P."),
        ("J. P. Morgan", "J. P."),
        ("Émile Borel", "É."),
        ("Robert (Bob) Reef", "R. B."),
        ("Madonna", ""),
    ],
)
def test_initials(name: str, initials: str) -> None:
    assert name_parts(name).initials == initials


words = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Zl", "Zp")), max_size=20)


@given(st.lists(words, min_size=1, max_size=4).map(" ".join))
def test_no_letter_of_a_name_is_lost(name: str) -> None:
    parts = name_parts(name)
    kept = "".join(sorted(f"{parts.given}{parts.particle}{parts.family}{parts.suffix}"))
    assert kept.replace(" ", "").replace(",", "") == "".join(sorted("".join(name.split()))).replace(
        ",", ""
    )


class _Text(HTMLParser):
    """The text of HTML, and which tags it has."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.tags = "", set[str]()

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)


hostile = st.text("<>&*_[]()`!\"'\\#- ab.:/$~|", max_size=30)


@given(hostile, hostile, hostile, st.sampled_from(list(Style)))
def test_text_from_outside_is_text(title: str, author: str, venue: str, style: Style) -> None:
    paper = replace(ATTENTION, title=title, authors=(author,), venue=venue)
    made = cite(paper, style)
    html = _Text()
    html.feed(made.html)
    assert "".join(html.text.split()) == "".join(made.text.split())
    assert html.tags <= {"i", "a"}
    rendered = _Text()
    rendered.feed(MarkdownIt().render(made.markdown))
    assert "".join(rendered.text.split()) == "".join(made.text.split())
    assert rendered.tags <= {"p", "em", "a"}
