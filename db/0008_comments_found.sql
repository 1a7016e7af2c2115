-- Searches find the comments of highlights, as part of what was noted (see reader/store/index_queue.py).

CREATE TRIGGER queue_new_comment AFTER INSERT ON highlights WHEN new.comment <> '' BEGIN
    INSERT INTO index_queue VALUES
        (new.paper_id, 1 + (SELECT ifnull(max(sequence), 0) FROM index_queue))
        ON CONFLICT (paper_id) DO UPDATE SET sequence = excluded.sequence;
END;
CREATE TRIGGER queue_changed_comment AFTER UPDATE OF comment, paper_id ON highlights BEGIN
    INSERT INTO index_queue VALUES
        (new.paper_id, 1 + (SELECT ifnull(max(sequence), 0) FROM index_queue))
        ON CONFLICT (paper_id) DO UPDATE SET sequence = excluded.sequence;
END;
CREATE TRIGGER queue_deleted_comment AFTER DELETE ON highlights WHEN old.comment <> '' BEGIN
    INSERT INTO index_queue VALUES
        (old.paper_id, 1 + (SELECT ifnull(max(sequence), 0) FROM index_queue))
        ON CONFLICT (paper_id) DO UPDATE SET sequence = excluded.sequence;
END;

INSERT INTO index_queue
    SELECT h.paper_id, (SELECT ifnull(max(sequence), 0) FROM index_queue) + h.paper_id
    FROM (SELECT DISTINCT paper_id FROM highlights WHERE comment <> '') h WHERE true
    ON CONFLICT (paper_id) DO UPDATE SET sequence = excluded.sequence;
