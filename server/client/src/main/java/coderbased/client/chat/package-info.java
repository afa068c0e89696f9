/**
 * Chat of one session: conversations, messages, sending and receiving. {@link coderbased.client.chat.Chat} and, for one
 * conversation, {@link coderbased.client.chat.ConversationHandle} are its API. It outlives connections.
 *
 * <p><b>State.</b> {@code LiveChat} and {@code LiveConversation} implement the API; {@code MessageDispatcher} passes
 * each message of the server to the components that it concerns. {@code ChatBook} holds every {@code LocalConversation}
 * and makes the state, once for each batch of changes. The {@code Timeline} of an open conversation holds a
 * {@code TimelineWindow}: consecutive messages, at most a few pages, however long the conversation is.
 *
 * <p><b>Without a connection.</b> {@code RecentMessages} holds the newest messages of each conversation;
 * {@code Remembering} stores them on disk from time to time, in a {@code KnownChat}. A program that starts without a
 * connection shows them, and a desktop is then in the Authenticated State: the outbox accepts messages, and
 * {@code Resume} later fetches what is missing.
 *
 * <p><b>Commands</b> that must reach the server are {@code OutboxEntry}s. {@code OutgoingMessages}, or {@code Changes}
 * for changes of stored messages, shows a command as if it were done and puts it into the {@code Outbox}, which a
 * {@code Journal} stores on disk. {@code OutboxSender} sends the entries in order, several at a time; the server
 * recognises a repeated one by its name. {@code Questions} are requests that are not stored; they wait for a
 * connection. {@code FileTransfers} uploads files before their messages are sent, and downloads them.
 */
@NullMarked
package coderbased.client.chat;

import org.jspecify.annotations.NullMarked;
