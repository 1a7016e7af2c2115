"""The command palette: everything the window can do and hold, found by a few letters."""
