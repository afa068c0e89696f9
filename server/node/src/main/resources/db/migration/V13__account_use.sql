-- What an account has used of its limits. The counts are those of one day; the bytes are those of all its stored messages.

CREATE TABLE account_use (
    account_id    TEXT   NOT NULL PRIMARY KEY,
    -- Days since 1970, UTC.
    day           BIGINT NOT NULL,
    changes       BIGINT NOT NULL,
    conversations BIGINT NOT NULL,
    people        BIGINT NOT NULL,
    text_bytes    BIGINT NOT NULL
);

-- Messages of a group itself have no name of a sender's device.
INSERT INTO account_use (account_id, day, changes, conversations, people, text_bytes)
SELECT sender_id, 0, 0, 0, 0, SUM(OCTET_LENGTH(body)) FROM messages WHERE client_id IS NOT NULL GROUP BY sender_id;
