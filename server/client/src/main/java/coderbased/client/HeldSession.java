package coderbased.client;

import coderbased.client.chat.ChatStorage;
import coderbased.client.chat.LiveChat;
import coderbased.client.files.FileApi;
import coderbased.client.files.LiveFileTransfers;
import coderbased.client.keys.Credentials;
import coderbased.client.keys.KeptLogin;
import coderbased.client.keys.ProfileFolder;
import coderbased.client.net.BackgroundCalls;
import coderbased.client.net.ClientContext;
import coderbased.client.net.ClientThread;
import coderbased.client.net.Disconnection;
import coderbased.client.net.HttpCalls;
import coderbased.client.net.Reconnector;
import coderbased.client.net.SessionCalls;
import coderbased.client.net.SocketDialer;
import coderbased.client.storage.FileJournal;
import coderbased.client.storage.FileKnownChat;
import coderbased.client.storage.FrozenMark;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.DisconnectReason;
import coderbased.protocol.Logout;
import coderbased.protocol.Profile;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One session of a device and its chat: re-initialises, stores each renewed token and reconnects, until the session
 * ends.
 *
 * <p>Used on the client thread, except {@link #chat}.
 *
 * <p>Hop 9 of the Guest Token's way.
 */
final class HeldSession {

    /** Receives the events of the session, on the client thread. */
    interface Listener {

        void admitted(Profile profile);

        /** Receives a message that is not about the chat. */
        void heard(ChatServerMessage message);

        /** Reports that the session has ended and its credentials are deleted. */
        void ended(Logout logout);

        /** Reports that the login was exchanged for that of the server that answers, or set aside if there is none. */
        void changedServer(KeptLogin kept);

        /** Reports a lost connection; the next attempt follows by itself. */
        void lost(String trouble);

        /** Reports that the session is valid but cannot be used here. An attempt follows by itself if it is frozen. */
        void mustStop(DisconnectReason reason);
    }

    private final ClientContext context;
    private final ClientThread thread;
    private final SocketDialer dialer;
    private final HeldCredentials credentials;
    private final SessionCalls calls;
    private final HttpCalls http;
    private final @Nullable ProfileFolder folder;
    private final LogoutReceipts receipts;
    private final Reconnector reconnector;
    private final Listener listener;
    private @Nullable ChatConnection connection;
    private volatile @Nullable LiveChat chat;

    HeldSession(
            ClientContext context,
            ClientThread thread,
            HeldCredentials credentials,
            HttpCalls http,
            @Nullable ProfileFolder folder,
            Listener listener) {
        this.context = context;
        this.thread = thread;
        this.dialer = new SocketDialer(context, thread);
        this.credentials = credentials;
        this.calls = new SessionCalls(thread, credentials::get, this::told);
        this.http = http;
        this.folder = folder;
        this.receipts = new LogoutReceipts(http, new BackgroundCalls(thread));
        this.reconnector = new Reconnector(thread, context);
        this.listener = listener;
    }

    /**
     * Presents the credentials on a new connection at once, in place of the current one. Does nothing without
     * credentials.
     */
    void begin() {
        stop();
        credentials.get().ifPresent(present -> {
            if (chat == null) {
                chat = new LiveChat(present.profile(), thread, context, storage(present));
            }
            connection = new ChatConnection(dialer, present, context.clock(), new Presented());
            connection.open();
        });
    }

    /** Tries again now, unless there is a connection. */
    void retryNow() {
        if (connection == null || !connection.isLive()) {
            begin();
        }
    }

    /** Closes the connection; the session and its chat stay. */
    void stop() {
        reconnector.stop();
        if (connection != null) {
            connection.close();
            connection = null;
        }
        disconnected();
    }

    /** Closes everything at the end of the program; the session stays stored. */
    void close() {
        stop();
        if (chat != null) {
            chat.close();
        }
    }

    /** Ends the session and deletes its data. True if all of it is deleted. */
    boolean end(Logout logout) {
        stop();
        frozenMark().ifPresent(mark -> mark.set(false));
        boolean wiped = credentials.wipe();
        if (chat != null) {
            chat.end();
            chat = null;
        }
        listener.ended(logout);
        return wiped;
    }

    /** Ends the session on the server's word, and confirms to the server that the data is deleted. */
    void told(Logout logout) {
        Optional<Credentials> gone = credentials.get();
        if (end(logout)) {
            gone.ifPresent(old -> receipts.send(old, logout));
        }
    }

    /** Returns the session's chat, from any thread; null if there is no session. */
    @Nullable
    LiveChat chat() {
        return chat;
    }

    /** True if the phone had frozen it when the server last said something of it. */
    boolean isFrozen() {
        return frozenMark().map(FrozenMark::isSet).orElse(false);
    }

    private Optional<FrozenMark> frozenMark() {
        ProfileFolder kept = credentials.isTemporary() ? null : folder;
        return kept == null ? Optional.empty() : credentials.get().map(held -> new FrozenMark(kept.session(held)));
    }

    /** True if there is a chat to show without a connection. */
    boolean hasKnownChat() {
        LiveChat present = chat;
        return present != null && present.state().progress().known();
    }

    /** Returns the HTTP calls of the session. */
    SessionCalls calls() {
        return calls;
    }

    private ChatStorage storage(Credentials session) {
        if (folder == null || credentials.isTemporary()) {
            return ChatStorage.none();
        }
        Path own = folder.session(session);
        FileApi api = new FileApi(http, calls);
        return new ChatStorage(
                new FileJournal(own),
                new LiveFileTransfers(own.resolve("files"), api, thread, context),
                new FileKnownChat(own, Thread::startVirtualThread));
    }

    private void disconnected() {
        if (chat != null) {
            chat.disconnected();
        }
    }

    /** One connection on which the credentials were presented. */
    private final class Presented implements ChatConnection.Listener {

        @Override
        public void admitted(ChatServerMessage.Admitted admitted) {
            frozenMark().ifPresent(mark -> mark.set(false));
            credentials.get().ifPresent(old -> credentials.renew(old.renewed(admitted)));
            reconnector.reached();
            if (chat != null && connection != null) {
                chat.granted(admitted.choices(), admitted.deviceName());
                chat.connected(connection::send);
            }
            listener.admitted(admitted.profile());
        }

        @Override
        public void heard(ChatServerMessage message) {
            if (chat != null) {
                chat.heard(message);
            }
            listener.heard(message);
        }

        @Override
        public void cameToOtherServer(String serverId) {
            if (credentials.isTemporary()) {
                end(Logouts.unusable(context.clock()));
                return;
            }
            close();
            chat = null;
            KeptLogin kept = credentials.switchTo(serverId);
            begin(); // before the state changes: its listeners may ask for the chat at once
            listener.changedServer(kept);
        }

        @Override
        public void loggedOut(Logout logout) {
            told(logout);
        }

        @Override
        public void lost(Disconnection lost) {
            disconnected();
            DisconnectReason stop = lost.stop();
            if (stop == null || stop == DisconnectReason.FROZEN) {
                reconnector.later(lost, HeldSession.this::begin); // a frozen device learns so that it is thawed
            }
            if (stop == null) {
                listener.lost(lost.trouble());
            } else {
                if (stop == DisconnectReason.FROZEN) {
                    frozenMark().ifPresent(mark -> mark.set(true)); // another reason to stop does not thaw it
                }
                listener.mustStop(stop);
            }
        }
    }
}
