package coderbased.story;

import static coderbased.story.World.await;
import static coderbased.story.World.done;
import static org.junit.jupiter.api.Assertions.assertFalse;

import coderbased.bus.RealRedis;
import coderbased.client.PhoneClient;
import coderbased.client.SessionState;
import coderbased.client.WebClient;
import coderbased.client.chat.Chat;
import coderbased.client.chat.MessageView.DeliveryStatus;
import coderbased.store.RealPostgres;
import java.net.URI;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The node of the desktops reaches neither database nor bus, and does not know it yet; that of the phones goes on. Who
 * is logged out there meanwhile is served here for ten seconds at most, and comes back nowhere.
 */
class NodeOnItsOwnTest {

    @TempDir
    Path folder;

    @Test
    void anIsolatedNodeReleasesItsDevicesAndServesNoLoggedOutOne() throws Exception {
        String database = RealPostgres.newDatabase();
        int port = URI.create(database.substring("jdbc:".length())).getPort();
        try (RealRedis redis = new RealRedis();
                Cable toDatabase = new Cable(port);
                Cable toBus = new Cable(URI.create(redis.url()).getPort())) {
            Iterator<String> databases = List.of(
                            database.replace(":" + port + "/", ":" + toDatabase.port() + "/"), database)
                    .iterator();
            Iterator<String> buses =
                    List.of("redis://127.0.0.1:" + toBus.port(), redis.url()).iterator();
            try (World world = World.onTwoNodes(
                    folder, settings -> settings.withDatabase(databases.next()).withBus(buses.next()))) {
                logOutMeanwhile(world, List.of(toDatabase, toBus));
            }
        }
    }

    private static void logOutMeanwhile(World world, List<Cable> cables) throws Exception {
        PhoneClient ada = world.signedUp("ada");
        PhoneClient bob = world.signedUp("bob");
        WebClient desktop = world.linked(ada, "office");
        Chat office = desktop.chat();
        String conversation = ChatIsLiveTest.conversation(bob.chat(), "ada");
        await(() -> office.state().conversation(conversation), java.util.Objects::nonNull);
        office.conversation(conversation).open();
        bob.chat().conversation(conversation).send("before", null);
        ChatIsLiveTest.awaitTexts(office, conversation, List.of("before"));
        Queue<String> shown = new ConcurrentLinkedQueue<>();
        office.onState(any -> shown.addAll(ChatIsLiveTest.texts(office, conversation)));

        cables.forEach(Cable::stall);
        done(ada.logOut());
        bob.chat().conversation(conversation).send("after", null);
        ChatIsLiveTest.awaitStatus(bob.chat(), conversation, 2, DeliveryStatus.STORED);
        await(desktop::state, state -> state instanceof SessionState.Authenticated in && in.trouble() != null);

        cables.forEach(Cable::mend);
        TwoNodesTest.assertLoggedOut(desktop);
        assertFalse(shown.contains("after"));
    }
}
