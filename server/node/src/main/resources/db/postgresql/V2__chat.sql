-- Conversations and messages. A message's number, and the number of each change, is given in the transaction that stores it.

CREATE TABLE conversations (
    id         TEXT   NOT NULL PRIMARY KEY,
    -- The two accounts of a one-to-one conversation, in order: so that there is only one for each pair.
    direct_key TEXT   UNIQUE,
    -- A group has a name, and may have a picture.
    name       TEXT,
    picture    TEXT,
    created_at BIGINT NOT NULL,
    last_seq   BIGINT NOT NULL,
    last_rev   BIGINT NOT NULL
);

CREATE TABLE members (
    conversation_id TEXT    NOT NULL REFERENCES conversations (id),
    account_id      TEXT    NOT NULL,
    admin           BOOLEAN NOT NULL,
    joined_at       BIGINT  NOT NULL,
    left_at         BIGINT,
    -- Who comes later does not see what was said before.
    first_seq       BIGINT  NOT NULL,
    delivered_seq   BIGINT  NOT NULL,
    read_seq        BIGINT  NOT NULL,
    pinned          BOOLEAN NOT NULL DEFAULT FALSE,
    archived        BOOLEAN NOT NULL DEFAULT FALSE,
    muted_until     BIGINT,
    draft           TEXT    NOT NULL DEFAULT '',
    PRIMARY KEY (conversation_id, account_id)
);

CREATE INDEX members_of_account ON members (account_id, left_at, conversation_id);

CREATE TABLE messages (
    -- By it, what was said later is found first.
    id              BIGINT  NOT NULL PRIMARY KEY,
    conversation_id TEXT    NOT NULL REFERENCES conversations (id),
    seq             BIGINT  NOT NULL,
    rev             BIGINT  NOT NULL,
    sender_id       TEXT    NOT NULL,
    -- By this name of the sender's own, a repeated send is recognised. What a group itself tells has none.
    client_id       TEXT,
    sent_at         BIGINT  NOT NULL,
    edited_at       BIGINT,
    body            TEXT    NOT NULL,
    reply_to        BIGINT,
    forwarded       BOOLEAN NOT NULL,
    -- The list as it travels; null for none.
    reactions       TEXT,
    -- The file in the body, for those who look for who may see it.
    file_sha256     TEXT,
    UNIQUE (conversation_id, seq),
    UNIQUE (conversation_id, sender_id, client_id)
);

CREATE UNIQUE INDEX messages_by_change ON messages (conversation_id, rev, seq);
CREATE INDEX messages_with_file ON messages (file_sha256) WHERE file_sha256 IS NOT NULL;

CREATE SEQUENCE message_ids;

-- The words of messages, and their conversation as one more word.
CREATE TABLE message_words (
    message_id BIGINT   NOT NULL PRIMARY KEY,
    words      TSVECTOR NOT NULL
);

CREATE INDEX message_words_by_word ON message_words USING GIN (words);
