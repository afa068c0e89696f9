package coderbased.phone;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.client.PhoneClient;
import coderbased.client.PhoneState;
import coderbased.fx.Live;
import coderbased.fx.Times;
import coderbased.fx.program.LoginTrouble;
import coderbased.fx.trust.CertificateViewModel;
import coderbased.phone.parts.PhoneSettings;
import coderbased.phone.parts.PhoneTools;
import coderbased.phone.signin.SignInViewModel;
import coderbased.protocol.Logout;
import coderbased.protocol.LogoutReason;
import coderbased.protocol.Profile;
import java.net.URI;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** The state of the whole phone: signed out, signed in, or stopped; it owns every other ViewModel. */
public final class PhoneViewModel implements AutoCloseable {

    private final PhoneClient client;
    private final PhoneSettings settings;
    private final PhoneTools tools;
    private final PhoneWords words;
    private final Live<PhoneState> state;
    private final SignInViewModel signIn;
    private final CertificateViewModel certificate;
    private final ReadOnlyObjectWrapper<@Nullable SignedInViewModel> signedIn = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable LoginTrouble> loginUnavailable = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper starting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper stopped = new ReadOnlyStringWrapper("");
    private @Nullable Profile profile;

    /** @param onServer the person wants new connections to a server: closes this, runs the task, and connects */
    PhoneViewModel(PhoneClient client, PhoneSettings settings, PhoneTools tools, BiConsumer<URI, Runnable> onServer) {
        this.client = client;
        this.settings = settings;
        this.tools = tools;
        this.words = new PhoneWords(new Times(tools.clock()));
        this.signIn = new SignInViewModel(
                client, settings.server().get(), tools.fx(), other -> onServer.accept(other, () -> {}));
        this.certificate = new CertificateViewModel(
                client.trust(),
                tools.fx(),
                tools.clock(),
                this::connectTrusting,
                then -> onServer.accept(settings.server().get(), then));
        this.state = new Live<>(client.state(), client::onState, tools.fx());
        state.value().subscribe(this::show);
    }

    /** Returns the form that is shown while nobody is signed in. */
    public SignInViewModel signIn() {
        return signIn;
    }

    /** Returns the certificate of the server. */
    public CertificateViewModel certificate() {
        return certificate;
    }

    /** Returns the screens of the signed-in person; null while signed out. */
    public ReadOnlyObjectProperty<@Nullable SignedInViewModel> signedIn() {
        return signedIn.getReadOnlyProperty();
    }

    /** Returns a sentence to show once, such as the reason for a sign-out; empty if none. */
    public ReadOnlyStringProperty notice() {
        return notice.getReadOnlyProperty();
    }

    /** Returns the reason why there is no connection; empty if there is one. */
    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** Returns the reason why this program does not continue by itself; empty if it does. */
    public ReadOnlyStringProperty stopped() {
        return stopped.getReadOnlyProperty();
    }

    /** True until it is known if somebody is signed in. */
    public ReadOnlyBooleanProperty starting() {
        return starting.getReadOnlyProperty();
    }

    /** Returns why the login cannot be read or saved on this phone; null if it can, or there is none. */
    public ReadOnlyObjectProperty<@Nullable LoginTrouble> loginUnavailable() {
        return loginUnavailable.getReadOnlyProperty();
    }

    /** Goes to the sign-in form; the old login is logged out as soon as it can be read. */
    public void replaceLogin() {
        client.replaceLogin();
    }

    /** Hides the notice. */
    public void dismissNotice() {
        notice.set("");
    }

    /** Tells the person something once. */
    void tell(String sentence) {
        notice.set(sentence);
    }

    /** Tries to connect now, or to read the saved login; takes over where the session is open elsewhere. */
    public void retry() {
        client.retry();
    }

    @Override
    public void close() {
        state.close();
        certificate.close();
        leave();
    }

    private void connectTrusting() {
        signIn.submitAgain();
        client.retry();
    }

    private void show(PhoneState now) {
        loginUnavailable.set(
                switch (now) {
                    case PhoneState.LoginUnavailable(var why) ->
                        LoginTrouble.unreadable(why, MESSAGES.text("login.text"), MESSAGES.text("login.signInAgain"));
                    case PhoneState.LoginUnstorable(var why) ->
                        LoginTrouble.unstorable(
                                MESSAGES.text("loginUnstorable.title"), why, MESSAGES.text("loginUnstorable.text"));
                    default -> null;
                });
        switch (now) {
            case PhoneState.Starting _ -> {}
            case PhoneState.LoginUnavailable _, PhoneState.LoginUnstorable _ -> leave();
            case PhoneState.SignedOut(var why, var setAside) -> {
                if (profile != null) {
                    signIn.startOver(why != null && isOrdinary(why) ? profile.handle() : "");
                }
                leave();
                settings.openLink().set(""); // the next person is not asked about this one's computer
                stopped.set("");
                trouble.set("");
                if (why != null) {
                    notice.set(words.signedOut(why));
                } else if (setAside != null) {
                    notice.set(MESSAGES.text("phone.loginSetAside", "why", setAside));
                }
            }
            case PhoneState.SignedIn(Profile who, String away) -> {
                stopped.set("");
                trouble.set(away == null ? "" : MESSAGES.text("phone.offline", "why", away));
                enter(who);
                if (away == null && signedIn.get() instanceof SignedInViewModel entered) {
                    entered.resumeLink(() -> tell(MESSAGES.text("link.over")));
                }
            }
            case PhoneState.Stopped(var reason) -> stopped.set(PhoneWords.stopped(reason));
        }
        starting.set(now instanceof PhoneState.Starting);
    }

    /** True if the person logged this phone out; after any other end, the handle is not kept for the next person. */
    private static boolean isOrdinary(Logout end) {
        return end.reason() == LogoutReason.LOGGED_OUT_HERE || end.reason() == LogoutReason.PHONE_LOGGED_OUT;
    }

    private void enter(Profile who) {
        if (!who.equals(profile)) {
            leave();
            notice.set("");
            profile = who;
            signedIn.set(new SignedInViewModel(client, who, settings, tools));
        }
    }

    private void leave() {
        SignedInViewModel before = signedIn.get();
        profile = null;
        signedIn.set(null);
        if (before != null) {
            before.close();
        }
    }
}
