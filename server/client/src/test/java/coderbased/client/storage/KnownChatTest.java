package coderbased.client.storage;

import static coderbased.client.chat.PlayedChat.ADA;
import static coderbased.client.chat.PlayedChat.changed;
import static coderbased.client.chat.PlayedChat.fromBob;
import static coderbased.client.chat.PlayedChat.message;
import static coderbased.client.chat.PlayedChat.position;
import static coderbased.client.chat.PlayedChat.summary;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.chat.MessageView.DeliveryStatus;
import coderbased.client.chat.PlayedChat;
import coderbased.protocol.ChatClientMessage.GetHistory;
import coderbased.protocol.ChatClientMessage.MarkRead;
import coderbased.protocol.ChatClientMessage.Send;
import coderbased.protocol.ChatServerMessage.Batch;
import coderbased.protocol.ChatServerMessage.CaughtUp;
import coderbased.protocol.ChatServerMessage.MessageChanged;
import coderbased.protocol.ChatServerMessage.Overview;
import coderbased.protocol.ChatServerMessage.Resuming;
import coderbased.protocol.ChatServerMessage.Stored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Start without a connection: the stored chat is shown, can be read and answered, and is synchronised later. */
class KnownChatTest {

    @TempDir
    Path folder;

    private PlayedChat played;

    @BeforeEach
    void start() {
        played = PlayedChat.keeping(folder);
    }

    @AfterEach
    void stop() {
        played.close();
    }

    private void restart() {
        played.restart(PlayedChat.journalIn(folder));
        played.settle();
    }

    @Test
    void listAndNewestMessagesAreShownOffline() {
        played.opened(120);
        restart();
        assertTrue(played.chat().state().progress().known());
        assertFalse(played.chat().state().caughtUp());
        assertEquals("from bob 120", played.conversation().lastMessage().text());
        assertEquals("Bob", played.conversation().title());
        played.handle().open();
        assertEquals(position(71, 120), played.seqs());
        assertTrue(played.conversation().older());
        assertFalse(played.conversation().loading());
        assertTrue(played.isSilent());
    }

    @Test
    void missedMessagesComeByRevisionAndAreShownOnce() {
        played.opened(60);
        restart();
        played.handle().open();
        assertEquals(Map.of("c1", 60L), played.connect().have());
        played.server(
                new Resuming(1, 2),
                new Overview(List.of(summary("c1", 61, changed(61, 62, "b61", PlayedChat.BOB, "new"), 60))),
                new Batch(
                        "c1",
                        List.of(
                                changed(60, 61, "b60", PlayedChat.BOB, "edited meanwhile"),
                                changed(61, 62, "b61", PlayedChat.BOB, "new"))),
                new CaughtUp());
        assertEquals(position(11, 61), played.seqs());
        assertEquals(List.of("edited meanwhile", "new"), played.texts().subList(49, 51));
        played.handle().loadOlder();
        GetHistory asked = played.next(GetHistory.class);
        assertEquals(11, asked.seq());
    }

    @Test
    void messageWrittenOfflineIsSentOnce() {
        played.opened(3);
        restart();
        played.handle().open();
        played.handle().send("written on a train", null);
        assertEquals(DeliveryStatus.SENDING, played.lastMessage().status());
        restart();
        played.handle().open();
        assertEquals("written on a train", played.lastMessage().text());
        played.connect();
        played.overview(summary("c1", 3, fromBob(3), 3));
        Send send = played.next(Send.class);
        played.server(
                new Stored(send.clientMessageId(), "c1", 4, PlayedChat.NOON),
                new MessageChanged(message(4, send.clientMessageId(), ADA, "written on a train")));
        assertEquals(position(1, 4), played.seqs());
    }

    @Test
    void offlineReadPositionIsSentLater() {
        played.caughtUp(3, 1);
        assertEquals(2, played.conversation().unread());
        restart();
        played.handle().open();
        played.handle().markRead(3);
        assertEquals(0, played.conversation().unread());
        restart();
        assertEquals(0, played.conversation().unread());
        played.caughtUp(3, 1);
        assertEquals(new MarkRead("c1", 3), played.next(MarkRead.class));
    }

    @Test
    void liveMessagesOfClosedConversationsAreStored() {
        played.caughtUp(1, 1);
        for (int seq = 2; seq < 70; seq++) {
            played.server(new MessageChanged(fromBob(seq)));
        }
        restart();
        played.handle().open();
        assertEquals(position(20, 69), played.seqs());
    }

    @Test
    void outdatedMessagesAreNotShown() {
        played.opened(5);
        played.handle().close();
        played.disconnect();
        assertEquals(Map.of(), played.connect().have());
        played.overview(summary("c1", 9, fromBob(9), 5));
        restart();
        played.handle().open();
        assertEquals(List.of(9L), played.seqs(), "what lies between was not heard");
    }

    @Test
    void removedConversationDisappears() {
        played.opened(3);
        restart();
        played.connect();
        played.overview();
        assertNull(played.conversation());
    }

    @Test
    void damagedLineAffectsNoOtherAndAnInvalidFileNothing() throws IOException {
        played.connect();
        played.overview(summary("c1", 1, fromBob(1), 1), summary("c2", 0, null, 0));
        restart();
        Path file = folder.resolve("chat.known");
        startWith(Files.readString(file).replaceFirst("from bob", "from eve"));
        assertNull(played.conversation());
        assertEquals(1, played.chat().state().conversations().size());
        startWith("\u0000\u0001 rubbish");
        assertFalse(played.chat().state().progress().known());
        Files.write(file, new byte[] {(byte) 0xc3, (byte) 0x28, 10});
        assertEquals(List.of(), new FileKnownChat(folder, Runnable::run).read());
    }

    private void startWith(String content) throws IOException {
        played.close();
        Files.writeString(folder.resolve("chat.known"), content);
        played = PlayedChat.keeping(folder);
        played.settle();
    }

    @Test
    void onlyTheOwnerCanReadTheFileAndLogoutDeletesIt() throws IOException {
        played.opened(3);
        restart();
        Path file = folder.resolve("chat.known");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        played.onThread(() -> played.chat().end());
        assertFalse(Files.exists(file));
        FileKnownChat over = new FileKnownChat(folder, Runnable::run);
        over.wipe();
        over.keep(List.of());
        over.close();
        assertFalse(Files.exists(file));
    }

    @Test
    void unreadableFileIsLeftForTheNextStart() throws Exception {
        Path file = folder.resolve("chat.known");
        Files.createSymbolicLink(file, file.getFileName()); // too many levels of links: unreadable for every user
        FileKnownChat known = new FileKnownChat(folder, Runnable::run);
        assertEquals(List.of(), known.read());
        known.keep(List.of());
        known.close();
        assertTrue(Files.isSymbolicLink(file));
    }

    @Test
    void fileSizeIsLimited() throws IOException {
        FileKnownChat known = new FileKnownChat(folder, Runnable::run);
        String large = "x".repeat(60_000);
        List<KeptConversation> all = IntStream.range(0, 300)
                .mapToObj(number -> new KeptConversation(
                        summary("c" + number, 1, null, 1), 1, 0, List.of(message(1, "m" + number, ADA, large))))
                .toList();
        known.keep(all);
        assertTrue(Files.size(folder.resolve("chat.known")) < 9 * 1024 * 1024);
        List<KeptConversation> read = known.read();
        assertEquals(300, read.size());
        assertEquals(1, read.getFirst().messages().size());
        assertEquals(List.of(), read.getLast().messages());
    }
}
