"""What leaves the window: copied, dragged, opened elsewhere, printed."""
