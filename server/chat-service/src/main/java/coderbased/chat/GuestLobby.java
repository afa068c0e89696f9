package coderbased.chat;

import coderbased.auth.AuthService;
import coderbased.protocol.DisconnectReason;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Where desktops without a token wait. Hop 2 of the Guest Token's way.
 *
 * <p>A guest lives where its socket lives, in this node's memory and nowhere else: it costs no storage, and when its
 * socket is gone, so is the guest. What a guest is shown and when is the Auth Service's business.
 *
 * <p>There is room for so many. Where it is full, who has waited longest makes room for who comes; but never a guest whose code
 * was scanned. Thread-safe.
 */
final class GuestLobby {

    private static final Duration WHEN_FULL = Duration.ofSeconds(30);

    private final AuthService auth;
    private final int room;
    private final Set<GuestHandler> waiting = new LinkedHashSet<>();

    GuestLobby(AuthService auth, int room) {
        this.auth = auth;
        this.room = room;
    }

    /** Parks a socket until it is gone. */
    synchronized ConnectionHandler park(ClientConnection peer) {
        if (waiting.size() >= room && !makeRoom()) {
            return new RejectedHandler(peer, DisconnectReason.SLOW_DOWN, WHEN_FULL);
        }
        GuestHandler talk = new GuestHandler(peer, auth, this::left);
        waiting.add(talk);
        return talk;
    }

    /** How many sockets wait. */
    synchronized int size() {
        return waiting.size();
    }

    private boolean makeRoom() {
        for (GuestHandler oldest : waiting) {
            if (oldest.giveWay(WHEN_FULL)) {
                waiting.remove(oldest);
                return true;
            }
        }
        return false;
    }

    private synchronized void left(GuestHandler talk) {
        waiting.remove(talk);
    }
}
