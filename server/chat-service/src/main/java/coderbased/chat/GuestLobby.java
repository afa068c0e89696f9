package coderbased.chat;

import coderbased.auth.AuthService;
import coderbased.protocol.DisconnectReason;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The waiting desktops without a token.
 *
 * <p>A guest exists only in this node's memory, for as long as its socket: it costs no storage, and goes with its
 * socket. The Auth Service decides what a guest is shown and when.
 *
 * <p>The number of guests is limited. If the lobby is full, the guest that has waited longest makes room for the
 * newest, but never a guest whose code was scanned. Thread-safe.
 *
 * <p>Hop 2 of the Guest Token's way.
 */
final class GuestLobby {

    private static final Duration FULL_RETRY_DELAY = Duration.ofSeconds(30);

    private final AuthService auth;
    private final int room;
    private final Set<GuestHandler> waiting = new LinkedHashSet<>();

    GuestLobby(AuthService auth, int room) {
        this.auth = auth;
        this.room = room;
    }

    /** Keeps a socket waiting until it is gone. */
    synchronized ConnectionHandler park(ClientConnection connection) {
        if (waiting.size() >= room && !makeRoom()) {
            return new RejectedHandler(connection, DisconnectReason.SLOW_DOWN, FULL_RETRY_DELAY);
        }
        GuestHandler handler = new GuestHandler(connection, auth, this::left);
        waiting.add(handler);
        return handler;
    }

    /** Returns how many sockets wait. */
    synchronized int size() {
        return waiting.size();
    }

    private boolean makeRoom() {
        for (GuestHandler oldest : waiting) {
            if (oldest.giveWay(FULL_RETRY_DELAY)) {
                waiting.remove(oldest);
                return true;
            }
        }
        return false;
    }

    private synchronized void left(GuestHandler handler) {
        waiting.remove(handler);
    }
}
