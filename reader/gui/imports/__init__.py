"""Digests come in: by file dialog, drop and paste, through a preview."""
