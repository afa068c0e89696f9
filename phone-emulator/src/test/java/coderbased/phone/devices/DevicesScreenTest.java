package coderbased.phone.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.phone.PlayedPhone;
import coderbased.phone.Screen;
import coderbased.phone.parts.PhoneIds;
import coderbased.protocol.AuthHttp.Device;
import coderbased.protocol.AuthHttp.Devices;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.LogoutReason;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DevicesScreenTest {

    private Screen<PlayedPhone> screen;

    @BeforeEach
    void twoComputersAreLinked() throws Exception {
        screen = Screen.of(PlayedPhone.signedIn());
        linked(PlayedPhone.device("d1", "Office PC", true), PlayedPhone.device("d2", "Laptop", false));
        screen.click("#" + PhoneIds.TAB_DEVICES);
        screen.awaitShown(".device-card");
    }

    @AfterEach
    void over() {
        screen.close();
    }

    @Test
    void eachDeviceIsShownWithItsFacts() {
        screen.awaitText("#" + PhoneIds.DEVICE_COUNT, "2 of 5 linked");
        List<String> words = screen.texts(".device-card .label");
        assertTrue(words.contains("Office PC") && words.contains("Laptop"), words.toString());
        assertTrue(words.contains("Coderbased Desktop 0.1.0 on Linux"), words.toString());
        assertTrue(words.contains("Connected now from 192.0.2.17"), words.toString());
        assertTrue(words.stream().anyMatch(line -> line.startsWith("Last active today at ")), words.toString());
        assertTrue(words.stream().anyMatch(line -> line.startsWith("Linked yesterday at ")), words.toString());
    }

    @Test
    void loggingADeviceOutAsksFirst() {
        screen.click(".device-log-out");
        assertEquals("confirm-no", screen.focused().getId());
        screen.press(KeyCode.ESCAPE);
        screen.awaitGone("#" + PhoneIds.CONFIRM);
        assertTrue(screen.phone.asked.isEmpty());
        screen.click(".device-log-out").click("#" + PhoneIds.CONFIRM_YES);
        assertEquals(List.of("unlink d1"), screen.phone.asked);
    }

    @Test
    void loggingAllOutAsksFirstAndLeavesAnEmptyList() {
        screen.click("#" + PhoneIds.DEVICES_LOG_OUT_ALL).click("#" + PhoneIds.CONFIRM_NO);
        assertTrue(screen.phone.asked.isEmpty());
        linked();
        screen.click("#" + PhoneIds.DEVICES_LOG_OUT_ALL).click("#" + PhoneIds.CONFIRM_YES);
        screen.awaitShown("#" + PhoneIds.DEVICES_EMPTY);
        assertEquals(List.of("unlinkAll"), screen.phone.asked);
    }

    @Test
    void deviceIsRenamedByKeyboard() {
        screen.click(".device-rename")
                .type("#" + PhoneIds.RENAME_TEXT, " Study ")
                .press(KeyCode.ENTER);
        assertEquals(List.of("rename d1 Study"), screen.phone.asked);
    }

    @Test
    void invisibleNameIsReportedBeforeTheServerIsAsked() {
        screen.click(".device-rename")
                .type("#" + PhoneIds.RENAME_TEXT, "\u2800")
                .press(KeyCode.ENTER);
        screen.awaitText("#" + PhoneIds.DEVICES_PROBLEM, "A name needs at least one character that can be seen.");
        assertTrue(screen.phone.asked.isEmpty());
    }

    @Test
    void renamingCanBeCancelled() {
        screen.click(".device-rename").press(KeyCode.ESCAPE);
        screen.awaitGone("#" + PhoneIds.RENAME_TEXT);
        assertTrue(screen.phone.asked.isEmpty());
    }

    @Test
    void refusedChangeIsReported() {
        screen.phone.change = PlayedPhone.refusal(ErrorCode.TRY_LATER, "The server cannot be reached.");
        screen.click(".device-log-out").click("#" + PhoneIds.CONFIRM_YES);
        screen.awaitText("#" + PhoneIds.DEVICES_PROBLEM, "The server cannot be reached.");
    }

    @Test
    void changeFromElsewhereIsShownAtOnce() {
        linked(PlayedPhone.device("d3", "Tablet", true));
        screen.phone.devicesChanged();
        screen.awaitText("#" + PhoneIds.DEVICE_COUNT, "1 of 5 linked");
    }

    @Test
    void aDeviceIsFrozenAndThawedByOneButton() {
        linked(PlayedPhone.device("d1", "Office PC", true, true));
        screen.click(".device-freeze");
        screen.awaitText(".device-freeze", "Thaw");
        assertTrue(
                screen.texts(".device-card .label").contains("Frozen: shows nothing until you thaw it"),
                screen.texts(".device-card .label").toString());
        screen.click(".device-freeze");
        assertEquals(List.of("freeze d1", "thaw d1"), screen.phone.asked);
    }

    @Test
    void loggedOutDeviceShowsItsWipeReceipt() {
        screen.phone.devices = CompletableFuture.completedFuture(new Devices(
                List.of(),
                List.of(
                        PlayedPhone.loggedOut("Den", LogoutReason.UNLINKED, 41),
                        PlayedPhone.loggedOut("Shop", LogoutReason.UNLINKED, -1),
                        PlayedPhone.loggedOut("Attic", LogoutReason.PHONE_LOGGED_OUT, 3_600_000),
                        PlayedPhone.loggedOut("Garage", LogoutReason.PASSWORD_CHANGED, 1_290),
                        PlayedPhone.loggedOut("Study", LogoutReason.LOGGED_OUT_HERE, -1)),
                5));
        screen.phone.devicesChanged();
        screen.awaitShown(".device-heading");
        assertEquals(List.of("Recently logged out"), screen.texts(".device-heading"));
        List<String> done = screen.texts(".receipt-done");
        assertEquals("Logged out 41 ms after you pressed.", done.get(0));
        assertTrue(done.get(1).startsWith("Logged out when it next connected, "), done.toString());
        assertEquals("Logged out 1.2 s later.", done.get(2));
        assertEquals("All its data was deleted.", done.get(3));
        assertEquals(
                List.of("Not connected. It will be logged out when it next connects."), screen.texts(".receipt-open"));
        assertEquals(List.of(), screen.texts("#" + PhoneIds.DEVICES_EMPTY + " .label"), "the list is not empty");
    }

    private void linked(Device... devices) {
        screen.phone.devices = CompletableFuture.completedFuture(new Devices(List.of(devices), List.of(), 5));
    }
}
