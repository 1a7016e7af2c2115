"""What the window does with notes that were edited in an exported folder."""
