package coderbased.phone.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.fx.Times;
import coderbased.phone.PlayedPhone;
import coderbased.phone.Screen;
import coderbased.phone.parts.PhoneIds;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.LinkEntry;
import coderbased.protocol.LinkEntry.What;
import coderbased.protocol.LinkHistory;
import coderbased.protocol.Wire;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class LinkHistoryScreenTest {

    private static final DeviceFacts PC = new DeviceFacts("Office PC", "Coderbased Desktop 0.1.0", "Linux");

    @TempDir
    private Path folder;

    private Screen<PlayedPhone> screen;

    @BeforeEach
    void somebodyIsSignedIn() throws Exception {
        screen = Screen.of(PlayedPhone.signedIn());
        screen.click("#" + PhoneIds.TAB_DEVICES);
    }

    @AfterEach
    void over() {
        screen.close();
    }

    @Test
    void entriesAreShownNewestFirst() {
        opens(history(What.SHOWN, What.SCANNED, What.WRONG_NUMBER));
        screen.awaitShown(".history-alarming");
        assertEquals(List.of("A wrong number was typed on the computer"), screen.texts(".history-alarming"));
        assertEquals(
                List.of("Scanned with your phone", "A computer showed a code"),
                screen.texts("#" + PhoneIds.HISTORY_LIST + " .history-what"));
        assertTrue(
                screen.texts("#" + PhoneIds.HISTORY_LIST + " .device-fact").contains("“Office PC”, from 192.0.2.17"));
        screen.awaitText("#" + PhoneIds.HISTORY_NOTICE, "Every entry matches the one before it.");
        screen.press(KeyCode.ESCAPE);
        screen.awaitGone("#" + PhoneIds.LINK_HISTORY);
    }

    @Test
    void emptyHistoryIsExplained() {
        opens(new LinkHistory(List.of()));
        screen.awaitShown("#" + PhoneIds.HISTORY_EMPTY);
        screen.click("#" + PhoneIds.HISTORY_BACK);
        screen.awaitGone("#" + PhoneIds.LINK_HISTORY);
    }

    @Test
    void historyThatHasNotArrivedIsNotCalledEmpty() {
        screen.phone.history = new CompletableFuture<>();
        screen.click("#" + PhoneIds.DEVICES_HISTORY);
        screen.awaitShown("#" + PhoneIds.LINK_HISTORY);
        assertFalse(screen.shows("#" + PhoneIds.HISTORY_EMPTY));
        screen.phone.history.complete(new LinkHistory(List.of()));
        screen.awaitShown("#" + PhoneIds.HISTORY_EMPTY);
    }

    @Test
    void changedEntryIsNoticed() {
        LinkHistory genuine = history(What.SHOWN, What.SCANNED, What.DENIED);
        List<LinkEntry> changed = new ArrayList<>(genuine.entries());
        LinkEntry denied = changed.removeLast();
        changed.add(new LinkEntry(
                denied.number(),
                denied.at(),
                What.CANCELLED,
                denied.linkId(),
                denied.device(),
                denied.address(),
                denied.previous(),
                denied.seal()));
        opens(new LinkHistory(changed));
        screen.awaitShown("#" + PhoneIds.HISTORY_PROBLEM);
    }

    @Test
    void rewrittenHistoryIsNoticedAtTheNextRefresh() {
        opens(history(What.SHOWN, What.SCANNED, What.WRONG_NUMBER));
        screen.awaitShown("#" + PhoneIds.HISTORY_NOTICE);
        screen.click("#" + PhoneIds.HISTORY_BACK);

        opens(history(What.SHOWN, What.SCANNED));

        screen.awaitShown("#" + PhoneIds.HISTORY_PROBLEM);
        assertFalse(screen.shows("#" + PhoneIds.HISTORY_NOTICE));
    }

    @Test
    void historyIsSavedAsAFileWithItsSeals() throws Exception {
        screen.phone.history = CompletableFuture.completedFuture(history(What.SHOWN, What.SCANNED, What.LINKED));
        LinkHistoryViewModel viewModel = new LinkHistoryViewModel(
                screen.phone, "a1", new SimpleStringProperty(""), Runnable::run, new Times(screen.clock));
        viewModel.refresh();
        Path file = folder.resolve("history.json");

        viewModel.export(file);

        assertEquals("Saved as history.json.", viewModel.notice().get());
        LinkHistory saved = Wire.read(Files.readString(file), LinkHistory.class);
        assertEquals(screen.phone.history.join(), saved);
        assertTrue(saved.unbroken());
    }

    @Test
    void historyIsSavedInWordsWithLocalTimes() throws Exception {
        screen.phone.history = CompletableFuture.completedFuture(history(What.SHOWN, What.LINKED));
        Times times = new Times(screen.clock);
        LinkHistoryViewModel viewModel =
                new LinkHistoryViewModel(screen.phone, "a1", new SimpleStringProperty(""), Runnable::run, times);
        viewModel.refresh();
        Path file = folder.resolve("history.txt");

        viewModel.export(file);

        String when = times.exact(PlayedPhone.NOON.minusSeconds(60));
        assertTrue(when.contains("UTC") || when.contains("Z"), when);
        String where = "“" + PC.name() + "”, from 192.0.2.17";
        assertEquals(
                List.of(when + ": A computer showed a code. " + where, when + ": The computer was linked. " + where),
                Files.readAllLines(file));
    }

    private void opens(LinkHistory history) {
        screen.phone.history = CompletableFuture.completedFuture(history);
        screen.click("#" + PhoneIds.DEVICES_HISTORY);
        screen.awaitShown("#" + PhoneIds.LINK_HISTORY);
    }

    public static LinkHistory history(What... happened) {
        List<LinkEntry> entries = new ArrayList<>();
        for (What what : happened) {
            LinkEntry last = entries.isEmpty() ? null : entries.getLast();
            entries.add(LinkEntry.after(last, PlayedPhone.NOON.minusSeconds(60), what, "L1", PC, "192.0.2.17"));
        }
        return new LinkHistory(entries);
    }
}
