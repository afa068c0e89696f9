/**
 * The Java client: desktop and phone, without a user interface.
 *
 * <p>{@link coderbased.client.Clients} returns a {@link coderbased.client.WebClient}, the website of the article, or a
 * {@link coderbased.client.PhoneClient}, its phone; both lead to a {@link coderbased.client.chat.Chat}. No class here
 * uses JavaFX.
 *
 * <p><b>Packages.</b> This package has the API, the session machines and linking. Below it are {@code chat};
 * {@code storage}, the data on disk; {@code files}; {@code net}, access to the server; and {@code keys}, the identity
 * of a device. Programs use the API and its values; everything else that is public is for the other packages.
 *
 * <p><b>One thread.</b> All state of a client changes on its own thread ({@code ClientThread}). Socket events, HTTP
 * answers, timers and user commands are passed to it as tasks, so nothing needs a lock and listeners receive events in
 * order.
 *
 * <p><b>Two kinds of connection.</b> A {@code GuestConnection} can only wait for a scan; a {@code ChatConnection} can
 * only present a token and then chat. Each serves once. {@code GuestWait} and {@code HeldSession} open the next one in
 * time ({@code Reconnector}, {@code Backoff}). Both use a {@code TextSocket}, implemented with Tyrus.
 *
 * <p><b>States are values.</b> Connection events become {@code SessionEvent}s. {@code SessionMachine} defines the next
 * {@link coderbased.client.SessionState} of a desktop and the connection that it needs; {@code PhoneMachine} does the
 * same for a phone. {@code LiveWebClient} and {@code LivePhoneClient} carry it out.
 *
 * <p><b>One way out.</b> A session may end while connected, during a re-initialisation, or with a refused HTTP call.
 * All three pass {@code HeldSession.end}: credentials deleted, connection closed, state changed. If the server
 * announced the end, the client confirms the deletion ({@code LogoutReceipts}).
 *
 * <p><b>A token alone is not enough.</b> A connection signs the server's challenge with the session's key; an HTTP call
 * carries a proof made for that call alone ({@code Proofs}).
 */
@NullMarked
package coderbased.client;

import org.jspecify.annotations.NullMarked;
