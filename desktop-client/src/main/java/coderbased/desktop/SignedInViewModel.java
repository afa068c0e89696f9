package coderbased.desktop;

import coderbased.client.SessionState;
import coderbased.client.WebClient;
import coderbased.client.chat.Chat;
import coderbased.fx.Times;
import coderbased.fx.chat.ChatViewModel;
import coderbased.fx.notify.NotificationsViewModel;
import coderbased.fx.text.SafeText;
import java.time.Clock;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The Authenticated State: whose session it is, whether the connection is there, and the chat. One per session. */
final class SignedInViewModel implements Screen, AutoCloseable {

    private static final String WHEN_OFFLINE = "Messages you write now are sent when the connection is back.";

    private final WebClient client;
    private final Chat source;
    private final ChatViewModel chat;
    private final NotificationsViewModel notifications;
    private final NewLinkViewModel newLink;
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper handle = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");

    /** @throws IllegalStateException where the session has ended meanwhile */
    SignedInViewModel(WebClient client, Executor fx, Clock clock) {
        this.client = client;
        this.source = client.chat();
        this.chat = new ChatViewModel(source, fx, clock);
        this.notifications = new NotificationsViewModel(chat);
        this.newLink = new NewLinkViewModel(client, fx, new Times(clock));
    }

    SignedInViewModel show(SessionState.Authenticated state) {
        name.set(SafeText.name(state.profile().name()));
        handle.set("@" + SafeText.name(state.profile().handle()));
        trouble.set(state.trouble() == null ? "" : state.trouble() + " " + WHEN_OFFLINE);
        return this;
    }

    /** Whether this is the screen of the session that the client has now. */
    @SuppressWarnings("ReferenceEquality") // another session is another object, whatever it holds
    boolean shows(Chat current) {
        return source == current;
    }

    /** The chat. */
    ChatViewModel chat() {
        return chat;
    }

    /** What the person is told of while looking elsewhere. */
    NotificationsViewModel notifications() {
        return notifications;
    }

    /** What was linked to the account beside this computer. */
    NewLinkViewModel newLink() {
        return newLink;
    }

    /** What others see. */
    ReadOnlyStringProperty name() {
        return name.getReadOnlyProperty();
    }

    /** What the person signs in with. */
    ReadOnlyStringProperty handle() {
        return handle.getReadOnlyProperty();
    }

    /** Why the connection is away, and what that means; empty while it is there. */
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
