package coderbased.story;

import static coderbased.story.World.await;
import static coderbased.story.World.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.PhoneClient;
import coderbased.client.WebClient;
import coderbased.node.Moving;
import coderbased.node.Settings;
import coderbased.store.RealPostgres;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that began with a file moves into PostgreSQL, and nobody notices. */
class GrowingUpTest {

    @TempDir
    Path folder;

    @Test
    void aDesktopNeedsNoNewScanAfterTheMigration() throws Exception {
        AtomicReference<UnaryOperator<Settings>> engines = new AtomicReference<>(UnaryOperator.identity());
        try (World world = new World(folder, settings -> engines.get().apply(settings))) {
            PhoneClient ada = world.signedUp("ada");
            PhoneClient bob = world.signedUp("bob");
            WebClient desktop = world.linked(ada, "office");
            String conversation = ChatIsLiveTest.conversation(desktop.chat(), "bob");
            await(() -> bob.chat().state().conversation(conversation), Objects::nonNull);
            bob.chat().conversation(conversation).open();
            desktop.chat().conversation(conversation).send("from the old days", null);
            ChatIsLiveTest.awaitTexts(bob.chat(), conversation, List.of("from the old days"));

            String database = RealPostgres.newDatabase();
            List<String> told = new ArrayList<>();
            world.restartServer(() -> {
                new Moving(folder.resolve("server"), database, told::add).run(new SecureRandom());
                engines.set(settings -> settings.withDatabase(database));
            });

            world.authenticated(desktop);
            world.online(bob);
            bob.chat().conversation(conversation).send("from the new", null);
            ChatIsLiveTest.awaitTexts(desktop.chat(), conversation, List.of("from the old days", "from the new"));
            assertEquals(
                    1,
                    done(desktop.chat().search("old days", null, null)).hits().size());
            assertEquals(1, done(ada.devices().list()).devices().size());
            assertTrue(told.getLast().startsWith("Done."), told.toString());
        }
    }
}
