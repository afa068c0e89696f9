package coderbased.protocol;

import java.time.Instant;

/**
 * One stored message.
 *
 * @param conversationId where it was said
 * @param seq its place there: from 1, without gaps, given at commit. Order is by this, never by a clock
 * @param clientMessageId the sender's own name for it, by which a repeated send is recognised
 * @param senderId the account that sent it, from its session
 * @param sentAt when the server stored it
 */
public record ChatMessage(
        String conversationId, long seq, String clientMessageId, String senderId, Instant sentAt, Body body) {}
