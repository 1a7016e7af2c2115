-- The library as it was founded. Statements end with a semicolon at the end of a line; the END of
-- a trigger stands alone on its line.

CREATE TABLE papers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    reader_id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    title_key TEXT NOT NULL,
    title_provisional INTEGER NOT NULL DEFAULT 0 CHECK (title_provisional IN (0, 1)),
    abstract TEXT NOT NULL DEFAULT '',
    year INTEGER,
    venue TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL DEFAULT 'inbox'
        CHECK (status IN ('inbox', 'queued', 'reading', 'read', 'skipped')),
    starred INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1)),
    added_at TEXT NOT NULL,
    status_at TEXT,
    starred_at TEXT,
    read_at TEXT
) STRICT;
CREATE INDEX papers_by_added ON papers (added_at DESC, id);
CREATE INDEX papers_by_status_added ON papers (status, added_at DESC, id);
CREATE INDEX papers_by_title ON papers (title_key, id);
CREATE INDEX papers_by_status_title ON papers (status, title_key, id);
CREATE INDEX papers_by_year ON papers (year DESC, added_at DESC, id);
CREATE INDEX papers_by_status_year ON papers (status, year DESC, added_at DESC, id);
CREATE INDEX papers_starred ON papers (added_at DESC, id) WHERE starred = 1;

