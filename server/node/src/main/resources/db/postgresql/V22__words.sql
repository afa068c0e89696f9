-- The words come folded in another way. The server fills the index again while it runs.
TRUNCATE message_words;
