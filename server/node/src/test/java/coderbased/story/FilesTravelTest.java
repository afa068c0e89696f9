package coderbased.story;

import static coderbased.story.World.await;
import static coderbased.story.World.done;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.PhoneClient;
import coderbased.client.SessionState;
import coderbased.client.WebClient;
import coderbased.client.chat.Chat;
import coderbased.client.chat.ChatState;
import coderbased.client.chat.ConversationView;
import coderbased.client.chat.MessageView;
import coderbased.client.files.Transfer;
import coderbased.protocol.Body;
import coderbased.protocol.Contact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files go from device to device, and leave a device with its session. */
class FilesTravelTest {

    private static final byte[] BYTES = new byte[8_000_000];

    static {
        new Random(8).nextBytes(BYTES);
    }

    @TempDir
    Path folder;

    private World world;
    private PhoneClient ada;
    private PhoneClient bob;
    private WebClient desktop;
    private String conversation;

    @BeforeEach
    void adaHasAPhoneAndADesktopAndTalksToBob() throws Exception {
        world = new World(folder);
        ada = world.signedUp("ada");
        bob = world.signedUp("bob");
        desktop = world.linked(ada, "office");
        List<Contact> found = done(ada.chat().findPeople("bob"));
        conversation = done(ada.chat().openWith(found.getFirst().accountId()));
        for (Chat chat : List.of(ada.chat(), bob.chat(), desktop.chat())) {
            await(() -> chat.state().conversation(conversation), view -> view != null);
            chat.conversation(conversation).open();
        }
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    @Test
    void aFileArrivesByteForByteThoughBothConnectionsAreCut() throws Exception {
        Cuts up = new Cuts(desktop.chat(), world.cable, 1_000_000, 3_000_000, 6_000_000);
        desktop.chat().conversation(conversation).sendFile(picked(), "as promised", null);

        MessageView arrived = fileOn(bob.chat());
        assertEquals("as promised", arrived.text());
        Cuts down = new Cuts(bob.chat(), world.phoneCable, 500_000, 5_000_000);
        Path here = done(bob.chat().conversation(conversation).file(arrived.seq()));

        assertArrayEquals(BYTES, Files.readAllBytes(here));
        assertTrue(up.allMade() && down.allMade());
        MessageView sent = fileOn(desktop.chat());
        assertArrayEquals(
                BYTES,
                Files.readAllBytes(
                        done(desktop.chat().conversation(conversation).file(sent.seq()))));
    }

    @Test
    void anUploadSurvivesARestart() throws Exception {
        CountDownLatch halfway = new CountDownLatch(1);
        desktop.chat()
                .onState(state -> transfers(state).forEach(transfer -> {
                    if (transfer.done() > BYTES.length / 2 && halfway.getCount() > 0) {
                        world.cable.cut();
                        halfway.countDown();
                    }
                }));
        desktop.chat().conversation(conversation).sendFile(picked(), "", null);
        assertTrue(halfway.await(15, TimeUnit.SECONDS));

        world.restartServer();
        world.cable.mend();

        MessageView arrived = fileOn(bob.chat());
        assertArrayEquals(
                BYTES,
                Files.readAllBytes(done(bob.chat().conversation(conversation).file(arrived.seq()))));
    }

    @Test
    void aLoggedOutDesktopKeepsNoFiles() throws Exception {
        bob.chat().conversation(conversation).sendFile(picked(), "", null);
        MessageView arrived = fileOn(desktop.chat());
        done(desktop.chat().conversation(conversation).file(arrived.seq()));
        assertFalse(kept("office").isEmpty());

        done(ada.unlinkAll());

        await(desktop::state, SessionState.Guest.class);
        assertEquals(List.of(), kept("office"));
    }

    /** Cuts a cable when so many bytes of a file have gone over it, and mends it when the chat has noticed. */
    private final class Cuts {

        private final Cable cable;
        private final long[] bytes;
        private volatile int made;

        Cuts(Chat chat, Cable cable, long... bytes) {
            this.cable = cable;
            this.bytes = bytes;
            chat.onState(state -> transfers(state).forEach(this::cutOrMend));
        }

        boolean allMade() {
            return made == bytes.length;
        }

        private void cutOrMend(Transfer transfer) {
            if (transfer.waiting()) {
                cable.mend();
            } else if (!allMade() && transfer.done() > bytes[made]) {
                // The next piece is already under way.
                cable.cut();
                made = made + 1;
            }
        }
    }

    private Stream<Transfer> transfers(ChatState state) {
        ConversationView view = state.conversation(conversation);
        Stream<MessageView> lines = view == null ? Stream.empty() : view.messages().stream();
        return lines.map(MessageView::transfer).filter(Objects::nonNull);
    }

    private MessageView fileOn(Chat chat) {
        ConversationView view = await(
                () -> chat.state().conversation(conversation),
                seen -> seen.messages().stream().anyMatch(FilesTravelTest::isStoredFile));
        return view.messages().stream()
                .filter(FilesTravelTest::isStoredFile)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isStoredFile(MessageView line) {
        return line.seq() > 0 && line.body() instanceof Body.File;
    }

    private Path picked() throws IOException {
        return Files.write(folder.resolve("plan.bin"), BYTES);
    }

    /** Everything of that size under a profile. */
    private List<Path> kept(String profile) throws IOException {
        try (Stream<Path> all = Files.walk(world.profileFolder(profile))) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toFile().length() == BYTES.length)
                    .toList();
        }
    }
}
