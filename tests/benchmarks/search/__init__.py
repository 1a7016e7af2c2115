"""What `make bench-search` measures: our index beside tantivy and FTS5, in one run."""
