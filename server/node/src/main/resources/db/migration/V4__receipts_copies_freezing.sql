-- When the device of an ended session said that nothing of the session is left there.
ALTER TABLE sessions ADD COLUMN wiped_at BIGINT;

-- The token that was used last. Another one of the same generation is a copy's.
ALTER TABLE sessions ADD COLUMN token_id TEXT;

-- Since when the phone has the device frozen; null for not.
ALTER TABLE sessions ADD COLUMN frozen_at BIGINT;
