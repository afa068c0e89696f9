-- The newest message when a former member left: what was sent up to there was sent to them, too.

ALTER TABLE members ADD COLUMN left_seq BIGINT;

UPDATE members SET left_seq = COALESCE((SELECT m.seq FROM messages m WHERE m.conversation_id = members.conversation_id
    AND m.sent_at < members.left_at ORDER BY m.seq DESC LIMIT 1), 0) WHERE left_at IS NOT NULL;
