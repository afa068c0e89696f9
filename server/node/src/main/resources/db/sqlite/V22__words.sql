-- The words come folded: this index takes them as they are, and the same from every engine. The server fills it while it runs.
DROP TABLE message_words;

CREATE VIRTUAL TABLE message_words USING fts5 (
    conversation,
    words,
    content = '',
    contentless_delete = 1,
    prefix = '1 2 3',
    tokenize = 'ascii'
);
