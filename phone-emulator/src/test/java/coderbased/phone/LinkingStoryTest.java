package coderbased.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.camera.CameraChoice;
import coderbased.camera.Pictures;
import coderbased.client.ClientConfig;
import coderbased.client.Clients;
import coderbased.client.PhoneClient;
import coderbased.client.SessionState;
import coderbased.client.ThisDevice;
import coderbased.client.WebClient;
import coderbased.client.keys.ProfileFolder;
import coderbased.demo.MjpegServer;
import coderbased.fx.ThemeChoice;
import coderbased.node.Node;
import coderbased.node.Settings;
import coderbased.phone.parts.PhoneIds;
import coderbased.protocol.LogoutReason;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The phone's window before a real server, with a real camera in front of a real desktop's code. */
class LinkingStoryTest {

    @TempDir
    Path folder;

    private final Clock clock = Clock.systemUTC();
    private Node server;
    private PhoneClient client;
    private WebClient desktop;
    private MjpegServer camera;
    private Screen<PhoneClient> screen;

    @BeforeEach
    void aServerADesktopAndAPhone() throws Exception {
        server = Node.start(Settings.standard(folder.resolve("server")).withPort(0), clock);
        URI address = URI.create(server.address());
        SecureRandom random = new SecureRandom();
        desktop = Clients.web(ClientConfig.of(
                        address,
                        ThisDevice.facts("Coderbased Desktop 0.1.0"),
                        new ProfileFolder(folder.resolve("desktop")).credentials(new SecureRandom()))
                .withClock(clock)
                .withRandom(random));
        client = Clients.phone(ClientConfig.of(
                        address,
                        ThisDevice.facts("Coderbased Phone 0.1.0"),
                        new ProfileFolder(folder.resolve("phone")).credentials(new SecureRandom()))
                .withClock(clock)
                .withRandom(random));
        camera = new MjpegServer(0);
        screen = Screen.of(client, ThemeChoice.LIGHT, new CameraChoice.Network(camera.address()));
        client.start();
        desktop.start();
    }

    @AfterEach
    void allOver() {
        screen.close();
        client.close();
        desktop.close();
        camera.close();
        server.close();
    }

    @Test
    void computerIsScannedApprovedAndLoggedOut() {
        signUp();
        screen.await("the desktop's code", () -> desktop.state() instanceof SessionState.Guest);
        SessionState.Guest guest = assertInstanceOf(SessionState.Guest.class, desktop.state());
        camera.show(Pictures.code(guest.code().qrText().value()));

        screen.click("#" + PhoneIds.TAB_SCAN);
        screen.awaitShown("#" + PhoneIds.LINK_APPROVE);
        screen.await(
                "the desktop to be scanned, and not yet in", () -> desktop.state() instanceof SessionState.Scanned);
        screen.clock.turn(Duration.ofSeconds(1));
        screen.click("#" + PhoneIds.LINK_APPROVE);
        screen.awaitText("#" + PhoneIds.LINK_PROGRESS, said -> said.startsWith("Linked: "));
        screen.await("the desktop to be in", () -> desktop.state() instanceof SessionState.Authenticated);

        screen.click("#" + PhoneIds.LINK_DONE);
        screen.awaitText("#" + PhoneIds.DEVICE_COUNT, "1 of 5 linked");
        screen.click(".device-log-out").click("#" + PhoneIds.CONFIRM_YES);
        screen.await(
                "the desktop's receipt",
                () -> screen.texts(".receipt-done").stream()
                        .anyMatch(said -> said.startsWith("Logged out ") && said.endsWith(" after you pressed.")));
        screen.assertText("#" + PhoneIds.DEVICE_COUNT, "0 of 5 linked");
        screen.await("the desktop to be out", () -> desktop.state() instanceof SessionState.Guest);
        var why = assertInstanceOf(
                SessionState.Notice.LoggedOut.class,
                assertInstanceOf(SessionState.Guest.class, desktop.state()).why());
        assertEquals(LogoutReason.UNLINKED, why.logout().reason());
    }

    @Test
    void phoneLogOutLogsTheComputerOut() {
        aComputerIsLinked();
        screen.click("#" + PhoneIds.TAB_SETTINGS).click("#" + PhoneIds.LOG_OUT).click("#" + PhoneIds.CONFIRM_YES);
        screen.awaitShown("#" + PhoneIds.SIGN_IN_HANDLE);
        assertTrue(
                screen.text("#" + PhoneIds.NOTICE).startsWith("You logged out."), screen.text("#" + PhoneIds.NOTICE));
        screen.await("the desktop to be out", () -> desktop.state() instanceof SessionState.Guest);
    }

    private void aComputerIsLinked() {
        signUp();
        screen.await("the desktop's code", () -> desktop.state() instanceof SessionState.Guest);
        camera.show(Pictures.code(assertInstanceOf(SessionState.Guest.class, desktop.state())
                .code()
                .qrText()
                .value()));
        screen.click("#" + PhoneIds.TAB_SCAN);
        screen.awaitShown("#" + PhoneIds.LINK_APPROVE);
        screen.clock.turn(Duration.ofSeconds(1));
        screen.click("#" + PhoneIds.LINK_APPROVE);
        screen.awaitShown("#" + PhoneIds.LINK_DONE);
        screen.click("#" + PhoneIds.LINK_DONE);
    }

    private void signUp() {
        screen.click("#" + PhoneIds.SIGN_IN_SWITCH);
        screen.type("#" + PhoneIds.SIGN_IN_HANDLE, "ada").type("#" + PhoneIds.SIGN_IN_NAME, "Ada");
        screen.type("#" + PhoneIds.SIGN_IN_PASSWORD, "correct horse battery").click("#" + PhoneIds.SIGN_IN_SUBMIT);
        screen.awaitShown("#" + PhoneIds.TAB_CHATS);
    }
}
