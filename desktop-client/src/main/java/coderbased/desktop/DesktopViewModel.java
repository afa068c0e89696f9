package coderbased.desktop;

import static coderbased.desktop.DesktopMessages.MESSAGES;

import coderbased.client.SessionState;
import coderbased.client.SessionState.Notice;
import coderbased.client.WebClient;
import coderbased.fx.Live;
import coderbased.fx.trust.CertificateViewModel;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The navigation of one client: draws each {@link SessionState} as a {@link Screen}. */
final class DesktopViewModel implements AutoCloseable {

    private final WebClient client;
    private final Executor fx;
    private final Clock clock;
    private final ConnectingViewModel connecting;
    private final GuestViewModel guest;
    private final LoginUnavailableViewModel loginUnavailable;
    private final PausedViewModel paused;
    private final ScannedViewModel scanned;
    private final ReinitialisingViewModel reinitialising;
    private final StoppedViewModel stopped;
    private final NoticeViewModel notice;
    private final ReadOnlyObjectWrapper<Screen> screen;
    private final CertificateViewModel certificate;
    private final Live<SessionState> state;
    private final ObservableValue<String> title;
    private final DoubleProperty listWidth = new SimpleDoubleProperty();
    private final ObjectProperty<ChatHabits> habits = new SimpleObjectProperty<>(ChatHabits.DEFAULT);
    private @Nullable SignedInViewModel signedIn;

    /**
     * @param fx {@link coderbased.fx.FxThread#executor()}, or the caller's own thread in a test
     * @param reconnect closes this, runs its argument, and begins with new connections
     */
    DesktopViewModel(WebClient client, Executor fx, Clock clock, Consumer<Runnable> reconnect) {
        this.client = client;
        this.fx = fx;
        this.clock = clock;
        connecting = new ConnectingViewModel(client::showNewCode);
        guest = new GuestViewModel(clock, client::showNewCode);
        loginUnavailable = new LoginUnavailableViewModel(client);
        paused = new PausedViewModel(client::showNewCode);
        scanned = new ScannedViewModel(client, clock);
        reinitialising = new ReinitialisingViewModel(client::showNewCode);
        stopped = new StoppedViewModel(client::showNewCode, clock);
        notice = new NoticeViewModel(clock);
        certificate = new CertificateViewModel(client.trust(), fx, clock, client::showNewCode, reconnect);
        screen = new ReadOnlyObjectWrapper<>(connecting);
        title = screen.flatMap(DesktopViewModel::unread).map(DesktopViewModel::titleWith);
        state = new Live<>(client.state(), client::onState, fx);
        state.value().subscribe(this::draw);
    }

    /** Returns the content of the window. */
    ReadOnlyObjectProperty<Screen> screen() {
        return screen.getReadOnlyProperty();
    }

    /** Returns the title of the window, with the number of unread messages if there are any. */
    ObservableValue<String> title() {
        return title;
    }

    /** Returns the width of the chat list, in logical pixels. Set by the window at first, then by the person. */
    DoubleProperty listWidth() {
        return listWidth;
    }

    /** Returns the settings of the chat. Set by the window. */
    ObjectProperty<ChatHabits> habits() {
        return habits;
    }

    /** Returns the reason why the person is back in the Guest State. */
    NoticeViewModel notice() {
        return notice;
    }

    /** Returns the certificate of the server. */
    CertificateViewModel certificate() {
        return certificate;
    }

    /** Returns the screen of the Guest State, shown or not: the window follows its wish for full screen. */
    GuestViewModel guest() {
        return guest;
    }

    /** Called when the window gets the focus: a paused Guest State shows a code again. */
    void onFocus() {
        if (screen.get() == paused) {
            paused.showNewCode();
        }
    }

    private static ObservableValue<Integer> unread(Screen screen) {
        return screen instanceof SignedInViewModel signedIn ? signedIn.chat().unread() : new SimpleObjectProperty<>(0);
    }

    private static String titleWith(int unread) {
        return unread == 0 ? MESSAGES.text("window.title") : MESSAGES.text("window.titleUnread", "count", unread);
    }

    private void draw(SessionState now) {
        notice.show(noticeOf(now));
        screen.set(screenOf(now));
        guest.enlarged().set(guest.enlarged().get() && screen.get() == guest);
        if (signedIn != null && screen.get() != signedIn) {
            signedIn.close();
            signedIn = null;
        }
    }

    private Screen screenOf(SessionState now) {
        return switch (now) {
            case SessionState.LoginUnavailable s -> loginUnavailable.show(s);
            case SessionState.LoginUnstorable s -> loginUnavailable.show(s);
            case SessionState.Connecting s -> connecting.show(s);
            case SessionState.Guest s -> guest.show(s);
            case SessionState.Paused s -> paused;
            case SessionState.Scanned s -> scanned.show(s);
            case SessionState.Reinitialising s -> reinitialising.show(s);
            case SessionState.Authenticated s -> signedIn(s);
            case SessionState.Stopped s -> stopped.show(s);
        };
    }

    private static @Nullable Notice noticeOf(SessionState now) {
        return switch (now) {
            case SessionState.Connecting s -> s.why();
            case SessionState.Guest s -> s.why();
            case SessionState.Paused s -> s.why();
            case SessionState.LoginUnavailable s -> null;
            case SessionState.LoginUnstorable s -> null;
            case SessionState.Scanned s -> null;
            case SessionState.Reinitialising s -> null;
            case SessionState.Authenticated s -> null;
            case SessionState.Stopped s -> null;
        };
    }

    /**
     * States come a moment after the fact: where the session has ended meanwhile, the next state is already on its way.
     */
    private Screen signedIn(SessionState.Authenticated now) {
        try {
            if (signedIn == null || !signedIn.shows(client.chat())) {
                SignedInViewModel previous = signedIn;
                signedIn = new SignedInViewModel(client, fx, clock);
                signedIn.notifications().privacy().bind(habits.map(ChatHabits::notifications));
                signedIn.chat().thread().composer().enterSends().bind(habits.map(ChatHabits::enterSends));
                if (previous != null) {
                    previous.close();
                }
            }
            return signedIn.show(now);
        } catch (IllegalStateException _) {
            return screen.get();
        }
    }

    /** Stops listening and closes the client. The session goes on. */
    @Override
    public void close() {
        state.close();
        certificate.close();
        if (signedIn != null) {
            signedIn.close();
        }
        client.close();
    }
}
