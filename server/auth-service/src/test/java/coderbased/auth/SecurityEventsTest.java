package coderbased.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import coderbased.audit.SecurityEvent;
import coderbased.audit.SecurityLog;
import coderbased.auth.session.AuthRefused;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Security events have one line each in the log, in words and with fields. */
final class SecurityEventsTest extends SignedInPhoneTests {

    private static final String WRONG = "wrong horse battery";

    private final Logger logger = (Logger) LoggerFactory.getLogger("coderbased.security");
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent line) {
            lines.add(line.getFormattedMessage());
        }
    };

    SecurityEventsTest() {
        appender.start();
        logger.setLevel(Level.INFO);
        logger.setAdditive(false);
        logger.addAppender(appender);
    }

    @AfterEach
    void detach() {
        logger.detachAppender(appender);
        logger.setAdditive(true);
        logger.setLevel(null);
    }

    @Test
    void signInsAndTheirFailuresAreLogged() {
        String account = " account=" + ada.accountId();
        written("An account was made. event=sign-up" + account + " handle=ada session=" + ada.sessionId()
                + " device=Phone address=");
        TestPhone second = world.signIn("ada", AuthWorld.PASSWORD);
        written("A phone signed in. event=sign-in" + account + " handle=ada session=" + second.sessionId());
        assertThrows(AuthRefused.class, () -> world.signIn("ada", WRONG));
        written("event=sign-in-failed" + account + " reason=WRONG_PASSWORD address=");
        assertThrows(AuthRefused.class, () -> world.signIn("typed-by-mistake", WRONG));
        written("event=sign-in-failed account=- reason=WRONG_PASSWORD address=");
        for (String secret : List.of(WRONG, AuthWorld.PASSWORD, "typed-by-mistake", ada.token())) {
            assertFalse(lines.toString().contains(secret), lines.toString());
        }
    }

    @Test
    void linksAndEndsOfSessionsAreLogged() {
        String account = " account=" + ada.accountId();
        TestDesktop desktop = world.linked(ada);
        written("event=link-claimed" + account);
        written("event=link-approved" + account);
        written("event=link-completed" + account);
        ada.deny(ada.scan(world.desktop()));
        written("event=link-denied" + account);
        ada.scan(world.desktop());
        world.pass(Duration.ofMinutes(3));
        AuthWorld.await(
                () -> lines.stream().anyMatch(line -> line.contains(" reason=EXPIRED ")),
                "no end was logged: " + lines);
        desktop.reinitialise(new TestKey());
        written("event=proof-refused reason=KEY_MISMATCH address=");
        ada.logOut();
        written("event=session-ended" + account + " session=" + ada.sessionId()
                + " device=Phone reason=LOGGED_OUT_HERE by=USER");
        written("event=session-ended" + account + " session=" + desktop.sessionId());
    }

    @Test
    void freezesThawsAndNewNamesOfDevicesAreLogged() {
        String desktop = world.linked(ada).sessionId();
        LinkedDevices devices = world.auth().devices();
        devices.rename(ada.session(), desktop, new AuthHttp.Rename("Desk 7"));
        devices.freeze(ada.session(), desktop);
        devices.freeze(ada.session(), desktop);
        devices.thaw(ada.session(), desktop);
        String fields =
                " account=" + ada.accountId() + " session=" + desktop + " device=\"Desk 7\" phone=" + ada.sessionId();
        written("A phone renamed a linked device. event=device-renamed" + fields);
        written("A phone froze a linked device. event=device-frozen" + fields);
        written("A phone thawed a linked device. event=device-thawed" + fields);
        assertEquals(
                1, lines.stream().filter(line -> line.contains("device-frozen")).count(), lines.toString());
    }

    @Test
    void changesOfAccountsAndCommandsOfOperatorsAreLogged() {
        String account = " account=" + ada.accountId();
        world.auth().admin().ban("ada", new AuthHttp.Ban(null, "told to the person"));
        written("event=account-banned" + account + " handle=ada until=-");
        written("event=session-ended" + account + " session=" + ada.sessionId()
                + " device=Phone reason=ACCOUNT_BANNED");
        world.auth().admin().unban("ada");
        written("event=account-unbanned" + account + " handle=ada");
        world.auth().admin().accounts();
        written("event=operator-command command=accounts handle=-");
        world.auth().admin().sessions("ada");
        written("event=operator-command command=sessions handle=ada");
        TestPhone again = world.signIn("ada", AuthWorld.PASSWORD);
        AuthHttp.ChangePassword wrong = new AuthHttp.ChangePassword(new Secret(WRONG), new Secret(WRONG));
        assertThrows(AuthRefused.class, () -> world.auth().accounts().changePassword(again.session(), wrong));
        written("event=password-refused" + account + " session=" + again.sessionId() + " reason=WRONG_PASSWORD");
        AuthHttp.ChangePassword right = new AuthHttp.ChangePassword(new Secret(AuthWorld.PASSWORD), new Secret(WRONG));
        again.keep(world.auth()
                .accounts()
                .changePassword(again.session(), right)
                .authToken()
                .value());
        written("event=password-changed" + account + " session=" + again.sessionId());
        world.auth().accounts().delete(again.session(), new AuthHttp.ConfirmPassword(new Secret(WRONG)));
        written("event=account-deleted" + account + " session=" + again.sessionId());
        assertFalse(lines.toString().contains(WRONG), lines.toString());
    }

    @Test
    void whatPeopleChoseIsQuotedEscapedAndCut() {
        SecurityLog log = new SecurityLog(System::nanoTime);
        log.note(SecurityEvent.SIGN_IN, "id", "ada", "s", "Zoë\n\u001B[2J\" event=x\u202E 🌸", "::1");
        written(
                "account=id handle=ada session=s device=\"Zoë\\u{a}\\u{1b}[2J\\u{22} event=x\\u{202e} 🌸\" address=::1");
        log.note(SecurityEvent.ACCOUNT_UNBANNED, "🌸".repeat(500));
        written("account=\"" + "🌸".repeat(100) + "…\" handle=-");
    }

    @Test
    void aStrangerWhoFailsOftenCausesFewLines() {
        SecurityLog log = new SecurityLog(System::nanoTime);
        for (int i = 0; i < 10_000; i++) {
            log.note(SecurityEvent.SIGN_IN_FAILED, null, "WRONG_PASSWORD", "203.0.113.9");
        }
        assertEquals(
                5, lines.stream().filter(line -> line.contains("203.0.113.9")).count());
    }

    /** Requires a line with that content; links are logged by a thread of their own. */
    private void written(String content) {
        AuthWorld.await(() -> lines.stream().anyMatch(line -> line.contains(content)), content + " is not in " + lines);
        assertTrue(lines.stream().allMatch(line -> line.matches("[A-Z][^=]*\\. event=[a-z-]+ .*")), lines.toString());
    }
}
