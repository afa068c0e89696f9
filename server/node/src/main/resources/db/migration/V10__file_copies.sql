-- Of the same bytes each upload makes a copy of its own, whose name nothing else ever has: what one node clears away late
-- harms no other that was given the same bytes again.

-- The upload whose copy is in use; empty for bytes that came before this.
ALTER TABLE files ADD COLUMN upload_id TEXT NOT NULL DEFAULT '';

-- Copies, and what came of uploads, that nobody needs any more and that are to be cleared away.
CREATE TABLE left_copies (
    sha256    TEXT   NOT NULL,
    upload_id TEXT   NOT NULL,
    left_at   BIGINT NOT NULL,
    PRIMARY KEY (sha256, upload_id)
);
