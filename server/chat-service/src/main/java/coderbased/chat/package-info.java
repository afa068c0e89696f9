/**
 * The Chat Service: every WebSocket, and all its messages.
 *
 * <p>{@link coderbased.chat.ChatService} is the front door. {@link coderbased.chat.ChatRoutes}
 * brings connections to it. Each has a {@code ClientConnection} with a bounded queue in each
 * direction, and a {@code ConnectionHandler}, which is the server's side: {@code GuestHandler} keeps a desktop waiting
 * in the {@code GuestLobby}; {@code ChatHandler} admits a device that proves its session, at the pace of the {@code
 * AdmissionController}, which limits a rush to what can be served. Admitted devices are in {@code LiveSockets}, by
 * session and by account; those of one account form an {@code AccountDevices}.
 *
 * <p>The way of a message:
 *
 * <ol>
 *   <li>{@code RequestRouter} brings it to the class that checks and answers it: {@code MessageRequests}, {@code
 *       GroupRequests}, {@code HistoryRequests}, {@code SearchRequests}, {@code KeepingRequests}, {@code
 *       PeopleRequests}. The sender is the session's account, never a field of the message.
 *   <li>{@code MessageWriter} gives the {@link coderbased.chat.ChatWrite} to the {@link coderbased.chat.ChatStore},
 *       together with all others that wait. Once it is on disk and has a number, the sender is told that it is stored.
 *   <li>{@code ChangePublisher} encodes the {@link coderbased.chat.ChatWritten result} once and hands it to the {@link
 *       coderbased.chat.ChatFanout}, which takes it to every node with a device that has to be told.
 *   <li>There, the account's {@code AccountDevices} gives it to the devices' {@code Feed}s; if an earlier change is
 *       missing, it reads that from the store first. A live device is told at once, a device that is catching up after
 *       its {@code Backlog}; a device that was away gets it from the store when it resumes.
 * </ol>
 *
 * <p>The Auth Service does not know this package. Changes of sessions and links come as {@link
 * coderbased.auth.session.AuthEvent}s; a device is told of its ended session on its socket, with the same value as on a
 * later call.
 */
@NullMarked
package coderbased.chat;

import org.jspecify.annotations.NullMarked;
