-- How often accounts were invited or added to groups on one day. Outlasts what was withdrawn, declined or accepted.

CREATE TABLE invitation_use (
    account_id      TEXT   NOT NULL,
    conversation_id TEXT   NOT NULL,
    inviter_id      TEXT   NOT NULL,
    -- Days since 1970, UTC. Rows of other days are deleted with the next invitation of the account.
    day             BIGINT NOT NULL,
    times           BIGINT NOT NULL,
    PRIMARY KEY (account_id, conversation_id, inviter_id)
);
