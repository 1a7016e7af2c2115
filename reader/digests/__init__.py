"""Importers: bytes to a Digest, one module a format, or a DigestError that says why not.

``read`` parses in this process; what comes from outside is better given to ``sandbox.read_limited``.
"""

from __future__ import annotations

from reader.digests.formats import FORMATS
from reader.digests.reading import read

__all__ = ["FORMATS", "read"]
