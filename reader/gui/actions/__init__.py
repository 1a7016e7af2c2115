"""Every action of the window: what it is called, its keys, and when it applies."""
