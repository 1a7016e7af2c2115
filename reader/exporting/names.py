"""File names that every system accepts. Touches nothing, only processes text."""

from __future__ import annotations

import re
import unicodedata

from reader.exporting.escaping import plain
from reader.model import Paper

SUFFIX = ".md"
_LONGEST = 120
"""In bytes of UTF-8, suffix included: well below every limit, also inside deep folders."""
_SHORT_TITLE = 60
_AUTHOR = 30

# Forbidden on Windows, or special in the links of note-taking programs.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*#^\[\]%]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])", re.IGNORECASE)
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def file_name(paper: Paper) -> str:
    """``<year> <first author> - <short title>.md``; what a paper does not have is left out."""
    parts = name_parts_of(paper)
    front = " ".join(part for part in (parts["year"], parts["author"]) if part)
    return _valid(" - ".join(part for part in (front, parts["title"]) if part))


def name_parts_of(paper: Paper) -> dict[str, str]:
    """What a file name may be made of: ``year``, ``author`` and ``title``, each empty or short."""
    return {
        "year": str(paper.year) if paper.year else "",
        "author": _shorten(_last_name(paper.authors[0]), _AUTHOR) if paper.authors else "",
        "title": _shorten(_short_title(paper.title), _SHORT_TITLE),
    }


def named(stem: str) -> str:
    """A file name of a text that anybody wrote: valid everywhere, whatever is in it."""
    return _valid(_clean(re.sub(r"\\(.)", r"\1", stem)).removesuffix(SUFFIX))


def unique(name: str, taken: set[str]) -> str:
    """The name, with a number when it is taken; the answer is then taken too.

    ``taken`` holds keys as ``clash_key`` makes them.
    """
    stem, count, candidate = name.removesuffix(SUFFIX), 1, name
    while clash_key(candidate) in taken:
        count += 1
        candidate = f"{stem} ({count}){SUFFIX}"
    taken.add(clash_key(candidate))
    return candidate


def clash_key(name: str) -> str:
    """The same for names that some file system takes for one (case, composed letters)."""
    folded = unicodedata.normalize("NFD", name).casefold()
    return unicodedata.normalize("NFD", folded)


def _last_name(author: str) -> str:
    """ "Gu" of "Albert Gu" and of "Gu, Albert"."""
    author = _clean(author)
    if "," in author:
        return author.split(",")[0].strip()
    return author.split()[-1] if author else ""


def _short_title(title: str) -> str:
    """The part before the colon when it names something, otherwise the whole title."""
    title = plain(title)
    short = title.split(": ")[0]
    return _clean(short if len(short) > 2 else title)


def _clean(text: str) -> str:
    """The text without what no name may have, on one line, composed."""
    text = unicodedata.normalize("NFC", _FORBIDDEN.sub(" ", plain(text)))
    seen = (character for character in text if unicodedata.category(character) not in _UNSEEN)
    return " ".join("".join(seen).split())


def _shorten(text: str, longest: int) -> str:
    """At most so many characters, cut between words where there are any."""
    if len(text) <= longest:
        return text
    cut = text[: longest + 1]
    return cut.rsplit(" ", 1)[0] if " " in cut[longest // 2 :] else text[:longest]


def _valid(stem: str) -> str:
    """A whole file name from a clean stem: not empty, reserved, hidden or too long."""
    stem = _cut(stem.strip(" .-~"), _LONGEST - len(SUFFIX) - len(" (99999)")).rstrip(" .")
    if not stem:
        stem = "paper"
    if _RESERVED.fullmatch(stem.split(".")[0].strip()):
        stem = f"_{stem}"
    return stem + SUFFIX


def _cut(text: str, longest: int) -> str:
    """At most so many bytes, and no accent without its letter."""
    cut = text.encode("utf-8")[:longest].decode("utf-8", "ignore")
    return unicodedata.normalize("NFC", cut)
