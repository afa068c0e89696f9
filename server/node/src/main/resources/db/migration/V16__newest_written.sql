-- The newest message of a person in a conversation is read at once. What a group itself tells is left out: it has no name of a
-- sender's device.
CREATE INDEX messages_newest_of_sender ON messages (conversation_id, sender_id, seq) WHERE client_id IS NOT NULL;
