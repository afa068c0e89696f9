-- Accounts and sessions. Moments are milliseconds since 1970, so that every database compares them alike.

CREATE TABLE accounts (
    id            TEXT   NOT NULL PRIMARY KEY,
    handle        TEXT   NOT NULL UNIQUE,
    name          TEXT   NOT NULL,
    -- The name without accents and case: the order of lists.
    sort_name     TEXT   NOT NULL,
    password_hash TEXT   NOT NULL,
    created_at    BIGINT NOT NULL,
    banned_at     BIGINT,
    banned_until  BIGINT,
    ban_note      TEXT,
    deleted_at    BIGINT
);

CREATE INDEX accounts_by_name ON accounts (sort_name, id) WHERE deleted_at IS NULL;

-- The words of names and handles, folded, by whose beginnings people are found.
CREATE TABLE account_words (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    word       TEXT NOT NULL,
    PRIMARY KEY (account_id, word)
);

CREATE INDEX account_words_by_word ON account_words (word, account_id);

CREATE TABLE sessions (
    id             TEXT   NOT NULL PRIMARY KEY,
    account_id     TEXT   NOT NULL REFERENCES accounts (id),
    kind           TEXT   NOT NULL,
    phone          TEXT   REFERENCES sessions (id),
    link_id        TEXT   UNIQUE,
    device_name    TEXT   NOT NULL,
    device_app     TEXT   NOT NULL,
    device_os      TEXT   NOT NULL,
    key_x          TEXT   NOT NULL,
    key_y          TEXT   NOT NULL,
    generation     BIGINT NOT NULL,
    created_at     BIGINT NOT NULL,
    admitted_at    BIGINT,
    renewed_at     BIGINT NOT NULL,
    last_active_at BIGINT NOT NULL,
    address        TEXT   NOT NULL,
    ended_reason   TEXT,
    ended_by       TEXT,
    ended_at       BIGINT,
    ended_until    BIGINT,
    ended_note     TEXT
);

CREATE INDEX sessions_of_account ON sessions (account_id);
CREATE INDEX sessions_under_phone ON sessions (phone);
CREATE INDEX sessions_by_renewal ON sessions (kind, renewed_at) WHERE ended_at IS NULL;
CREATE INDEX sessions_by_activity ON sessions (kind, last_active_at) WHERE ended_at IS NULL;
CREATE INDEX sessions_never_admitted ON sessions (created_at) WHERE ended_at IS NULL AND admitted_at IS NULL;
CREATE INDEX sessions_ended ON sessions (ended_at) WHERE ended_at IS NOT NULL;

-- One line per ended session, numbered in commit order: what every node polls because a bus may lose its hint.
CREATE TABLE revocations (
    sequence   BIGINT NOT NULL PRIMARY KEY,
    session_id TEXT   NOT NULL,
    ended_at   BIGINT NOT NULL
);

CREATE TABLE revocation_head (
    sequence BIGINT NOT NULL
);

INSERT INTO revocation_head (sequence) VALUES (0);
