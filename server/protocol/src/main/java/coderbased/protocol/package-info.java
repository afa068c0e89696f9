/**
 * Everything that crosses a wire, declared once: read this package first.
 *
 * <p>A desktop that has no token opens a <em>guest connection</em> ({@link coderbased.protocol.Protocol#GUEST_PATH}).
 * On it travel {@link coderbased.protocol.GuestClientMessage} and {@link coderbased.protocol.GuestServerMessage}: the
 * desktop waits, shows the {@link coderbased.protocol.QrText} it is given, and is told what becomes of it. A phone
 * talks HTTP ({@link coderbased.protocol.AuthHttp}) to sign in, to claim the {@link coderbased.protocol.GuestToken} it
 * scanned and to approve or deny. Both, once they hold a token, open a <em>chat connection</em>
 * ({@link coderbased.protocol.Protocol#CHAT_PATH}) with {@link coderbased.protocol.ChatClientMessage} and
 * {@link coderbased.protocol.ChatServerMessage}; opening it and answering the challenge is the
 * <em>re-initialisation</em>.
 *
 * <p>Each message is one record, says who sends it and what the receiver does next, and belongs to a sealed interface,
 * so a receiver's switch that forgot one does not compile. {@link coderbased.protocol.Wire} is the only class that
 * knows the JSON mapper. Why a session ended is always a {@link coderbased.protocol.LogoutReason}, why a link came to
 * nothing always a {@link coderbased.protocol.LinkEnd}: the same value in the live event, the close frame and the
 * answer to a re-initialisation.
 *
 * <p>Times on the wire are durations in milliseconds wherever a clock would otherwise be compared with another
 * machine's.
 */
@NullMarked
package coderbased.protocol;

import org.jspecify.annotations.NullMarked;
