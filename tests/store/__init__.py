"""Tests of reader/store."""
