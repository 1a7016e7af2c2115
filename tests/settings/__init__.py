"""The files of a person's settings."""
