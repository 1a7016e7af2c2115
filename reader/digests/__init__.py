"""Importers: bytes to a Digest, one module a format, or a DigestError that says why not.

``read`` parses in this process; ``sandbox.read_limited`` does so within limits, in a child process.
"""

from __future__ import annotations

from reader.digests.formats import FORMATS
from reader.digests.reading import Refused, read, read_each

__all__ = ["FORMATS", "Refused", "read", "read_each"]
