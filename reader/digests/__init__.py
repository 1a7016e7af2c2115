"""Importers: bytes to a Digest, one module a format, or a DigestError that says why not.

``read`` parses in this process; ``sandbox.read_limited`` does so within limits, in a child process.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from reader.digests.refused import Refused

if TYPE_CHECKING:
    from reader.digests.formats import FORMATS
    from reader.digests.reading import read, read_each

__all__ = ["FORMATS", "Refused", "read", "read_each"]

_HOMES = {"FORMATS": "formats", "read": "reading", "read_each": "reading"}


def __getattr__(name: str) -> Any:
    # All the formats with their parsers take a third of the time in which the window starts, and
    # most starts import nothing.
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
