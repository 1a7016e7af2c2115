from __future__ import annotations

import pytest

from reader.errors import DigestError
from tests.digests.formats.facts import of_text


def test_subscriptions_are_no_papers_and_are_named() -> None:
    text = """<?xml version="1.0"?><opml version="2.0"><body><outline text="Folder">
    <outline type="rss" text="Slow Animals" xmlUrl="https://example.org/a"/>
    <outline type="rss" title="Tides" xmlUrl="https://example.org/b"/></outline></body></opml>"""
    with pytest.raises(DigestError, match=r"list of 2 subscriptions.*“Slow Animals”, “Tides”"):
        of_text(text, "feeds.opml")
