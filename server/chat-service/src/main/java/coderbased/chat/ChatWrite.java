package coderbased.chat;

import coderbased.protocol.Body;

/** One change that a device asks for. Who asks comes from its session, never from what it sent. */
public sealed interface ChatWrite {

    /**
     * Say something.
     *
     * @param senderId the account whose device says it
     * @param clientMessageId the device's own name for it: the same sender never gets the same name stored twice in a
     *     conversation
     */
    record Say(String conversationId, String senderId, String clientMessageId, Body body) implements ChatWrite {}

    /** Note that an account has read up to here; never takes it back, never goes beyond the newest message. */
    record MarkRead(String conversationId, String readerId, long seq) implements ChatWrite {}

    /**
     * Find the one conversation of two people, or make it.
     *
     * @param newId its id if it has to be made
     */
    record OpenDirect(String newId, String openerId, String otherId) implements ChatWrite {}
}
