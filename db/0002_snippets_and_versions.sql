-- A piece of an abstract that a source such as a mail alert cut, shown until the abstract comes; and
-- the version of an arXiv paper.

ALTER TABLE papers ADD COLUMN snippet TEXT NOT NULL DEFAULT '';
ALTER TABLE papers ADD COLUMN version INTEGER;
