"""Marks passages of titles and abstracts, and keeps the marks where they belong."""

from __future__ import annotations

from datetime import datetime

from reader.errors import EditError
from reader.model import Colour, Highlight
from reader.operations.anchoring import Anchor, anchor, find
from reader.store import Database, highlights, papers
from reader.words import say

FIELDS = ("title", "abstract")


def mark(
    database: Database,
    paper_id: int,
    field: str,
    wanted: Anchor,
    colour: Colour,
    comment: str,
    now: datetime,
) -> int:
    """Marks a passage and returns the number of the highlight. Raises NotFoundError, EditError.

    A passage is marked once: one that is marked already only gets the colour, and the comment if
    there is one.
    """
    papers.require(database, paper_id)
    if field not in FIELDS:
        raise EditError(
            say("Highlights are in the title or the abstract, not in {!r}.").format(field)
        )
    text = highlights.text_of(database, paper_id, field)
    place = _within(text, find(text, wanted))
    if place is None:
        other = say("The title does not say “{}”.") if field == "title" else None
        raise EditError(
            (other or say("The abstract does not say “{}”.")).format(_short(wanted.quote)),
            advice=say("It may have been corrected meanwhile; select the passage once more."),
        )
    found = anchor(text, *place)
    known = _known(database, paper_id, field, found)
    if known is None:
        made = Highlight(
            0, field, found.quote, found.prefix, found.suffix, colour.value, cleaned(comment)
        )
        return highlights.add(database, paper_id, made, now)
    highlights.set_colour(database, known.id, colour.value)
    if comment.strip():
        highlights.set_comment(database, known.id, cleaned(comment))
    return known.id


def cleaned(comment: str) -> str:
    """A comment as it is kept: on one line."""
    return " ".join(comment.split())


def follow_texts(database: Database) -> None:
    """Has highlights mark the same passages in the texts that this step has changed.

    What cannot be found stays as it is: orphaned, until a text comes that has it.
    """
    for paper_id, marked in highlights.of_changed_texts(database).items():
        texts = {field: highlights.text_of(database, paper_id, field) for field in FIELDS}
        seen: set[tuple[object, ...]] = set()
        for highlight in marked:
            before = anchor_of(highlight)
            after = _moved(texts[highlight.field], before) if highlight.orphaned else before
            if after != before:
                highlights.set_place(
                    database, highlight.id, after.quote, after.prefix, after.suffix
                )
            # Merged papers may both have had it.
            facts = (highlight.field, highlight.colour, highlight.comment, after)
            if facts in seen:
                highlights.delete(database, [highlight.id])
            seen.add(facts)


def anchor_of(highlight: Highlight) -> Anchor:
    """Where a highlight belongs."""
    return Anchor(highlight.quote, highlight.prefix, highlight.suffix)


def _moved(text: str, before: Anchor) -> Anchor:
    place = _within(text, find(text, before))
    return before if place is None else anchor(text, *place)


def _within(text: str, place: tuple[int, int] | None) -> tuple[int, int] | None:
    """A place without the space around it; None when it is nothing else."""
    if place is None or not text[slice(*place)].strip():
        return None
    start, end = place
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return start, end


def _known(database: Database, paper_id: int, field: str, found: Anchor) -> Highlight | None:
    of_paper = highlights.of_papers(database, f"[{paper_id}]").get(paper_id, [])
    for highlight in of_paper:
        if highlight.field == field and anchor_of(highlight) == found:
            return highlight
    return None


def _short(quote: str) -> str:
    return quote if len(quote) <= 60 else f"{quote[:60].rstrip()}…"
