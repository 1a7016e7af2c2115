"""Full-text search with Whoosh. Knows words and numbers of papers, nothing of the database."""
