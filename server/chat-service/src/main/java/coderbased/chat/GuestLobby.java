package coderbased.chat;

import coderbased.auth.AuthService;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where desktops without a token wait. Hop 2 of the Guest Token's way.
 *
 * <p>A guest lives where its socket lives, in this node's memory and nowhere else: it costs no storage, and when its
 * socket is gone, so is the guest. What a guest is shown and when is the Auth Service's business. Thread-safe.
 */
final class GuestLobby {

    private final AuthService auth;
    private final Set<GuestTalk> waiting = ConcurrentHashMap.newKeySet();

    GuestLobby(AuthService auth) {
        this.auth = auth;
    }

    /** Parks a socket until it is gone. */
    Talk park(Peer peer) {
        GuestTalk talk = new GuestTalk(peer, auth, waiting::remove);
        waiting.add(talk);
        return talk;
    }

    /** How many sockets wait. */
    int size() {
        return waiting.size();
    }
}
