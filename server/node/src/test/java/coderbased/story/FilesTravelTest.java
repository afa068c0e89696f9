package coderbased.story;

import static coderbased.story.World.await;
import static coderbased.story.World.done;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

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
        mendWhereAFileWaits(desktop.chat(), world.cable);
        world.cable.cutAfter(1_000_000L, 3_000_000L, 6_000_000L);
        desktop.chat().conversation(conversation).sendFile(picked(), "as promised", null);

        MessageView arrived = fileOn(bob.chat());
        assertEquals("as promised", arrived.text());
        mendWhereAFileWaits(bob.chat(), world.phoneCable);
        world.phoneCable.cutAfter(500_000L, 5_000_000L);
        Path here = done(bob.chat().conversation(conversation).file(arrived.seq()));

        assertArrayEquals(BYTES, Files.readAllBytes(here));
        assertEquals(0, world.cable.cutsToCome() + world.phoneCable.cutsToCome());
        MessageView sent = fileOn(desktop.chat());
        assertArrayEquals(
                BYTES,
                Files.readAllBytes(
                        done(desktop.chat().conversation(conversation).file(sent.seq()))));
    }

    @Test
    void anUploadSurvivesARestart() throws Exception {
        world.cable.cutAfter(BYTES.length * 3L / 4);
        desktop.chat().conversation(conversation).sendFile(picked(), "", null);
        await(world.cable::cutsToCome, left -> left == 0);

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

        done(ada.devices().unlinkAll());

        await(desktop::state, SessionState.Guest.class);
        assertEquals(List.of(), kept("office"));
    }

    /** Mends a cable as soon as the chat has noticed that a file cannot go on. */
    private void mendWhereAFileWaits(Chat chat, Cable cable) {
        chat.onState(state -> {
            if (transfers(state).anyMatch(Transfer::waiting)) {
                cable.mend();
            }
        });
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