CREATE TABLE authors (
    id INTEGER PRIMARY KEY,
    paper_id INTEGER NOT NULL REFERENCES papers (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    UNIQUE (paper_id, position)
) STRICT;

CREATE TABLE identifiers (
    id INTEGER PRIMARY KEY,
    paper_id INTEGER NOT NULL REFERENCES papers (id) ON DELETE CASCADE,
    scheme TEXT NOT NULL,
    value TEXT NOT NULL,
    UNIQUE (scheme, value)
) STRICT;
CREATE INDEX identifiers_by_paper ON identifiers (paper_id);

CREATE TABLE links (
    id INTEGER PRIMARY KEY,
    paper_id INTEGER NOT NULL REFERENCES papers (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('page', 'pdf', 'code', 'other')),
    url TEXT NOT NULL,
    UNIQUE (paper_id, url)
) STRICT;

CREATE TABLE digests (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL,
    date TEXT,
    source TEXT NOT NULL,
    format TEXT NOT NULL,
    parser_version INTEGER NOT NULL,
    content_hash TEXT NOT NULL UNIQUE,
    raw BLOB NOT NULL,
    imported_at TEXT NOT NULL
) STRICT;

CREATE TABLE entries (
    id INTEGER PRIMARY KEY,
    digest_id INTEGER NOT NULL REFERENCES digests (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    paper_id INTEGER NOT NULL REFERENCES papers (id) ON DELETE CASCADE,
    said TEXT NOT NULL CHECK (json_valid(said)),
    line INTEGER NOT NULL DEFAULT 0,
    UNIQUE (digest_id, position)
) STRICT;
CREATE INDEX entries_by_paper ON entries (paper_id, digest_id);
CREATE INDEX entries_by_digest ON entries (digest_id, paper_id);

-- Who set a field of a paper: a digest, or (digest_id NULL) the user.
CREATE TABLE field_origins (
    id INTEGER PRIMARY KEY,
    paper_id INTEGER NOT NULL REFERENCES papers (id) ON DELETE CASCADE,
    field TEXT NOT NULL,
    digest_id INTEGER REFERENCES digests (id) ON DELETE SET NULL,
    UNIQUE (paper_id, field)
) STRICT;
CREATE INDEX field_origins_by_digest ON field_origins (digest_id);

CREATE TABLE tags (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (name <> '')
) STRICT;

CREATE TABLE paper_tags (
    id INTEGER PRIMARY KEY,
    paper_id INTEGER NOT NULL REFERENCES papers (id) ON DELETE CASCADE,
    tag_id INTEGER NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
    UNIQUE (paper_id, tag_id)
) STRICT;
CREATE INDEX paper_tags_by_tag ON paper_tags (tag_id, paper_id);

-- hash is the SHA-256 of the text, for finding damage that SQLite cannot see.
CREATE TABLE notes (
    id INTEGER PRIMARY KEY,
    paper_id INTEGER NOT NULL UNIQUE REFERENCES papers (id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    version INTEGER NOT NULL,
    hash TEXT NOT NULL,
    changed_at TEXT NOT NULL
) STRICT;

-- By reader_id and without a reference on purpose: undoing an import must not take texts along.
CREATE TABLE note_revisions (
    id INTEGER PRIMARY KEY,
    reader_id TEXT NOT NULL,
    text TEXT NOT NULL,
    hash TEXT NOT NULL,
    made_at TEXT NOT NULL
) STRICT;
CREATE INDEX note_revisions_by_paper ON note_revisions (reader_id, id);

CREATE TABLE highlights (
    id INTEGER PRIMARY KEY,
    paper_id INTEGER NOT NULL REFERENCES papers (id) ON DELETE CASCADE,
    field TEXT NOT NULL CHECK (field IN ('title', 'abstract')),
    quote TEXT NOT NULL,
    prefix TEXT NOT NULL DEFAULT '',
    suffix TEXT NOT NULL DEFAULT '',
    colour TEXT NOT NULL CHECK (colour IN ('yellow', 'green', 'blue', 'pink')),
    comment TEXT NOT NULL DEFAULT '',
    made_at TEXT NOT NULL
) STRICT;
CREATE INDEX highlights_by_paper ON highlights (paper_id);

CREATE TABLE smart_lists (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    icon TEXT NOT NULL DEFAULT '',
    query TEXT NOT NULL,
    position INTEGER NOT NULL
) STRICT;

-- changes: zlib-compressed JSON, see reader/store/journal.py.
CREATE TABLE journal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    label TEXT NOT NULL,
    made_at TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
    merge_key TEXT NOT NULL DEFAULT '',
    changes BLOB NOT NULL
) STRICT;

CREATE TABLE exported_files (
    folder TEXT NOT NULL,
    reader_id TEXT NOT NULL,
    path TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (folder, reader_id)
) STRICT;

CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- Papers whose words changed since they were last indexed. A row goes only when the index has been
-- committed and sequence is still the one that was read.
CREATE TABLE index_queue (
    paper_id INTEGER PRIMARY KEY,
    sequence INTEGER NOT NULL
) STRICT;
CREATE INDEX index_queue_by_sequence ON index_queue (sequence);

CREATE TRIGGER queue_new_paper AFTER INSERT ON papers BEGIN
    INSERT INTO index_queue VALUES
        (new.id, 1 + (SELECT ifnull(max(sequence), 0) FROM index_queue))
        ON CONFLICT (paper_id) DO UPDATE SET sequence = excluded.sequence;
END;
CREATE TRIGGER queue_changed_paper AFTER UPDATE OF title, abstract, venue ON papers BEGIN
    INSERT INTO index_queue VALUES
        (new.id, 1 + (SELECT ifnull(max(sequence), 0) FROM index_queue))
        ON CONFLICT (paper_id) DO UPDATE SET sequence = excluded.sequence;
END;
CREATE TRIGGER queue_deleted_paper AFTER DELETE ON papers BEGIN
    INSERT INTO index_queue VALUES
        (old.id, 1 + (SELECT ifnull(max(sequence), 0) FROM index_queue))
        ON CONFLICT (paper_id) DO UPDATE SET sequence = excluded.sequence;
END;
CREATE TRIGGER queue_new_author AFTER INSERT ON authors BEGIN
    INSERT INTO index_queue VALUES
        (new.paper_id, 1 + (SELECT ifnull(max(sequence), 0) FROM index_queue))
        ON CONFLICT (paper_id) DO UPDATE SET sequence = excluded.sequence;
END;
CREATE TRIGGER queue_deleted_author AFTER DELETE ON authors BEGIN
    INSERT INTO index_queue VALUES
        (old.paper_id, 1 + (SELECT ifnull(max(sequence), 0) FROM index_queue))
        ON CONFLICT (paper_id) DO UPDATE SET sequence = excluded.sequence;
END;
CREATE TRIGGER queue_new_tag AFTER INSERT ON paper_tags BEGIN
    INSERT INTO index_queue VALUES
        (new.paper_id, 1 + (SELECT ifnull(max(sequence), 0) FROM index_queue))
        ON CONFLICT (paper_id) DO UPDATE SET sequence = excluded.sequence;
END;
CREATE TRIGGER queue_deleted_tag AFTER DELETE ON paper_tags BEGIN
    INSERT INTO index_queue VALUES
        (old.paper_id, 1 + (SELECT ifnull(max(sequence), 0) FROM index_queue))
        ON CONFLICT (paper_id) DO UPDATE SET sequence = excluded.sequence;
END;
CREATE TRIGGER queue_new_note AFTER INSERT ON notes BEGIN
    INSERT INTO index_queue VALUES
        (new.paper_id, 1 + (SELECT ifnull(max(sequence), 0) FROM index_queue))
        ON CONFLICT (paper_id) DO UPDATE SET sequence = excluded.sequence;
END;
CREATE TRIGGER queue_changed_note AFTER UPDATE OF text ON notes BEGIN
    INSERT INTO index_queue VALUES
        (new.paper_id, 1 + (SELECT ifnull(max(sequence), 0) FROM index_queue))
        ON CONFLICT (paper_id) DO UPDATE SET sequence = excluded.sequence;
END;
CREATE TRIGGER queue_deleted_note AFTER DELETE ON notes BEGIN
    INSERT INTO index_queue VALUES
        (old.paper_id, 1 + (SELECT ifnull(max(sequence), 0) FROM index_queue))
        ON CONFLICT (paper_id) DO UPDATE SET sequence = excluded.sequence;
END;
