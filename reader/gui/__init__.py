"""The window. Everything that imports Qt lives here and in ``reader.app``."""
