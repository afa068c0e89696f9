/**
 * The Chat Service: every WebSocket, and everything that is said on one.
 *
 * <p>{@link coderbased.chat.ChatService} is the front door. {@link coderbased.chat.GuestSocket} and {@link
 * coderbased.chat.ChatSocket} bring connections to it; for each there is a {@code ClientConnection} with a bounded queue in each
 * direction, and a {@code ConnectionHandler}, which is what our side does with what comes in: {@code GuestHandler} lets a desktop wait in
 * the {@code GuestLobby}, {@code ChatHandler} lets a device in that can prove whose it is, as soon as the {@code AdmissionController}
 * does, which keeps a herd to the pace at which it can be served. Devices that are in stand in {@code LiveSockets}, by
 * session and by account; those of one account are a {@code AccountDevices}.
 *
 * <p>What a message does:
 *
 * <ol>
 *   <li>{@code RequestRouter} brings it to the desk that answers it, and that checks it: {@code MessageRequests}, {@code GroupRequests},
 *       {@code HistoryRequests}, {@code SearchRequests}, {@code KeepingRequests}, {@code PeopleRequests}. Who says it comes from the
 *       session, never from the message.
 *   <li>{@code MessageWriter} gives the {@link coderbased.chat.ChatWrite} to the {@link coderbased.chat.ChatStore},
 *       together with whatever else is waiting. On disk, with a number: only now is the sender told that it is stored.
 *   <li>{@code ChangePublisher} encodes what was {@link coderbased.chat.ChatWritten written} once and hands it to the {@link
 *       coderbased.chat.ChatFanout}, which takes it to every node where somebody has to hear it.
 *   <li>The account's {@code AccountDevices} there gives it to the devices' {@code Feed}s, and where something before it did not
 *       come, reads that from the store first. A device that is live hears it; one that is catching up with its {@code
 *       Backlog} hears it afterwards; one that was away gets it from the store when it resumes.
 * </ol>
 *
 * <p>The Auth Service does not know this package. What becomes of sessions and links is heard as {@link
 * coderbased.auth.AuthEvent}s; a session that ended is told so on its socket and by the same value as a device that asks
 * later.
 */
@NullMarked
package coderbased.chat;

import org.jspecify.annotations.NullMarked;
