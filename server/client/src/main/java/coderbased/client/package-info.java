/**
 * The Java client: what a desktop and a phone do, without a window.
 *
 * <p>{@link coderbased.client.Clients} gives a {@link coderbased.client.WebClient}, the article's website, or a {@link
 * coderbased.client.PhoneClient}, its phone; both end in a {@link coderbased.client.chat.Chat}. No class here knows
 * JavaFX.
 *
 * <p><b>Rooms.</b> This package has the front doors, the session machines and linking. Below it are {@code chat}, what
 * the chat does; {@code storage}, what stays on disk; {@code files}; {@code net}, the way to the server; and {@code
 * keys}, what makes a device itself. Programs use the front doors and the values that these hand out; whatever else is
 * public there is public for the other rooms.
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
 */
@NullMarked
package coderbased.client;

import org.jspecify.annotations.NullMarked;
