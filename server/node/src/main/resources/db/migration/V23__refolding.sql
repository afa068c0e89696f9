-- How far the words of older messages, and of names, are folded again. A row is deleted when all of its kind are.

CREATE TABLE refolding (
    subject TEXT NOT NULL PRIMARY KEY,
    -- Messages with smaller ids, or accounts with greater ids, are still to do.
    place   TEXT NOT NULL
);

INSERT INTO refolding (subject, place) SELECT 'accounts', '' WHERE EXISTS (SELECT 1 FROM accounts);

INSERT INTO refolding (subject, place) SELECT 'messages', CAST(MAX(id) + 1 AS TEXT) FROM messages HAVING MAX(id) IS NOT NULL;
