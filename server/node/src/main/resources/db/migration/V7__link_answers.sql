-- When the person said on a phone that it was them who linked a desktop; null while nobody has. Of those that were linked
-- before there was a question, nobody is asked.

ALTER TABLE sessions ADD COLUMN answered_at BIGINT;

UPDATE sessions SET answered_at = created_at;
