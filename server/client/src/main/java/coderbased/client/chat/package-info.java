/**
 * The chat of one session: conversations, messages, what is sent and what is heard.
 * {@link coderbased.client.chat.Chat} is its front door, and {@link coderbased.client.chat.ConversationHandle} that of one
 * conversation; it outlives connections.
 *
 * <p><b>The chat.</b> {@code LiveChat} and {@code LiveConversation} are the front doors; {@code MessageDispatcher} has the conversation
 * with the server and hands each message to whom it concerns. {@code ChatBook} knows every {@code Conversation} and
 * makes the picture, one for all that happened in one go. Of a conversation that somebody looks at, a {@code Timeline}
 * holds a {@code TimelineWindow}: a run of messages without holes, a few pages long however long the conversation is.
 *
 * <p><b>Without a connection.</b> A {@code RecentMessages} has the newest messages of each conversation; {@code Remembering}
 * keeps them on disk now and then, in a {@code KnownChat}. A program that starts without a connection shows that, and
 * a desktop is in the Authenticated State with it: the outbox takes what is written, and {@code Resume} brings what is
 * missing.
 *
 * <p><b>What the person does</b> is a {@code Deed}. {@code OutgoingMessages}, or {@code Changes} where it is done to a stored
 * message, shows it as if it were done and puts it into the {@code Outbox}, which a {@code Journal} keeps on disk;
 * {@code OutboxSender} puts it out, in order, many at a time, under a name by which the server recognises what it has done
 * already. {@code Questions} are what is only asked; they wait for a connection and are not kept.
 * {@code FileTransfers} bring files up, before what carries them is said, and down.
 */
@NullMarked
package coderbased.client.chat;

import org.jspecify.annotations.NullMarked;
