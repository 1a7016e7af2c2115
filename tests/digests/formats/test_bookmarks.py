"""Bookmark files of browsers."""

from __future__ import annotations

from tests.digests.formats.facts import PAPER, SAVED, brief, links, of_corpus, of_text


def test_bookmarks() -> None:
    digest = of_text(
        "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE>\n<H1>Bookmarks</H1>\n<DL><p>\n"
        "<DT><H3 PERSONAL_TOOLBAR_FOLDER='true'>Bookmarks bar</H3>\n<DL><p>\n"
        "<DT><H3>Sea</H3>\n<DL><p>\n<DT><H3>Slow</H3>\n<DL><p>\n"
        f'<DT><A HREF="{PAPER}" ADD_DATE="1600322322" TAGS="tides">Anemones &amp; Bays - arXiv</A>\n'
        "<DD>They attend.\n</DL><p>\n</DL><p>\n"
        '<DT><A HREF="https://example.org/b">Bridges</A>\n</DL><p>\n'
        '<DT><A HREF="javascript:alert(1)">Clouds</A>\n</DL><p>\n'
    )
    assert digest.format == "bookmarks"
    first, second, third = digest.entries
    assert brief(first) == ("Anemones & Bays", PAPER, None, False, ("Sea/Slow", "tides"))
    assert (first.marks.note, first.marks.added_at, first.line) == ("They attend.", SAVED, 11)
    assert brief(second) == ("Bridges", "https://example.org/b", None, False, ())
    assert (third.title, links(third)) == ("Clouds", {})


def test_a_real_export() -> None:
    bookmarks = of_corpus("readlater/wallabag__shaarli-bookmarks.html").entries
    assert [entry.marks.tags for entry in bookmarks] == [("firefoxos",), ("firefoxos",)]
