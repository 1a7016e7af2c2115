"""Structured text as plain values, forgiving of damage: JSON, XML and HTML, CSV, tagged lines."""
