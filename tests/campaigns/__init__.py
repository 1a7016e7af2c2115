"""Long hunts for losses, each with a short form that the suite runs."""
