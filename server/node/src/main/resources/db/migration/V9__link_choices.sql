-- What the person granted a linked desktop, and when they last typed their password on a phone.

ALTER TABLE sessions ADD COLUMN ends_at BIGINT;
ALTER TABLE sessions ADD COLUMN read_only BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE sessions ADD COLUMN without_history BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE sessions ADD COLUMN password_at BIGINT;

UPDATE sessions SET password_at = created_at WHERE kind = 'PHONE';

CREATE INDEX sessions_by_end ON sessions (ends_at) WHERE ended_at IS NULL AND ends_at IS NOT NULL;
