"""Papers that do not exist, and the many ways in which a page of them comes out of a clipboard."""

from __future__ import annotations

import random
import textwrap
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
SEED = CORPUS / "seed" / "trending-papers-apr-28.txt"
SAMPLE = ROOT / "resources" / "sample" / "trending.txt"

HEAD = (
    "new",
    "Get trending papers in your email inbox!",
    "Subscribe",
    "byAK and the research community",
    "Apr 28",
)

Papers = list[tuple[str, str]]


def taken_apart(text: str) -> Papers:
    """The papers of a page by the rule that its maker used: after the date, turn by turn."""
    paragraphs = [paragraph.strip() for paragraph in text.split("\n\n") if paragraph.strip()]
    body = paragraphs[paragraphs.index("Apr 28") + 1 :]
    return list(zip(body[::2], body[1::2], strict=True))


def cleaned(text: str) -> str:
    """What the importer says it does to the TeX that the pages of these tests hold."""
    for tex, readable in (
        ("{\\delta}", "δ"),
        ("{\\alpha}", "α"),
        ("\\times", "×"),
        ("\\%", "%"),
        ("~(", " ("),
        ("``", "“"),
        ("''", "”"),
        ("\\emph{scan and snap}", "scan and snap"),
        ("\\emph{findability}", "findability"),
    ):
        text = text.replace(tex, readable)
    return text


def page(papers: Papers, head: tuple[str, ...] = HEAD) -> str:
    """The plain page: a head, then titles and abstracts in turn."""
    return "\n\n".join((*head, *(text for paper in papers for text in paper if text))) + "\n"


def _with_cards(card: Callable[[int, str, str], list[str]]) -> Callable[[Papers], str]:
    def build(papers: Papers) -> str:
        paragraphs = [
            text for n, (title, abstract) in enumerate(papers) for text in card(n, title, abstract)
        ]
        return "\n\n".join((*HEAD, *paragraphs))

    return build


def _two_paragraphs(abstract: str) -> str:
    middle = abstract.find(". ", len(abstract) // 2)
    return abstract if middle < 0 else f"{abstract[: middle + 1]}\n\n{abstract[middle + 2 :]}"


def _wrapped(papers: Papers, width: int, between: str) -> str:
    paragraphs = [*HEAD, *(text for paper in papers for text in paper)]
    lines = (
        "\n".join(textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False))
        for text in paragraphs
    )
    return between.join(lines)


VARIANTS: dict[str, Callable[[Papers], str]] = {
    "plain": page,
    "votes before": _with_cards(lambda n, t, a: [str(17 + 31 * n), t, a]),
    "votes and upvote": _with_cards(lambda n, t, a: [t, a, "Upvote", f"{n},204"]),
    "authors": _with_cards(lambda n, t, a: [t, a, f"{n + 2} authors"]),
    "authors and dot": _with_cards(lambda n, t, a: [t, a, f"{n + 2} authors", "·", "Apr 3, 2025"]),
    "organisation, dot, date": _with_cards(
        lambda n, t, a: [t, a, f"Mill Street Labs {n}", "·", "Published on Apr 3, 2025"]
    ),
    "organisation before furniture": _with_cards(
        lambda n, t, a: [t, a, f"University of Somewhere {n}", "Apr 3", "GitHub 1.2k"]
    ),
    "organisation on one line": _with_cards(
        lambda n, t, a: [t, a, f"Mill Street Labs · Published on Apr {n + 1}"]
    ),
    "comments": _with_cards(lambda n, t, a: [t, a, f"{n} comments", "1 comment"]),
    "submitted by": _with_cards(lambda n, t, a: ["Submitted by", f"reader_{n}", t, a]),
    "submitted by on a line": _with_cards(lambda n, t, a: [f"Submitted by reader-{n}", t, a]),
    "buttons": _with_cards(
        lambda n, t, a: [t, a, "▲ 31", "GitHub 31.7k", "arXiv Page", "View PDF", "Project page"]
    ),
    "everything": _with_cards(
        lambda n, t, a: [
            "Submitted by",
            f"reader{n}",
            f"{n}.3k",
            t,
            a,
            "7 authors",
            "·",
            "Published on Mar 3",
            "Upvote",
            "12",
            "GitHub\n31.7k",
            "arXiv Page",
            "2 comments",
        ]
    ),
    "cards twice": lambda papers: page([paper for paper in papers for _ in "12"]),
    "page twice": lambda papers: page([*papers, *papers]),
    "titles twice": _with_cards(lambda n, t, a: [t, t, a]),
    "two paragraphs": lambda papers: page([(t, _two_paragraphs(a)) for t, a in papers]),
    "wrapped at 72": lambda papers: _wrapped(papers, 72, "\n\n"),
    "wrapped at 100": lambda papers: _wrapped(papers, 100, "\n\n"),
    "no blank lines": lambda papers: page(papers).replace("\n\n", "\n"),
    "blank lines only between papers": lambda papers: "\n\n".join(
        ["\n".join(HEAD), *("\n".join(paper) for paper in papers)]
    ),
    "quoted": lambda papers: "\n".join(f"> {line}" for line in page(papers).split("\n")),
    "quoted twice and wrapped": lambda papers: "\n".join(
        f">> {line}".rstrip() for line in _wrapped(papers, 72, "\n\n").split("\n")
    ),
    "indented": lambda papers: textwrap.indent(page(papers), "    "),
    "carriage returns": lambda papers: page(papers).replace("\n", "\r"),
    "carriage returns and line feeds": lambda papers: page(papers).replace("\n", "\r\n"),
    "no-break blanks": lambda papers: (
        page(papers).replace("\n\n", "\n\u00a0\n").replace(" ", "\u00a0")
    ),
    "markdown links": _with_cards(
        lambda n, t, a: [
            f"### [{t}](https://huggingface.co/papers/2501.{n:05d})",
            a,
            "[PDF](/x.pdf)",
        ]
    ),
    "markdown pictures and links": _with_cards(
        lambda n, t, a: [
            f"[![picture](https://a.example/{n}.png)](/papers/2501.{n:05d})",
            f"[{t}](/papers/2501.{n:05d})",
            a,
            f"[{n}](/papers/2501.{n:05d}#community)",
        ]
    ),
    "addresses below titles": _with_cards(
        lambda n, t, a: [t, f"https://huggingface.co/papers/2501.{n:05d}", a]
    ),
    "addresses above titles": _with_cards(
        lambda n, t, a: [f"https://huggingface.co/papers/2501.{n:05d}", t, a]
    ),
    "menu and foot": lambda papers: (
        "Models\n\nDatasets\n\nSpaces\n\nLog In\n\nSign Up\n\nDaily Papers\n\n"
        + page(papers)
        + "\n\nPrevious\n\nNext\n\nCompany\n\nTOS\n\nPrivacy\n\nAbout\n\nCareers"
    ),
}


def some_abstracts_missing(papers: Papers, share: float, seed: int) -> Papers:
    """The papers with the abstracts of some left out."""
    chance = random.Random(seed)
    return [(title, "" if chance.random() < share else abstract) for title, abstract in papers]
