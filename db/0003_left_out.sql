-- The entries of a digest that the person did not take or whose papers they deleted, as an array of
-- [title key, line], so that reading the digest again with a better parser does not bring them back.

ALTER TABLE digests ADD COLUMN left_out TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(left_out));
