package coderbased.demo;

import coderbased.phone.parts.PhoneIds;
import coderbased.desktop.DesktopIds;
import coderbased.camera.CameraChoice;
import java.nio.file.Path;

/**
 * The story that plays where there is no display: link, chat ({@link ChatStory}), the phone logs out, link again, ban.
 *
 * <p>What is pressed is pressed on the windows, what is awaited is read off them, and the scan goes through the pixels
 * of {@link WindowCamera}.
 */
final class HeadlessStory {

    private final Story story;
    private final Nodes server;
    private final People people;
    private final Windows windows;
    private final Hands desktop;
    private final Hands phone;
    private final ChatStory chat;

    HeadlessStory(Story story, Nodes server, People people, Windows windows, Path pictures) {
        this.story = story;
        this.server = server;
        this.people = people;
        this.windows = windows;
        this.desktop = windows.atTheDesktop(pictures);
        this.phone = windows.atThePhone(pictures);
        this.chat = new ChatStory(story, server, people, desktop, phone, pictures);
    }

    void play() {
        story.whenItBreaks(() -> {
            desktop.picture("broken-desktop");
            phone.picture("broken-phone");
        });
        theDesktopGetsIn("");
        eachIsOnANodeOfTheirOwn();
        chat.play();
        thePhoneThrowsTheDesktopOut();
        theDesktopGetsIn("-again");
        theServerThrowsBothOut();
    }

    private void theDesktopGetsIn(String time) {
        story.step("the desktop shows a code" + time.replace('-', ' '), () -> {
            desktop.await("#" + DesktopIds.QR_CODE);
            desktop.picture("desktop-guest" + time);
            phone.await("#" + PhoneIds.TAB_SCAN);
            phone.picture("phone-chats" + time);
        });
        story.step("the phone reads it through its camera" + time.replace('-', ' '), () -> {
            try (WindowCamera camera = new WindowCamera(windows.desktop().getScene())) {
                Hands.onFx(() -> {
                    windows.look(new CameraChoice.Network(camera.address()));
                    return true;
                });
                phone.press("#" + PhoneIds.TAB_SCAN);
                phone.awaitImageIn("#" + PhoneIds.SCAN_PREVIEW);
                phone.picture("phone-scanner" + time);
                camera.turnToTheWindow();
                phone.await("#" + PhoneIds.LINK_SHEET);
            }
        });
        story.step("both screens name the other side" + time.replace('-', ' '), () -> {
            desktop.await("#" + DesktopIds.SCANNED_BY);
            desktop.awaitText("Ada");
            desktop.picture("desktop-scanned" + time);
            phone.awaitText("Ada's desktop");
            phone.picture("phone-approve" + time);
        });
        story.step("the person approves, and the desktop is logged in" + time.replace('-', ' '), () -> {
            phone.pressAway("#" + PhoneIds.LINK_APPROVE);
            desktop.await("#conversation-list");
            phone.await("#" + PhoneIds.LINK_DONE);
            phone.picture("phone-linked" + time);
        });
    }

    private void eachIsOnANodeOfTheirOwn() {
        if (server.areSeveral()) {
            story.step(
                    "each node holds its connections: " + server.places(),
                    () -> Story.until("each node holds its connections", 20, server::holdTheirOwn));
        }
    }

    private void thePhoneThrowsTheDesktopOut() {
        story.step("the phone logs out, and the desktop is logged out with the reason", () -> {
            phone.press("#" + PhoneIds.TAB_SETTINGS);
            phone.picture("phone-settings");
            phone.press("#" + PhoneIds.LOG_OUT);
            phone.press("#" + PhoneIds.CONFIRM_YES);
            desktop.await("#" + DesktopIds.LOGGED_OUT_BANNER);
            desktop.await("#" + DesktopIds.QR_CODE);
            desktop.awaitText("Your phone logged out");
            desktop.picture("desktop-logged-out");
            phone.await("#" + PhoneIds.SIGN_IN_HANDLE);
            phone.picture("phone-sign-in");
        });
        story.step("the person signs in on the phone again", () -> {
            phone.fill("#" + PhoneIds.SIGN_IN_HANDLE, People.ADA);
            phone.fill("#" + PhoneIds.SIGN_IN_PASSWORD, People.PASSWORD);
            phone.press("#" + PhoneIds.SIGN_IN_SUBMIT);
            phone.await("#" + PhoneIds.TAB_SCAN);
        });
    }

    private void theServerThrowsBothOut() {
        story.step("the account is banned, and both are logged out with the reason", () -> {
            server.admin("ban", People.ADA, "--reason", "only for the demo");
            desktop.await("#" + DesktopIds.LOGGED_OUT_BANNER);
            desktop.awaitText("suspended");
            desktop.picture("desktop-banned");
            phone.await("#" + PhoneIds.SIGN_IN_HANDLE);
            phone.awaitText("suspended");
            phone.picture("phone-banned");
        });
    }
}
