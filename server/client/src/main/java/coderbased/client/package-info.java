/**
 * The Java client: what a desktop and a phone do, without a window.
 *
 * <p>{@link coderbased.client.Clients} gives a {@link coderbased.client.WebClient}, the article's website, or a {@link
 * coderbased.client.PhoneClient}, its phone; both end in a {@link coderbased.client.Chat}. No class here knows JavaFX.
 *
 * <p><b>One thread.</b> Everything a client knows changes on a thread of its own ({@code ClientThread}); sockets, HTTP
 * answers, timers and the person's commands hop onto it once, so nothing needs a lock and listeners hear things in
 * order.
 *
 * <p><b>Two kinds of connection.</b> A {@code GuestConnection} can only wait for a scan, a {@code ChatConnection} can
 * only present a token and then chat. Each serves once. {@code GuestWait} and {@code HeldSession} open the next one
 * when it is time ({@code Redial}, {@code Backoff}); below both is a {@code TextSocket}, by Tyrus.
 *
 * <p><b>States are values.</b> What the connections tell becomes a {@code SessionEvent}; {@code SessionMachine} says,
 * for the desktop, which {@link coderbased.client.SessionState} follows, and which connection that state lives on;
 * {@code PhoneMachine} does so for the phone. {@code LiveWebClient} and {@code LivePhoneClient} only carry it out.
 *
 * <p><b>The way out is one way.</b> A session that ended while connected, one found ended at a re-initialisation and
 * one that an HTTP call was refused for all pass {@code HeldSession.end}: credentials wiped, connection closed, state
 * changed. Where the server told it, it hears in turn that nothing is left here ({@code LogoutReceipts}).
 *
 * <p><b>A token alone opens nothing.</b> A connection signs the server's challenge with the session's key, an HTTP call
 * carries a proof made for that call alone ({@code Proofs}).
 *
 * <p><b>The chat.</b> {@code LiveChat} and {@code LiveTalk} are the front doors; {@code Dialogue} has the conversation with
 * the server and hands each message to whom it concerns. {@code ChatBook} knows every {@code Conversation} and makes the
 * picture, one for all that happened in one go. Of a conversation that somebody looks at, a {@code Reading} holds a {@code
 * Window}: a run of messages without holes, a few pages long however long the conversation is.
 *
 * <p><b>Without a connection.</b> A {@code Recent} has the newest messages of each conversation; {@code Remembering} keeps
 * them on disk now and then, in a {@code KnownChat}. A program that starts without a connection shows that, and a desktop is
 * in the Authenticated State with it: the outbox takes what is written, and {@code Resume} brings what is missing.
 *
 * <p><b>What the person does</b> is a {@code Deed}. {@code Outgoing}, or {@code Changes} where it is done to a stored message,
 * shows it as if it were done and puts it into the {@code Outbox}, which a {@code Journal} keeps on disk; {@code Sending} puts
 * it out, in order, many at a time, under a name by which the server recognises what it has done already. {@code Questions}
 * are what is only asked; they wait for a connection and are not kept. {@code FileTransfers} bring files up, before what
 * carries them is said, and down.
 */
@NullMarked
package coderbased.client;

import org.jspecify.annotations.NullMarked;
