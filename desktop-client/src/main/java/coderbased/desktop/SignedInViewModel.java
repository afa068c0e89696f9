package coderbased.desktop;

import static coderbased.desktop.DesktopMessages.MESSAGES;

import coderbased.client.SessionState;
import coderbased.client.WebClient;
import coderbased.client.chat.Chat;
import coderbased.client.chat.ChatState;
import coderbased.fx.Face;
import coderbased.fx.Times;
import coderbased.fx.chat.ChatViewModel;
import coderbased.fx.notify.NotificationsViewModel;
import coderbased.fx.text.SafeText;
import java.time.Clock;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The Authenticated State: the profile, the connection, and the chat. One per session. */
final class SignedInViewModel implements Screen, AutoCloseable {

    private final WebClient client;
    private final Chat source;
    private final ChatViewModel chat;
    private final NotificationsViewModel notifications;
    private final NewLinkViewModel newLink;
    private final ReadOnlyObjectWrapper<Face> face = new ReadOnlyObjectWrapper<>(Face.named(""));
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper handle = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper temporary = new ReadOnlyBooleanWrapper();
    private String own = "";
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");

    /** @throws IllegalStateException where the session has ended meanwhile */
    SignedInViewModel(WebClient client, Executor fx, Clock clock) {
        this.client = client;
        this.source = client.chat();
        this.chat = new ChatViewModel(source, fx, clock);
        this.notifications = new NotificationsViewModel(chat);
        chat.state().subscribe(this::tell);
        this.newLink = new NewLinkViewModel(client, fx, new Times(clock));
    }

    SignedInViewModel show(SessionState.Authenticated state) {
        face.set(Face.of(
                state.profile().accountId(), SafeText.name(state.profile().name())));
        name.set(face.get().name());
        own = "@" + SafeText.name(state.profile().handle());
        tell(chat.state().getValue());
        temporary.set(client.isTemporary());
        trouble.set(state.trouble() == null ? "" : MESSAGES.text("signedIn.offline", "trouble", state.trouble()));
        return this;
    }

    private void tell(ChatState state) {
        String device = state.deviceName();
        handle.set(
                device == null
                        ? own
                        : MESSAGES.text("signedIn.device", "handle", own, "device", SafeText.name(device)));
    }

    /** Returns the person's picture. */
    ReadOnlyObjectProperty<Face> face() {
        return face.getReadOnlyProperty();
    }

    /** True if this screen belongs to the client's current session. */
    @SuppressWarnings("ReferenceEquality") // another session is another object, whatever it holds
    boolean shows(Chat current) {
        return source == current;
    }

    /** Returns the chat. */
    ChatViewModel chat() {
        return chat;
    }

    /** Returns the notifications shown while the person looks elsewhere. */
    NotificationsViewModel notifications() {
        return notifications;
    }

    /** Returns the news about other computers that were linked to the account. */
    NewLinkViewModel newLink() {
        return newLink;
    }

    /** True if the login ends with the program, because it cannot be saved. */
    ReadOnlyBooleanProperty temporary() {
        return temporary.getReadOnlyProperty();
    }

    /** Returns the display name. */
    ReadOnlyStringProperty name() {
        return name.getReadOnlyProperty();
    }

    /** Returns the handle, and the name that this computer has on the phone. */
    ReadOnlyStringProperty handle() {
        return handle.getReadOnlyProperty();
    }

    /** Returns the reason why there is no connection and what follows; empty while connected. */
    ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** Tries to connect now. */
    void retry() {
        client.showNewCode();
    }

    /** Logs this desktop out. */
    void logOut() {
        client.logOut();
    }

    @Override
    public void close() {
        newLink.close();
        notifications.close();
        chat.close();
    }
}
