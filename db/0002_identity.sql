-- What tells papers apart and puts them together. snippet is a piece of an abstract that a source
-- such as a mail alert cut, shown until the abstract comes; version that of an arXiv paper.

ALTER TABLE papers ADD COLUMN snippet TEXT NOT NULL DEFAULT '';
ALTER TABLE papers ADD COLUMN version INTEGER;

-- Two papers with titles so alike that a person should look; different says that a person did.
CREATE TABLE possible_duplicates (
    id INTEGER PRIMARY KEY,
    paper_id INTEGER NOT NULL REFERENCES papers (id) ON DELETE CASCADE,
    other_id INTEGER NOT NULL REFERENCES papers (id) ON DELETE CASCADE,
    different INTEGER NOT NULL DEFAULT 0 CHECK (different IN (0, 1)),
    UNIQUE (paper_id, other_id)
) STRICT;
CREATE INDEX possible_duplicates_by_other ON possible_duplicates (other_id);
CREATE INDEX possible_duplicates_undecided ON possible_duplicates (id) WHERE different = 0;

-- Papers that the person deleted, so that no later digest brings them back. authors is an array of
-- names, identifiers one of [scheme, value].
CREATE TABLE deleted_papers (
    id INTEGER PRIMARY KEY,
    reader_id TEXT NOT NULL UNIQUE,
    title_key TEXT NOT NULL,
    year INTEGER,
    authors TEXT NOT NULL CHECK (json_valid(authors)),
    identifiers TEXT NOT NULL CHECK (json_valid(identifiers))
) STRICT;
