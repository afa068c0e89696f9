-- Conversations and messages. A message's number is given in the transaction that stores it, and is its order.

CREATE TABLE conversations (
    id         TEXT   NOT NULL PRIMARY KEY,
    -- The two accounts of a one-to-one conversation, in order: so that there is only one for each pair.
    direct_key TEXT   UNIQUE,
    created_at BIGINT NOT NULL,
    last_seq   BIGINT NOT NULL
);

CREATE TABLE members (
    conversation_id TEXT   NOT NULL REFERENCES conversations (id),
    account_id      TEXT   NOT NULL,
    read_seq        BIGINT NOT NULL,
    PRIMARY KEY (conversation_id, account_id)
);

CREATE INDEX members_of_account ON members (account_id);

CREATE TABLE messages (
    conversation_id TEXT   NOT NULL REFERENCES conversations (id),
    seq             BIGINT NOT NULL,
    sender_id       TEXT   NOT NULL,
    client_id       TEXT   NOT NULL,
    sent_at         BIGINT NOT NULL,
    body            TEXT   NOT NULL,
    PRIMARY KEY (conversation_id, seq),
    -- A repeated send is recognised by the name that the sender gave it.
    UNIQUE (conversation_id, sender_id, client_id)
);
