-- Orders what arrives from different nodes and is no message.

-- How often a member's draft or arrangement changed.
ALTER TABLE members ADD COLUMN note_number BIGINT NOT NULL DEFAULT 0;

-- How often it changed who is invited.
ALTER TABLE conversations ADD COLUMN invitation_number BIGINT NOT NULL DEFAULT 0;
