-- What the notes of papers link to, as [[…]]: derived from their texts, for finding the links that
-- lead to a paper. scheme is title (value: a title key), reader (a reader_id) or that of an
-- identifier. link_names is a function of the program's (see reader/store/note_links.py); triggers
-- of its connections keep the table right with every change of a note, undo and redo included.

CREATE TABLE note_links (
    paper_id INTEGER NOT NULL REFERENCES papers (id) ON DELETE CASCADE,
    scheme TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (paper_id, scheme, value)
) STRICT, WITHOUT ROWID;
CREATE INDEX note_links_by_target ON note_links (scheme, value);

INSERT INTO note_links
    SELECT DISTINCT n.paper_id, link.value ->> 0, link.value ->> 1
    FROM notes n, json_each(link_names(n.text)) link;
