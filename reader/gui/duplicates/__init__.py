"""Papers that may be one: side by side, to be merged or kept apart."""
