"""Tests of reader/cli: its commands as a person meets them."""
