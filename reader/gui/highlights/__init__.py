"""Highlights: marking passages in the paper, painting them, and the view of all of them."""
