package coderbased.story;

import static coderbased.story.World.await;
import static coderbased.story.World.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.PhoneClient;
import coderbased.client.PhoneState;
import coderbased.client.SessionState;
import coderbased.client.SessionState.Notice;
import coderbased.client.WebClient;
import coderbased.client.chat.MessageView.DeliveryStatus;
import coderbased.client.keys.Credentials;
import coderbased.client.net.ProblemException;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.LogoutReason;
import coderbased.protocol.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Restarts, lost connections, damaged files and wrong clocks: what goes on as if nothing was, and what is said where it
 * cannot.
 */
class WhatSurvivesTest {

    @TempDir
    Path folder;

    private World world;

    @BeforeEach
    void open() throws Exception {
        world = new World(folder);
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    @Test
    void aRestartedDesktopNeedsNoScan() throws Exception {
        PhoneClient ada = world.signedUp("ada");
        world.linked(ada, "office").close();
        assertEquals(
                "ada", world.authenticated(world.desktop("office")).profile().handle());
        assertEquals(1, done(ada.devices().list()).devices().size());
    }

    @Test
    void aRestartedPhoneIsStillSignedIn() throws Exception {
        world.signedUp("ada").close();
        world.online(world.phone("ada-phone"));
    }

    @Test
    void everybodyReturnsAfterAServerRestart() throws Exception {
        PhoneClient ada = world.signedUp("ada");
        WebClient desktop = world.linked(ada, "office");
        world.restartServer();
        await(desktop::state, state -> state instanceof SessionState.Authenticated in && in.trouble() == null);
        world.online(ada);
        assertEquals(1, done(ada.devices().list()).devices().size());
    }

    @Test
    void theServerRestartsBetweenApprovalAndReconnect() throws Exception {
        PhoneClient ada = world.signedUp("ada");
        WebClient desktop = world.desktop("office");
        AuthHttp.LinkOffer offer = world.scan(ada, world.code(desktop));
        world.cable.refuseNew();
        done(ada.links().approve(offer.linkId()));
        await(desktop::state, SessionState.Reinitialising.class);
        world.restartServer();
        world.cable.mend();

        world.authenticated(desktop);
        world.online(ada);
        assertEquals(1, done(ada.devices().list()).devices().size());
    }

    @Test
    void aTokenThatNeverReachedTheDesktopLeavesNoDevice() throws Exception {
        PhoneClient ada = world.signedUp("ada");
        WebClient desktop = world.desktop("office");
        AuthHttp.LinkOffer offer = world.scan(ada, world.code(desktop));
        world.cable.goDead();
        done(ada.links().approve(offer.linkId()));
        desktop.close();
        world.cable.cut();

        world.clock.turn(Duration.ofMinutes(3));
        await(() -> ada.devices().list().join().devices(), java.util.List::isEmpty);
    }

    @Test
    void aDisconnectedDesktopSaysSoAndReconnects() throws Exception {
        PhoneClient ada = world.signedUp("ada");
        WebClient desktop = world.linked(ada, "office");
        world.cable.cut();
        SessionState.Authenticated away = (SessionState.Authenticated) await(
                desktop::state, state -> state instanceof SessionState.Authenticated in && in.trouble() != null);
        assertTrue(away.trouble().length() > 10, away.trouble());
        world.cable.mend();
        world.authenticated(desktop);
    }

    @Test
    void anUnreachableServerIsReportedByBothApps() throws Exception {
        world.cable.cut();
        world.phoneCable.cut();
        WebClient desktop = world.desktop("office");
        SessionState.Connecting connecting = (SessionState.Connecting) await(
                desktop::state, state -> state instanceof SessionState.Connecting c && c.trouble() != null);
        assertTrue(connecting.trouble().contains("server"), connecting.trouble());
        PhoneClient phone = world.phone("ada-phone");
        ProblemException refused =
                assertThrows(ProblemException.class, () -> done(phone.signIn("ada", World.PASSWORD)));
        assertEquals(ErrorCode.TRY_LATER, refused.problem().code());
        assertTrue(refused.getMessage().contains("reach"), refused.getMessage());

        world.cable.mend();
        world.phoneCable.mend();
        world.guest(desktop);
        done(phone.signUp("ada", "Ada", World.PASSWORD));
        world.online(phone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"token\":\"x\"}", "\u0000\u0001\u0002", "null", "[]"})
    void aDamagedTokenFileIsSetAsideAndACodeIsShown(String damage) throws Exception {
        PhoneClient ada = world.signedUp("ada");
        world.linked(ada, "office").close();
        Path file = world.profileFolder("office").resolve("credentials.json");
        Files.writeString(file, damage);

        world.guest(world.desktop("office"));
        assertEquals(damage, Files.readString(file.resolveSibling("credentials.json.damaged")));
    }

    @Test
    void aTamperedTokenIsRefusedWithItsReason() throws Exception {
        PhoneClient ada = world.signedUp("ada");
        world.linked(ada, "office").close();
        Credentials good = world.store("office").load().orElseThrow();
        String token = good.token().value();
        int middle = token.length() / 2;
        char other = token.charAt(middle) == 'A' ? 'B' : 'A';
        world.store("office")
                .save(new Credentials(
                        new Secret(token.substring(0, middle) + other + token.substring(middle + 1)),
                        good.key(),
                        good.profile(),
                        good.sessionId(),
                        good.serverId()));
        assertEquals(LogoutReason.TOKEN_INVALID, reasonAtStart(world, "office"));
    }

    @Test
    void anotherServersTokenIsRefusedWithItsReason(@TempDir Path elsewhere) throws Exception {
        world.linked(world.signedUp("ada"), "home").close();
        String thisServer = world.store("home").load().orElseThrow().serverId();
        try (World other = new World(elsewhere)) {
            other.linked(other.signedUp("ada"), "office").close();
            Credentials login = other.store("office").load().orElseThrow();
            // A client sends a login to its own server only; this one believes that it is here.
            world.store("office")
                    .save(new Credentials(login.token(), login.key(), login.profile(), login.sessionId(), thisServer));
        }
        assertEquals(LogoutReason.TOKEN_INVALID, reasonAtStart(world, "office"));
    }

    @Test
    void aTokenWithoutItsKeyIsUseless() throws Exception {
        PhoneClient ada = world.signedUp("ada");
        world.linked(ada, "office").close();
        Credentials stolen = world.store("office").load().orElseThrow();
        Credentials own = world.store("ada-phone").load().orElseThrow();
        world.store("thief")
                .save(new Credentials(
                        stolen.token(), own.key(), stolen.profile(), stolen.sessionId(), stolen.serverId()));
        assertEquals(LogoutReason.KEY_MISMATCH, reasonAtStart(world, "thief"));
    }

    @Test
    void aCopiedProfileIsDetectedOnceBothAreUsed() throws Exception {
        PhoneClient ada = world.signedUp("ada");
        world.linked(ada, "office").close();
        Credentials copied = world.store("office").load().orElseThrow();
        WebClient owner = world.desktop("office");
        world.authenticated(owner);
        owner.close();
        WebClient again = world.desktop("office");
        world.authenticated(again);

        world.store("thief").save(copied);
        assertEquals(LogoutReason.TOKEN_REUSED, reasonAtStart(world, "thief"));
        await(again::state, state -> state instanceof SessionState.Connecting || state instanceof SessionState.Guest);
    }

    @ParameterizedTest
    @ValueSource(longs = {-60, 60})
    void aDesktopWithAWrongClockConnectsAndStays(long minutes) throws Exception {
        Clock wrong = Clock.offset(world.clock, Duration.ofMinutes(minutes));
        PhoneClient ada = world.signedUp("ada");
        WebClient desktop = world.desktop("office", wrong);
        SessionState.Code code = world.guest(desktop).code();
        Duration shown = Duration.between(code.shownAt(), code.expiresAt());
        assertTrue(
                shown.compareTo(Duration.ofSeconds(50)) > 0 && shown.compareTo(Duration.ofSeconds(61)) < 0, "" + shown);

        done(ada.links().approve(world.scan(ada, code.qrText().value()).linkId()));
        world.authenticated(desktop);
        desktop.close();
        world.authenticated(world.desktop("office", wrong));
    }

    @ParameterizedTest
    @ValueSource(longs = {-60, 60})
    void aServerClockSetByAnHourLogsNobodyOut(long minutes) throws Exception {
        PhoneClient ada = world.signedUp("ada");
        WebClient desktop = world.linked(ada, "office");
        world.clock.turn(Duration.ofMinutes(minutes));
        world.restartServer();
        world.authenticated(desktop);
        world.online(ada);
    }

    @Test
    void wrongPasswordsAndTakenNamesAreReported() throws Exception {
        world.signedUp("ada");
        PhoneClient other = world.phone("other-phone");
        ProblemException wrong = assertThrows(ProblemException.class, () -> done(other.signIn("ada", "not the one")));
        assertEquals(ErrorCode.WRONG_PASSWORD, wrong.problem().code());
        ProblemException unknown =
                assertThrows(ProblemException.class, () -> done(other.signIn("nobody", "not the one")));
        assertEquals(wrong.getMessage(), unknown.getMessage(), "an unknown name gets the same answer");
        ProblemException taken =
                assertThrows(ProblemException.class, () -> done(other.signUp("ADA", "Eve", World.PASSWORD)));
        assertEquals(ErrorCode.HANDLE_TAKEN, taken.problem().code());
        assertInstanceOf(PhoneState.SignedOut.class, other.state());
    }

    @Test
    void messagesWrittenOfflineAreSentOnceAndInOrder() throws Exception {
        PhoneClient ada = world.signedUp("ada");
        PhoneClient bob = world.signedUp("bob");
        WebClient desktop = world.linked(ada, "office");
        String conversation = ChatIsLiveTest.conversation(desktop.chat(), "bob");
        world.cable.cut();
        await(desktop::state, state -> state instanceof SessionState.Authenticated in && in.trouble() != null);
        for (int i = 1; i <= 20; i++) {
            desktop.chat().conversation(conversation).send("offline " + i, null);
        }
        world.cable.mend();

        ChatIsLiveTest.awaitStatus(desktop.chat(), conversation, 20, DeliveryStatus.STORED);
        await(() -> bob.chat().state().conversation(conversation), java.util.Objects::nonNull);
        bob.chat().conversation(conversation).open();
        ChatIsLiveTest.awaitTexts(
                bob.chat(),
                conversation,
                java.util.stream.IntStream.rangeClosed(1, 20)
                        .mapToObj(i -> "offline " + i)
                        .toList());
    }

    @Test
    void messagesWrittenBeforeAnExitAreSentAfterTheRestart() throws Exception {
        PhoneClient ada = world.signedUp("ada");
        PhoneClient bob = world.signedUp("bob");
        WebClient desktop = world.linked(ada, "office");
        String conversation = ChatIsLiveTest.conversation(desktop.chat(), "bob");
        ChatIsLiveTest.conversation(bob.chat(), "ada");
        world.cable.cut();
        await(desktop::state, state -> state instanceof SessionState.Authenticated in && in.trouble() != null);
        for (int i = 1; i <= 5; i++) {
            desktop.chat().conversation(conversation).send("unsent " + i, null);
        }
        desktop.close();
        world.cable.mend();

        world.desktop("office");
        ChatIsLiveTest.awaitTexts(
                bob.chat(), conversation, List.of("unsent 1", "unsent 2", "unsent 3", "unsent 4", "unsent 5"));
    }

    @Test
    void anEndedSessionLeavesNoChatOnDisk() throws Exception {
        PhoneClient ada = world.signedUp("ada");
        world.signedUp("bob");
        WebClient desktop = world.linked(ada, "office");
        String conversation = ChatIsLiveTest.conversation(desktop.chat(), "bob");
        world.cable.cut();
        await(desktop::state, state -> state instanceof SessionState.Authenticated in && in.trouble() != null);
        desktop.chat().conversation(conversation).send("nobody else's business", null);
        done(ada.logOut());
        world.cable.mend();
        await(desktop::state, state -> state instanceof SessionState.Guest);
        try (Stream<Path> left = Files.walk(world.profileFolder("office"))) {
            assertEquals(List.of(), left.filter(Files::isRegularFile).toList());
        }
    }

    private static LogoutReason reasonAtStart(World world, String profile) {
        WebClient desktop = world.desktop(profile);
        SessionState.Guest guest = world.guest(desktop);
        return assertInstanceOf(Notice.LoggedOut.class, guest.why()).logout().reason();
    }
}
