-- Where the visible history of a device linked without history begins, recorded when it is linked and never changed. The
-- line without a conversation says that it was recorded; a conversation without a line is newer than the link.

ALTER TABLE members ADD COLUMN draft_number BIGINT NOT NULL DEFAULT 0;

UPDATE members SET draft_number = 1 WHERE draft <> '';

CREATE TABLE history_starts (
    session_id      TEXT   NOT NULL,
    conversation_id TEXT   NOT NULL,
    first_seq       BIGINT NOT NULL,
    -- The draft of that number, and those before it, were begun before the link.
    draft_number    BIGINT NOT NULL,
    PRIMARY KEY (session_id, conversation_id)
);

INSERT INTO history_starts (session_id, conversation_id, first_seq, draft_number)
    SELECT s.id, m.conversation_id, 1 + COALESCE((SELECT MAX(old.seq) FROM messages old
        WHERE old.conversation_id = m.conversation_id AND old.sent_at < s.created_at), 0), m.draft_number
    FROM sessions s JOIN members m ON m.account_id = s.account_id AND m.left_at IS NULL
    WHERE s.without_history AND s.ended_at IS NULL;

INSERT INTO history_starts (session_id, conversation_id, first_seq, draft_number)
    SELECT id, '', 0, 0 FROM sessions WHERE without_history AND ended_at IS NULL;
