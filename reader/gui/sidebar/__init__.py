"""The left pane: lists, digests and tags with live counts."""
