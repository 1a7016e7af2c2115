"""Hostile digests, made to cost a parser far more than their size: `make hostile`.

``python -m tests.campaigns.hostile [SIZE]`` reads each at about SIZE bytes (a megabyte) through the
limited child process, as an import does, and prints how it ended. None may end otherwise than in a
digest or a sentence, nor take longer than its allowance.
"""

from __future__ import annotations

import gzip
import io
import sys
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

from reader.digests.sandbox import Allowance, Request, read_limited
from reader.errors import DigestError

MEGABYTE = 1_000_000
_GRACE = 3.0
"""Seconds for starting and ending the child, which are not the parser's."""

Maker = Callable[[int], bytes]


@dataclass(frozen=True, slots=True)
class Ending:
    """How reading a hostile digest ended: a sentence, the seconds it took and those it had."""

    words: str
    seconds: float
    allowed: float

    @property
    def fine(self) -> bool:
        """Whether it ended in time, and not by a crash of the parser."""
        crashed = "stopped unexpectedly" in self.words or "damaged" in self.words[:25]
        return not crashed and self.seconds <= self.allowed + _GRACE


def _filled(head: str, piece: str, tail: str = "") -> Maker:
    """``head``, then ``piece`` again and again up to the size, then ``tail``."""
    return lambda size: (head + piece * (size // len(piece)) + tail).encode()


def _entities(size: int) -> bytes:
    """The billion laughs: each entity is ten of the one before."""
    lines = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(12))
    padding = " " * max(0, size - 2000)
    document = f'<!DOCTYPE l [<!ENTITY a0 "aaaaaaaaaa">{lines}]>{padding}<rss version="2.0">'
    return f"{document}<channel><title>&a12;</title></channel></rss>".encode()


def _attributes(size: int) -> bytes:
    names = " ".join(f'a{n}="1"' for n in range(size // 11))
    return f'<rss version="2.0" {names}><channel/></rss>'.encode()


def _parts_in_parts(size: int) -> bytes:
    heads = (f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(size // 55))
    return f"From: a@example.org\nMIME-Version: 1.0\n{''.join(heads)}".encode()


def _aliases(size: int) -> bytes:
    lines = "".join(f"b{n}: &b{n} [{', '.join([f'*b{n - 1}'] * 9)}]\n" for n in range(1, 40))
    return f"cff-version: 1.2.0\nb0: &b0 [x]\n{lines}{'# ' * (size // 2)}\ntitle: x\n".encode()


def _zip(name: str, data: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return packed.getvalue()


def _zip_bomb(size: int) -> bytes:
    return _zip("page.txt", bytes(300 * size))


def _lying_zip(size: int) -> bytes:
    """A zip whose head says that ten bytes come out of it."""
    whole = _zip("page.txt", b"0" * 50 * size)
    return whole[:22] + (10).to_bytes(4, "little") + whole[26:]


def _zips_in_zips(size: int) -> bytes:
    packed = _zip("page.txt", b"0" * size)
    for _ in range(6):
        packed = _zip("inner.zip", packed)
    return packed


HOSTILE: dict[str, Maker] = {
    "elements in elements": _filled("<html><body>", "<div>"),
    "tables in tables": _filled("<html><body>", "<table><tr><td>", "<a href=x>x</a>"),
    "elements never closed": _filled("<html>", "<b><p>"),
    "attributes": _filled("<html><a ", "a=1 ", ">"),
    "nothing but <": _filled("<html>", "<"),
    "one link many times": _filled("<html>", '<a href="https://arxiv.org/abs/2401.00001">x</a>'),
    "braces opened": _filled("@article{a, title={", "{"),
    "braces closed": _filled("@article{a, title={x}", "}"),
    "entries never closed": _filled("", "@article{a,\n"),
    "quotes and braces": _filled('@article{a, title="', '"{'),
    "a field of many pieces": _filled("@article{a, title=a", " # a", "}"),
    "many authors": _filled("@article{a, title={t}, author={", "a and ", "}}"),
    "commands in commands": _filled("@article{a, title={", "\\emph{"),
    "dollars": _filled("@article{a, title={", "$a", "}}"),
    "entities": _entities,
    "a file as entity": _filled(
        '<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel>',
        "<item><title>&a;</title></item>",
        "</channel></rss>",
    ),
    "a deep feed": _filled('<rss version="2.0"><channel>', "<a>"),
    "a feed of many names": _attributes,
    "many items": _filled('<rss version="2.0"><channel>', "<item><title>x</title></item>"),
    "deep JSON": _filled("", "["),
    "deep objects": _filled('[{"title":', '{"a":'),
    "a long number": _filled('[{"title":', "9", "}]"),
    "records never ended": _filled("", "TY  - JOUR\n"),
    "one long field": _filled("TY  - JOUR\nTI  - ", "a "),
    "links in links": _filled("", "[a]("),
    "a row of bars": _filled("", "|"),
    "one word": _filled("", "a"),
    "full stops": _filled("", ". "),
    "beginnings of identifiers": _filled("", "10.1/"),
    "beginnings of addresses": _filled("", "https://"),
    "parts": _filled(
        "From: a@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n",
        "--x\nContent-Type: text/plain\n\nhi\n",
    ),
    "parts in parts": _parts_in_parts,
    "aliases": _aliases,
    "deep YAML": _filled("cff-version: 1.2.0\ntitle: ", "["),
    "zip bomb": _zip_bomb,
    "gzip bomb": lambda size: gzip.compress(bytes(300 * size)),
    "a zip that lies": _lying_zip,
    "zips in zips": _zips_in_zips,
    "records of PubMed never closed": _filled("<PubmedArticleSet>", "<PubmedArticle>"),
    "a quote never closed": _filled('Title,URL\n"', "a,"),
    "columns": _filled("title,url,tags\n", ","),
    "rules of arXiv": _filled("", "\\\\\n"),
    "a title of many lines": _filled(f"{'-' * 78}\n\\\\\narXiv:2401.00001\nTitle: ", "a\n  "),
    "blanks": _filled("", " ", "x"),
    "line ends": _filled("", "\n", "x"),
    "marks on one letter": _filled("a", "\u0301"),
    "zeros": _filled("", "a\x00"),
}


def ending(name: str, size: int) -> Ending:
    """Reads one of HOSTILE as an import does."""
    data = HOSTILE[name](size)
    allowed = Allowance.for_data(data)
    started = time.monotonic()
    try:
        digest = read_limited(Request(data, f"{name}.txt"), allowance=allowed)
        words = f"{len(digest.entries):,} papers as {digest.format}"
    except DigestError as error:
        words = str(error)
    return Ending(words, time.monotonic() - started, allowed.seconds)


def main() -> int:
    """Reads all of them and prints how each ended; 1 when one ended otherwise than it may."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else MEGABYTE
    failed = 0
    for name in HOSTILE:
        end = ending(name, size)
        failed += not end.fine
        sign = " " if end.fine else "!"
        print(
            f"{sign} {name:32} {end.seconds:6.2f} of {end.allowed} s  {end.words[:90]}", flush=True
        )
    print(f"{len(HOSTILE)} hostile digests, {failed} ended otherwise than they may.")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
