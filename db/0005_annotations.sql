-- What notes and exports need to keep: the key by which a bibliography cites a paper (none until it
-- is asked for first; the program sees to it that no two are equal), and the images that notes
-- show, named there as images/HASH.EXTENSION. Images are no part of undo: it must not take any away.

ALTER TABLE papers ADD COLUMN citation_key TEXT;
CREATE INDEX papers_by_citation_key ON papers (citation_key) WHERE citation_key IS NOT NULL;

CREATE TABLE images (
    id INTEGER PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    media_type TEXT NOT NULL,
    data BLOB NOT NULL,
    added_at TEXT NOT NULL
) STRICT;

-- The page of reading progress asks for all decisions since a day, and nothing else of the papers.
CREATE INDEX papers_decided ON papers (status_at, added_at, status, read_at)
    WHERE status <> 'inbox';
