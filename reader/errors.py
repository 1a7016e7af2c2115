"""What can go wrong outside our code, as sentences a person can act on.

An error of this family is the world's doing (a full disk, a damaged file, a typo); any other
exception that reaches a door is a bug of ours.
"""

from __future__ import annotations


class ReaderError(Exception):
    """Says what happened, where, and what to do.

    ``str(error)`` is the whole message, one sentence a part.
    """

    def __init__(self, what: str, *, where: str = "", advice: str = "") -> None:
        super().__init__(" ".join(part for part in (what, where, advice) if part))
        self.what = what
        self.where = where
        self.advice = advice


class DigestError(ReaderError):
    """A digest could not be understood. ``where`` names the line or byte and quotes it."""


class LibraryError(ReaderError):
    """The library cannot be opened, read or written (newer, locked, damaged, disk full…)."""


class NotFoundError(ReaderError):
    """What the person named (a paper, a digest) is not in the library."""


class EditError(ReaderError):
    """What the person wants a paper to say cannot be kept, such as an empty title."""


class IndexDamagedError(ReaderError):
    """The search index cannot be used; it is to be rebuilt from the library."""


class ExportError(ReaderError):
    """The notes could not be written where the person wanted them."""


class Cancelled(ReaderError):  # noqa: N818 - a wish, not a failure
    """The person stopped a long piece of work; nothing of it was kept."""

    def __init__(self) -> None:
        super().__init__("Cancelled; nothing was changed.")
