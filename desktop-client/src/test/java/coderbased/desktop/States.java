package coderbased.desktop;

import coderbased.client.SessionState;
import coderbased.client.SessionState.Notice;
import coderbased.fx.FakeChat;
import coderbased.protocol.Initiator;
import coderbased.protocol.Logout;
import coderbased.protocol.LogoutReason;
import coderbased.protocol.Secret;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The states that tests show, all at one moment. */
final class States {

    static final Instant NOW = Instant.parse("2026-11-22T13:30:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final String QR_TEXT = "CBC:1:AAAAAAN0DEABCDEFGHIJKLMNOPQRSTUVWX";

    private States() {}

    static SessionState.Guest guest() {
        return guest(null);
    }

    static SessionState.Guest guest(@Nullable Notice why) {
        return new SessionState.Guest(
                new SessionState.Code(
                        new Secret(QR_TEXT), new Secret("K7QM-4XTP"), 1, 6, NOW.minusSeconds(18), NOW.plusSeconds(42)),
                why);
    }

    static SessionState.Scanned scanned(boolean needsNumber) {
        return new SessionState.Scanned("Ada", needsNumber, NOW.plusSeconds(118));
    }

    static SessionState.Authenticated signedIn(@Nullable String trouble) {
        return new SessionState.Authenticated(FakeChat.ADA, trouble);
    }

    static Notice loggedOut(LogoutReason reason) {
        return new Notice.LoggedOut(Logout.of(reason, Initiator.USER, NOW.minusSeconds(3600)));
    }
}
