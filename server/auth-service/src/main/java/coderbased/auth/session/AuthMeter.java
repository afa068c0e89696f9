package coderbased.auth.session;

import coderbased.protocol.ErrorCode;
import coderbased.protocol.LinkEnd;
import coderbased.protocol.LogoutReason;
import java.time.Duration;

/**
 * Counts what happens in the Auth Service. It is never told whose session or whose link it was.
 *
 * <p>Thread-safe. Calls return quickly and never throw.
 */
public interface AuthMeter {

    /** Nobody counts. */
    AuthMeter NONE = new AuthMeter() {
        @Override
        public void ended(LogoutReason reason) {}

        @Override
        public void wiped(Duration afterItsEnd) {}

        @Override
        public void linked() {}

        @Override
        public void notLinked(LinkEnd why) {}

        @Override
        public void signInRefused(ErrorCode why) {}
    };

    /** A session ended. */
    void ended(LogoutReason reason);

    /** A device said for the first time that nothing of an ended session is left on it. */
    void wiped(Duration afterItsEnd);

    /** A desktop came in for the first time. */
    void linked();

    /** A link that a phone had claimed came to nothing. */
    void notLinked(LinkEnd why);

    /** Somebody wanted to sign in and was not let in. */
    void signInRefused(ErrorCode why);
}
