"""The right pane: one paper with its abstract, tags and note."""
