"""OPML 2.0 (http://opml.org/spec2.opml) lists subscriptions, not papers; this says so."""

from __future__ import annotations

from reader.digests.registry import Format, Parsed, Source
from reader.digests.structured.xml_tree import xml_tree
from reader.errors import DigestError
from reader.words import say, to_say


def sniff(source: Source) -> int:
    """Sure of the root."""
    return 96 if source.root == "opml" else 0


def parse(source: Source) -> Parsed:
    """Raises DigestError that names the feeds."""
    outlines = [o for o in xml_tree(source.text).iter("outline") if o.get("xmlUrl")]
    names = [outline.get("text") or outline.get("title") or "" for outline in outlines]
    raise DigestError(
        say("This is a list of %Ln subscription(s) (OPML), not of papers.", len(outlines)),
        where=say("It names {}.").format(", ".join(f"“{name[:60]}”" for name in names[:3]))
        if names
        else "",
        advice=say(
            "Import a feed itself: open its address in a browser, save it, and drop the file."
        ),
    )


FORMAT = Format(
    name="opml",
    title=to_say("OPML (subscriptions)"),
    version=1,
    expects=to_say("a feed; OPML is recognised but lists no papers"),
    sniff=sniff,
    parse=parse,
    markup=True,
)
