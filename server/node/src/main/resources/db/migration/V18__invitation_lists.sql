-- The number of each account's list of open invitations: orders two states of the list that arrive from different nodes.

CREATE TABLE invitation_lists (
    account_id TEXT   NOT NULL PRIMARY KEY,
    number     BIGINT NOT NULL
);
