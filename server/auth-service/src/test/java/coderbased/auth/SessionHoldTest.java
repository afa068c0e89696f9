package coderbased.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.session.Admission;
import coderbased.auth.session.Session;
import coderbased.auth.session.SessionHold;
import coderbased.auth.tokens.DpopCredentials;
import coderbased.http.CallContent;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Secret;
import coderbased.protocol.Wire;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A call that takes time is over when its session is: what comes after the cut is neither taken nor given. */
final class SessionHoldTest extends LinkedDesktopTests {

    private static final byte[] NAME = "{\"name\":\"Den\"}".getBytes(StandardCharsets.UTF_8);

    /** Something that keeps a session from being used, and how a call of it is refused from then on. */
    private record Cut(String name, Runnable act, ErrorCode refusal) {}

    @TestFactory
    Stream<DynamicTest> everyRevocationReachesAllHoldsBeforeItIsAnswered() {
        return Stream.of(
                        new Cut("frozen", () -> freeze(), ErrorCode.NOT_ALLOWED),
                        new Cut(
                                "unlinked",
                                () -> world.auth().devices().unlink(ada.session(), desktop.sessionId()),
                                ErrorCode.LOGGED_OUT),
                        new Cut(
                                "all unlinked",
                                () -> world.auth().devices().unlinkAll(ada.session()),
                                ErrorCode.LOGGED_OUT),
                        new Cut("phone logged out", () -> ada.logOut(), ErrorCode.LOGGED_OUT),
                        new Cut(
                                "banned",
                                () -> world.auth().admin().ban("ada", new AuthHttp.Ban(null, null)),
                                ErrorCode.LOGGED_OUT),
                        new Cut("deleted", this::delete, ErrorCode.LOGGED_OUT),
                        new Cut("password changed", this::change, ErrorCode.LOGGED_OUT),
                        new Cut(
                                "not mine",
                                () -> world.auth().newLinks().answer(ada.session(), desktop.sessionId(), false),
                                ErrorCode.LOGGED_OUT))
                .map(cut -> DynamicTest.dynamicTest(cut.name(), () -> {
                    stop();
                    world = new AuthWorld(folder.resolve(cut.name().replace(' ', '-')));
                    ada = world.signUp("ada");
                    desktop = world.linked(ada);
                    isCut(cut);
                }));
    }

    private void isCut(Cut cut) throws Exception {
        Session session = call(new ByteArrayInputStream(NAME)).device();
        HttpCall slow = call(cutAtTheFirstByte(cut.act()));
        slow.device();
        SessionHold hold = slow.hold(session);
        OutputStream download = hold.guard(new ByteArrayOutputStream());
        InputStream upload = hold.guard(new ByteArrayInputStream(NAME));
        download.write(1);
        assertEquals(NAME[0], upload.read());

        assertEquals(cut.refusal(), TestPhone.refusal(() -> body(slow)), "a body that comes in meanwhile");

        assertThrows(IOException.class, () -> download.write(NAME, 0, 1));
        assertThrows(IOException.class, upload::readAllBytes);
        hold.close();
        assertEquals(cut.refusal(), TestPhone.refusal(() -> slow.hold(session)));
        assertEquals(
                cut.refusal(),
                TestPhone.refusal(() -> call(InputStream.nullInputStream()).device()));
        Admission again = desktop.reinitialise();
        assertTrue(
                again instanceof Admission.LoggedOut || again instanceof Admission.Frozen, "it comes back: " + again);
    }

    @Test
    void aSessionRevokedBeforeItsHoldIsFoundByItsRow() {
        Session session = call(InputStream.nullInputStream()).device();
        world.door().beforeNext("session", this::freeze);
        assertEquals(
                ErrorCode.NOT_ALLOWED,
                TestPhone.refusal(() -> world.auth().holds().hold(session)));
    }

    @Test
    void anExpiryDuringABodyCounts() {
        HttpCall slow = call(cutAtTheFirstByte(() -> world.clock.turn(Duration.ofDays(15))));
        slow.device();
        assertEquals(ErrorCode.LOGGED_OUT, TestPhone.refusal(() -> body(slow)));
    }

    @Test
    void aRepeatedHeaderIsRefused() {
        DpopCredentials good = desktop.present();
        for (String twice : List.of("DPoP", "Authorization")) {
            HttpCall call = new HttpCall(
                    world.auth(),
                    good.asked(),
                    AuthWorld.HOME,
                    new CallContent(
                            name -> name.equals(twice)
                                    ? List.of(header(good, name), header(good, name))
                                    : List.of(header(good, name)),
                            InputStream.nullInputStream()));
            assertEquals(
                    twice.equals("DPoP") ? ErrorCode.PROOF_REFUSED : ErrorCode.BAD_REQUEST,
                    TestPhone.refusal(call::device));
        }
    }

    private HttpCall call(InputStream content) {
        DpopCredentials presented = desktop.present();
        return new HttpCall(
                world.auth(),
                presented.asked(),
                AuthWorld.HOME,
                new CallContent(name -> List.of(header(presented, name)), content));
    }

    private static String header(DpopCredentials presented, String name) {
        return switch (name) {
            case "DPoP" -> presented.proof().value();
            case "Authorization" -> "DPoP " + presented.token().value();
            default -> "application/json";
        };
    }

    private static void body(HttpCall call) {
        try {
            call.body(AuthHttp.Rename.class);
        } catch (IOException | Wire.Malformed e) {
            throw new AssertionError(e);
        }
    }

    private static InputStream cutAtTheFirstByte(Runnable cut) {
        return new ByteArrayInputStream(NAME) {
            private boolean done;

            @Override
            public int read(byte[] into, int offset, int length) {
                if (!done) {
                    done = true;
                    cut.run();
                }
                return super.read(into, offset, length);
            }
        };
    }

    private void freeze() {
        world.auth().devices().freeze(ada.session(), desktop.sessionId());
    }

    private void delete() {
        world.auth().accounts().delete(ada.session(), new AuthHttp.ConfirmPassword(new Secret(AuthWorld.PASSWORD)));
    }

    private void change() {
        AuthHttp.ChangePassword change =
                new AuthHttp.ChangePassword(new Secret(AuthWorld.PASSWORD), new Secret("another password"));
        world.auth().accounts().changePassword(ada.session(), change);
    }
}
