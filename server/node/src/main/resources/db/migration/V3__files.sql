-- Files. Their bytes lie beside the database, under their hash; which message carries which stands with the messages.

-- Bytes that are wholly there.
CREATE TABLE files (
    sha256       TEXT   NOT NULL PRIMARY KEY,
    size         BIGINT NOT NULL,
    -- Since when nobody has had a use for them; after a while they go.
    unused_since BIGINT
);

CREATE INDEX files_unused ON files (unused_since) WHERE unused_since IS NOT NULL;

-- What an account announced. Once all of it came, the account may send messages that carry it.
CREATE TABLE uploads (
    id           TEXT    NOT NULL PRIMARY KEY,
    account_id   TEXT    NOT NULL,
    sha256       TEXT    NOT NULL,
    size         BIGINT  NOT NULL,
    announced_at BIGINT  NOT NULL,
    complete     BOOLEAN NOT NULL DEFAULT FALSE,
    UNIQUE (account_id, sha256, size)
);

CREATE INDEX uploads_of_hash ON uploads (sha256);
CREATE INDEX uploads_by_age ON uploads (announced_at);

CREATE INDEX messages_with_file_of_sender ON messages (sender_id, file_sha256) WHERE file_sha256 IS NOT NULL;
CREATE INDEX conversations_with_picture ON conversations (picture) WHERE picture IS NOT NULL;
