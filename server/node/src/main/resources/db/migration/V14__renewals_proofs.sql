-- How often the session re-initialised: orders two connections of one session that meet on different nodes.
ALTER TABLE sessions ADD COLUMN renewals BIGINT NOT NULL DEFAULT 0;

-- Proofs of possession that were taken lately: none is taken twice, by whichever node and after whichever restart.
CREATE TABLE spent_proofs (
    fingerprint TEXT PRIMARY KEY,
    forget_at BIGINT NOT NULL
);

CREATE INDEX spent_proofs_by_end ON spent_proofs (forget_at);
