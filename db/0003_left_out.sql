-- The entries of a digest that the person did not take, as an array of title keys, so that reading the
-- digest again with a better parser does not offer them as new.

ALTER TABLE digests ADD COLUMN left_out TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(left_out));
