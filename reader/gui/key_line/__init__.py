"""The keys of the moment along the bottom edge, for those who learn them."""
