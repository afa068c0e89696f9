package coderbased.story;

import static coderbased.story.World.await;
import static coderbased.story.World.done;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import coderbased.blobs.BucketAddress;
import coderbased.blobs.RealBucketServer;
import coderbased.bus.RealRedis;
import coderbased.client.PhoneClient;
import coderbased.client.WebClient;
import coderbased.client.chat.Chat;
import coderbased.client.chat.MessageView;
import coderbased.protocol.Body;
import coderbased.store.RealPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes that share no folder keep files in a bucket. */
class FilesInABucketTest {

    private static final byte[] BYTES = new byte[1_500_000];

    static {
        new Random(15).nextBytes(BYTES);
    }

    @TempDir
    Path folder;

    @Test
    void aFileFromADesktopOfOneNodeArrivesAtAPhoneOfTheOther() throws Exception {
        String database = RealPostgres.newDatabase();
        try (RealRedis redis = new RealRedis();
                RealBucketServer store = new RealBucketServer()) {
            BucketAddress bucket = store.newBucket("files");
            try (World world = World.onTwoNodes(
                    folder,
                    settings ->
                            settings.withDatabase(database).withBus(redis.url()).withFiles(bucket))) {
                travel(world);
            }
        }
        assertFalse(Files.exists(folder.resolve("server").resolve("files")));
        assertFalse(Files.exists(folder.resolve("server-of-phones").resolve("files")));
    }

    private void travel(World world) throws Exception {
        PhoneClient ada = world.signedUp("ada");
        PhoneClient bob = world.signedUp("bob");
        WebClient desktop = world.linked(ada, "office");
        String conversation = ChatIsLiveTest.conversation(desktop.chat(), "bob");
        for (Chat chat : List.of(ada.chat(), bob.chat())) {
            await(() -> chat.state().conversation(conversation), Objects::nonNull);
            chat.conversation(conversation).open();
        }
        desktop.chat().conversation(conversation).sendFile(Files.write(folder.resolve("plan.bin"), BYTES), "", null);
        for (Chat chat : List.of(ada.chat(), bob.chat())) {
            MessageView arrived = fileOn(chat, conversation);
            Path here = done(chat.conversation(conversation).file(arrived.seq()));
            assertArrayEquals(BYTES, Files.readAllBytes(here));
        }
    }

    private static MessageView fileOn(Chat chat, String conversation) {
        return await(
                () -> chat.state().conversation(conversation).messages().stream()
                        .filter(line -> line.seq() > 0 && line.body() instanceof Body.File)
                        .findFirst()
                        .orElse(null),
                Objects::nonNull);
    }
}
