"""Pocket, Instapaper, Raindrop, Readwise, Omnivore, wallabag and bookmark files."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from reader.model import Entry, Status
from tests.digests.formats.facts import links, of_corpus, of_text

ADDED = datetime(2020, 9, 17, 5, 58, 42, tzinfo=UTC)
PAPER = "https://arxiv.org/abs/2401.00001"


def brief(entry: Entry) -> tuple[str, str, Status | None, bool, tuple[str, ...]]:
    """Title, address, status, star and tags."""
    marks = entry.marks
    return entry.title, entry.links[0].url, marks.status, marks.starred, marks.tags


def test_pocket() -> None:
    digest = of_text(
        "title,url,time_added,tags,status\n"
        f"[2401.00001] Anemones - arXiv,{PAPER},1600322322,tides|sea,archive\n"
        '"Bridges, in two\nlines",https://example.org/b,1600322322,,unread\n'
        "https://example.org/c,https://example.org/c,,,unread\n"
    )
    assert digest.format == "pocket"
    assert [brief(entry) for entry in digest.entries] == [
        ("Anemones", PAPER, Status.READ, False, ("tides", "sea")),
        ("Bridges, in two lines", "https://example.org/b", None, False, ()),
        ("https://example.org/c", "https://example.org/c", None, False, ()),
    ]
    first = digest.entries[0]
    assert first.marks.added_at == ADDED
    assert (first.identifiers[0].value, first.title_provisional) == ("2401.00001", True)


def test_the_older_export_of_pocket() -> None:
    digest = of_text(
        "<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul>"
        f'<li><a href="{PAPER}" time_added="1600322322" tags="tides,sea">Anemones</a></li></ul>'
        '<h1>Read Archive</h1><ul><li><a href="https://example.org/b" time_added="1">Bridges</a></li>'
        "</ul></body></html>"
    )
    assert digest.format == "pocket"
    assert [brief(entry) for entry in digest.entries] == [
        ("Anemones", PAPER, None, False, ("tides", "sea")),
        ("Bridges", "https://example.org/b", Status.READ, False, ()),
    ]


def test_instapaper() -> None:
    digest = of_text(
        "URL,Title,Selection,Folder,Timestamp,Tags\n"
        f'{PAPER},Anemones,They attend.,Starred,1600322322,"[""tides""]"\n'
        "https://example.org/b,Bridges | by C. Span | Medium,,Archive,,\n"
        "https://example.org/c,Clouds,,To cite,,\n"
    )
    assert digest.format == "instapaper"
    assert [brief(entry) for entry in digest.entries] == [
        ("Anemones", PAPER, None, True, ("tides",)),
        ("Bridges", "https://example.org/b", Status.READ, False, ()),
        ("Clouds", "https://example.org/c", None, False, ("To cite",)),
    ]
    assert (digest.entries[0].marks.note, digest.entries[0].marks.added_at) == (
        "> They attend.",
        ADDED,
    )


def test_raindrop() -> None:
    digest = of_text(
        "id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n"
        f'1,Anemones,Mine.,They attend …,{PAPER},Sea / Slow,"tides, sea",2020-09-17T05:58:42.000Z,,'
        '"Highlight:They attend\n\nHighlight:to one another",true\n'
        "2,Bridges,,,https://example.org/b,Unsorted,,,,,false\n"
        "3,Clouds,,,https://example.org/c,,,,,,\n"
    )
    assert digest.format == "raindrop"
    assert [brief(entry) for entry in digest.entries] == [
        ("Anemones", PAPER, None, True, ("Sea/Slow", "tides", "sea")),
        ("Bridges", "https://example.org/b", None, False, ()),
        ("Clouds", "https://example.org/c", None, False, ()),
    ]
    first = digest.entries[0]
    assert first.marks.note == "Mine.\n\n> They attend\n\n> to one another"
    assert (first.snippet, first.abstract, first.marks.added_at) == ("They attend …", "", ADDED)


def test_readwise_documents() -> None:
    digest = of_text(
        "Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\n"
        f"Anemones,{PAPER},1,\"['tides', 'sea']\",2020-09-17 05:58:42+00:00,1.0,new,True\n"
        "Bridges,https://example.org/b,2,,,0.2,later,False\n"
        "Clouds,https://example.org/c,3,,,0,archive,True\n"
    )
    assert digest.format == "readwise"
    assert [brief(entry) for entry in digest.entries] == [
        ("Anemones", PAPER, Status.READ, False, ("tides", "sea")),
        ("Bridges", "https://example.org/b", Status.QUEUED, False, ()),
        ("Clouds", "https://example.org/c", Status.READ, False, ()),
    ]
    assert digest.entries[0].marks.added_at == ADDED


def test_readwise_highlights_become_one_note_a_document() -> None:
    digest = of_text(
        "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,"
        "Highlighted at,Document tags\n"
        'They attend.,Anemones,Ada Tide and Bruno Reef,,Really?,yellow,,page,1,2020-09-17 05:58:42,"a,b"\n'
        "It sways.,Bridges,Chloe Span,,,,,page,2,,\n"
        "To one another.,Anemones,Ada Tide and Bruno Reef,,,,,page,3,2021-01-01 00:00:00,\n"
    )
    first, second = digest.entries
    assert (first.title, first.authors) == ("Anemones", ("Ada Tide", "Bruno Reef"))
    assert first.marks.note == "> They attend.\n\nReally?\n\n> To one another."
    assert (first.marks.tags, first.marks.added_at) == (("a", "b"), ADDED)
    assert (second.title, second.marks.note) == ("Bridges", "> It sways.")


def test_omnivore() -> None:
    item = {"id": "1", "slug": "a", "title": "Anemones | OpenReview", "url": PAPER, "labels": ["tides"],
            "state": "Archived", "readingProgress": 0, "savedAt": "2020-09-17T05:58:42.000Z",
            "author": "Ada Tide", "description": "They attend", "publishedAt": "2020-01-01"}  # fmt: skip
    others = [
        item
        | {
            "title": "Bridges",
            "state": "Active",
            "readingProgress": 100,
            "labels": [{"name": "x"}],
        },
        item | {"title": "Clouds", "state": "Active", "labels": []},
    ]
    digest = of_text(json.dumps([item, *others]))
    assert digest.format == "omnivore"
    assert [brief(entry) for entry in digest.entries] == [
        ("Anemones", PAPER, Status.READ, False, ("tides",)),
        ("Bridges", PAPER, Status.READ, False, ("x",)),
        ("Clouds", PAPER, None, False, ()),
    ]
    first = digest.entries[0]
    assert (first.authors, first.year, first.snippet) == (("Ada Tide",), 2020, "They attend")
    assert first.marks.added_at == ADDED


def test_wallabag() -> None:
    item = {"is_archived": 1, "is_starred": 1, "tags": ["tides"], "title": "Anemones", "url": PAPER,
            "content": "<p>x</p>" * 999, "created_at": "2020-09-17T05:58:42+0000",
            "annotations": [{"quote": "They attend.", "text": "Mine."}]}  # fmt: skip
    plain = {"is_archived": 0, "is_starred": 0, "url": "https://example.org/b", "title": "Bridges"}
    tagged = plain | {"title": "Clouds", "tags": [{"label": "box"}]}
    digest = of_text(json.dumps([item, plain, tagged]))
    assert digest.format == "wallabag"
    assert [brief(entry) for entry in digest.entries] == [
        ("Anemones", PAPER, Status.READ, True, ("tides",)),
        ("Bridges", "https://example.org/b", None, False, ()),
        ("Clouds", "https://example.org/b", None, False, ("box",)),
    ]
    assert digest.entries[0].marks.note == "> They attend.\n\nMine."
    assert digest.entries[0].marks.added_at == ADDED
    assert len(digest.entries[0].raw) < 1000


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
    assert (first.marks.note, first.marks.added_at, first.line) == ("They attend.", ADDED, 11)
    assert brief(second) == ("Bridges", "https://example.org/b", None, False, ())
    assert (third.title, links(third)) == ("Clouds", {})


def test_real_exports() -> None:
    paper, *_, last = of_corpus("readlater/wallabag__instapaper-export.csv").entries
    assert (paper.marks.status, last.marks.tags) == (None, ("test_tag",))
    pocket = of_corpus("readlater/wallabag__pocket.csv").entries
    assert [entry.marks.status for entry in pocket][3:5] == [Status.READ, None]
    assert pocket[1].title == "Est-ce que j’ai besoin d’un Scrum Master ?"
    omnivore = of_corpus("readlater/wallabag__omnivore.json").entries
    assert (omnivore[0].marks.status, omnivore[0].marks.tags) == (Status.READ, ("RSS",))
    assert omnivore[0].authors == ("Juliette Garnier",)
    bookmarks = of_corpus("readlater/wallabag__shaarli-bookmarks.html").entries
    assert [entry.marks.tags for entry in bookmarks] == [("firefoxos",), ("firefoxos",)]
