-- What happened to an account's links: shown, scanned, approved, denied and so on. Each line carries the seal of the one
-- before it.

CREATE TABLE link_history (
    account_id  TEXT   NOT NULL REFERENCES accounts (id),
    number      BIGINT NOT NULL,
    happened_at BIGINT NOT NULL,
    what        TEXT   NOT NULL,
    link_id     TEXT   NOT NULL,
    device_name TEXT   NOT NULL,
    device_app  TEXT   NOT NULL,
    device_os   TEXT   NOT NULL,
    address     TEXT   NOT NULL,
    previous    TEXT   NOT NULL,
    seal        TEXT   NOT NULL,
    PRIMARY KEY (account_id, number)
);

CREATE INDEX link_history_by_age ON link_history (happened_at);
