from __future__ import annotations

import textwrap
import time

import pytest
from ftfy import fix_encoding
from hypothesis import given
from hypothesis import strategies as st

from reader.digests.text import decoding
from reader.digests.text.decoding import decode, tidy
from reader.digests.text.invisible import without_invisible
from reader.digests.text.links import find_links, kind_of
from reader.digests.text.paragraphs import paragraphs
from reader.digests.text.tex import readable
from reader.model import LinkKind


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"87\%, 131\% and 55\%", "87%, 131% and 55%"),
        ("50% of the data", "50% of the data"),
        (r"PIXART-{\delta} and {\alpha}", "PIXART-δ and α"),
        (r"118\times lower", "118× lower"),
        (r"$118\times$ lower", "118× lower"),
        (r"this \emph{scan and snap} step", "this scan and snap step"),
        (r"\textbf{a \emph{b} c}", "a b c"),
        ("{\\em so} it is", "so it is"),
        (
            r"Erd\H{o}s, G\"odel, P\'{o}lya, \v{C}ech, Stra\ss{}e",
            "Erdős, Gödel, Pólya, Čech, Straße",
        ),
        (r"na\"{\i}ve, \o{}re, \AA", "naïve, øre, Å"),
        ("``massive activations.''", "“massive activations.”"),
        ("Fig.~3 and models~(LLMs)", "Fig. 3 and models (LLMs)"),
        ("https://a.example/~vgg/x and 50~60", "https://a.example/~vgg/x and 50~60"),
        (r"$O(n^2)$ and $x_1$ of $10^{-3}$", "O(n²) and x₁ of 10⁻³"),
        (r"$\frac{1}{2}$ stays", r"$\frac{1}{2}$ stays"),
        ("from $5 to $10, or $5/$10", "from $5 to $10, or $5/$10"),
        (r"only \1,890 and \hiformer with \proj, a", r"only \1,890 and \hiformer with \proj, a"),
        (r"\deltaX stays", r"\deltaX stays"),
        ("a {set} of {braces}", "a {set} of {braces}"),
        (r"R\&D, snake\_case, \#1", "R&D, snake_case, #1"),
    ],
)
def test_tex(tex: str, text: str) -> None:
    assert readable(tex) == tidy(text)


@given(st.text(st.characters(exclude_characters="\\{$~`")))
def test_text_without_tex_is_left_alone(text: str) -> None:
    assert readable(text) == text


@given(st.text(st.sampled_from("\\{}$~`'^_\"emphdlta alpha%2"), max_size=60))
def test_tex_never_fails(text: str) -> None:
    readable(text)


@pytest.mark.parametrize("piece", ["\\emph{", "{\\em ", "$", "``", "\\'{", "a~", "{", "\\", "$a^"])
def test_tex_takes_time_in_proportion(piece: str) -> None:
    started = time.perf_counter()
    readable(piece * 100_000)
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        ("δ\r\nb\rc".encode("utf-8-sig"), "δ\nb\nc", "utf-8"),
        ("\ufeffδelta".encode("utf-16-le"), "δelta", "utf-16-le"),
        ("\ufeffδelta".encode("utf-16-be"), "δelta", "utf-16-be"),
        ("without a mark".encode("utf-16-le"), "without a mark", "utf-16-le"),
        ("“naïve”".encode("cp1252"), "“naïve”", "cp1252"),
        ("e\u0301".encode(), "é", "utf-8"),
        (b"a\x00b\x07c", "abc", "utf-8"),
        ("a\u00a0b\tc".encode(), "a b c", "utf-8"),
        ("naïve café ".encode() + b"\xc3", "naïve café \ufffd", "utf-8"),
        ("PIXART-δ".encode().decode("cp1252").encode(), "PIXART-δ", "utf-8"),
        ("CAFÉ” ÂGE".encode(), "CAFÉ” ÂGE", "utf-8"),
    ],
)
def test_decoding(data: bytes, text: str, encoding: str) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding) == (text, encoding)


def test_declared_encoding() -> None:
    assert decode("žluť".encode("cp1250"), "windows-1250").text == "žluť"
    assert decode(b"abc\xff", "hex").text
    assert decode(b"abc\xff", "no such thing").text == "abcÿ"


def test_a_garbled_name_in_a_megabyte_of_one_line() -> None:
    around = "plain words " * 50_000
    garbled = "Paul Erdős".encode().decode("cp1252")
    found = decode(f"{around}{garbled} {around}".encode())
    assert found.text == f"{around}Paul Erdős {around}"
    assert found.repairs


