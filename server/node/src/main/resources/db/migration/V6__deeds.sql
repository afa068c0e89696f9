-- What an account had done under a name that its device gave it: asked again under the same name, it is not done again.
CREATE TABLE deeds (
    account_id      TEXT   NOT NULL,
    name            TEXT   NOT NULL,
    -- Where it was done; of what made a conversation, that one.
    conversation_id TEXT   NOT NULL,
    done_at         BIGINT NOT NULL,
    PRIMARY KEY (account_id, name)
);

CREATE INDEX deeds_by_age ON deeds (done_at);
