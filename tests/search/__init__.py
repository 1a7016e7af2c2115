"""Tests of reader/search."""
