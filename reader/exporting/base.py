"""What an export remembers and answers, as plain data. Loads no template engine and no YAML."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from reader.model import ExportReport

INDEX_ID = "index"
"""The reader-id of the file that lists the papers of an export."""
SINGLE_ID = "single:"
"""With the file's name after it, the reader-id of a single document."""

OWN_TEMPLATES = ("logseq",)
"""Bodies for other programs, by the names of their templates."""


KeepLost = Callable[[Mapping[str, str]], None]
"""Is given the texts of files that lose against the library's, by reader-id, before they do."""


def keep_nothing(_texts: Mapping[str, str]) -> None:
    """The KeepLost of who has nowhere to keep them."""


class Resolve(StrEnum):
    """Who wins where the person and the library both changed the same place of a file."""

    REPORT = "report"
    """Nobody: the file is left as it is and reported as a conflict."""
    OURS = "ours"
    """The library, in the conflicting places only."""
    THEIRS = "theirs"
    """The file, in the conflicting places only; the rest still arrives."""
    BOTH = "both"
    """Both, one after the other; of a value that there can be only one of, nobody."""


@dataclass(frozen=True, slots=True)
class Base:
    """The rendering that was last brought into the file of a paper.

    Not the file's whole content: what the person added is not in ``text``, or the next merge would
    take it for something the library has dropped. ``path`` is relative to the folder, with slashes.

    The rest spares work. ``source`` is a fingerprint of what the rendering was made from, ``line``
    that of the paper's line in the index, ``mark`` what the file was known by when its reader-id
    was last seen; each may be empty, which means: look.
    """

    reader_id: str
    path: str
    text: str
    source: str = ""
    line: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export did, and every base to keep from now on instead of those it was given.

    ``index_stale`` says that the list of papers was left out and is no longer right.
    """

    report: ExportReport
    bases: tuple[Base, ...]
    index_stale: bool = False


@dataclass(frozen=True, slots=True)
class Options:
    """How a folder is to be exported.

    ``template`` and ``name`` are the texts of Jinja2 templates of the person: for the body of a
    file, and for the name of a new one. ``whole`` False says that the papers are only some of
    those in the folder: the list of papers is left alone, and nothing is reported as no longer
    selected. ``make`` False: the folder must be there.
    """

    resolve: Resolve = Resolve.REPORT
    template: str | None = None
    name: str | None = None
    whole: bool = True
    make: bool = True
