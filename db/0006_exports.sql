-- What makes exporting again quick: fingerprints of what each file was made from and of its line in
-- the index, and what the file itself was known by when its reader-id was last seen.

ALTER TABLE exported_files ADD COLUMN source TEXT NOT NULL DEFAULT '';
ALTER TABLE exported_files ADD COLUMN line TEXT NOT NULL DEFAULT '';
ALTER TABLE exported_files ADD COLUMN mark TEXT NOT NULL DEFAULT '';