@given(
    st.text(st.sampled_from("a \r\n\t\u00a0e\u0301\u0327\x00\ud800"), max_size=60),
    st.integers(1, 5),
)
def test_tidying_a_long_text_in_stretches_is_tidying_it(text: str, stretch: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(decoding, "_STRETCH", stretch)
        in_stretches = tidy(text)
    assert in_stretches == tidy(text)


# Right before an accent a euro sign or a closing quote is mojibake again in ftfy's eyes (”é is ӎ in
# MacRoman), where the piece it judges is short: known, and not what this test is about.
_FRENCH = ("é", "réseaux", " ", "a", "étudiés à ", "“x” ", "5 € ")


@given(st.lists(st.sampled_from(_FRENCH), min_size=1))
def test_a_long_garbled_line_is_repaired_in_all_its_places(words: list[str]) -> None:
    text = "".join(words) * (3000 // len("".join(words)))
    garbled = text.encode().decode("latin-1").encode()
    whole = fix_encoding(garbled.decode())
    if whole == text:  # else nobody could know
        assert decode(garbled).text == tidy(text)


def test_lone_surrogates() -> None:
    assert tidy("a\ud800b") == "a\ufffdb"


@given(st.binary(max_size=300))
def test_decoding_never_fails_and_is_encodable(data: bytes) -> None:
    text = decode(data).text
    text.encode()
    assert "\r" not in text
    assert "\x00" not in text


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("a\u202eb\u2066c\u200bd\ufeff\u00ad", "abcd"),
        ("zero\u200dwidth", "zerowidth"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("क्\u200dष", "क्\u200dष"),
        ("👩\u200d🔬", "👩\u200d🔬"),
        ("abc\u200fdef", "abcdef"),
        ("שלום\u200f", "שלום\u200f"),
    ],
)
def test_invisible(text: str, seen: str) -> None:
    assert without_invisible(text) == seen


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("at https://github.com/a/b.", ["https://github.com/a/b"]),
        ("(https://github.com/a/b), and", ["https://github.com/a/b"]),
        ("https://github.com/a/b.git.", ["https://github.com/a/b.git"]),
        ("https://en.example.org/wiki/A_(b)", ["https://en.example.org/wiki/A_(b)"]),
        ("[code](https://github.com/a/b).", ["https://github.com/a/b"]),
        ("https://a.example/x,https://b.example/y", ["https://a.example/x", "https://b.example/y"]),
        ("https://github.com/a/b.We also", ["https://github.com/a/b"]),
        (
            "see github.com/a/b and www.c.example;",
            ["https://github.com/a/b", "https://www.c.example"],
        ),
        ("https://github.com/a/b twice https://github.com/a/b", ["https://github.com/a/b"]),
        ("mailto:a@github.com/x and http:// and https://[", []),
        ("“https://a.example/ü”。", ["https://a.example/ü"]),
    ],
)
def test_links(text: str, urls: list[str]) -> None:
    assert [link.url for link in find_links(text)] == urls


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://github.com/a/b", LinkKind.CODE),
        ("https://gitlab.com/a/b", LinkKind.CODE),
        ("https://gitlab.inria.fr/a/b", LinkKind.CODE),
        ("https://gitee.com/a/b", LinkKind.CODE),
        ("https://bitbucket.org/a/b", LinkKind.CODE),
        ("https://notgithub.com/a", LinkKind.OTHER),
        ("https://a.github.io/b", LinkKind.OTHER),
        ("https://arxiv.org/abs/2401.01234", LinkKind.PAGE),
        ("https://arxiv.org/pdf/2401.01234", LinkKind.PDF),
        ("https://a.example/b.PDF?x=1", LinkKind.PDF),
        ("https://openreview.net/pdf?id=abc", LinkKind.PDF),
        ("https://openreview.net/forum?id=abc", LinkKind.PAGE),
        ("https://doi.org/10.1/x", LinkKind.PAGE),
        ("https://a.example/", LinkKind.OTHER),
    ],
)
def test_kinds_of_links(url: str, kind: LinkKind) -> None:
    assert kind_of(url) is kind


def test_hyphens_at_line_ends() -> None:
    text = "a state-of-the-\nart method that is pre-\nand post-trained on words of it\n"
    [paragraph] = paragraphs(text)
    assert (
        paragraph.text == "a state-of-the-art method that is pre- and post-trained on words of it"
    )
    assert (paragraph.line, paragraph.last) == (1, 3)


def test_a_title_right_above_its_wrapped_abstract() -> None:
    abstract = "The lines of this abstract were wrapped by hand at a rather small width. " * 6
    text = "A Title\n" + textwrap.fill(abstract, 40) + "\n"
    pieces = [paragraph.text for paragraph in paragraphs(text * 3)]
    assert pieces == ["A Title", abstract.strip()] * 3
