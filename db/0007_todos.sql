-- The open items of the checklists in notes (- [ ] …): derived from their texts as note_links are,
-- for the list of what is to do. line is that of the note, from 0; text is what stands behind the
-- box. open_todos is a function of the program's (see reader/store/todos.py).

CREATE TABLE todos (
    paper_id INTEGER NOT NULL REFERENCES papers (id) ON DELETE CASCADE,
    line INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (paper_id, line)
) STRICT, WITHOUT ROWID;

INSERT INTO todos
    SELECT n.paper_id, todo.value ->> 0, todo.value ->> 1
    FROM notes n, json_each(open_todos(n.text)) todo;
