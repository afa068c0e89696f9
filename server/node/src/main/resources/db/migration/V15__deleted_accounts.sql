-- Deleted accounts are looked for now and then: what is left of them in conversations is cleared up.
CREATE INDEX accounts_deleted ON accounts (id) WHERE deleted_at IS NOT NULL;
