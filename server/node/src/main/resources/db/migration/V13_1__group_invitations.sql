-- Who was asked to join a group, by whom. An invitation that was accepted is a member, and has no row here any more.

CREATE TABLE group_invitations (
    conversation_id TEXT    NOT NULL REFERENCES conversations (id),
    account_id      TEXT    NOT NULL,
    inviter_id      TEXT    NOT NULL,
    invited_at      BIGINT  NOT NULL,
    -- Stays, so that the same person does not ask again.
    declined        BOOLEAN NOT NULL,
    PRIMARY KEY (conversation_id, account_id, inviter_id)
);

CREATE INDEX group_invitations_of_account ON group_invitations (account_id, declined, invited_at);

-- A conversation of two that somebody else opened is shown as soon as something is written in it.
ALTER TABLE members ADD COLUMN shown BOOLEAN NOT NULL DEFAULT TRUE;
