package coderbased.story;

import static coderbased.story.World.await;
import static coderbased.story.World.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import coderbased.auth.session.SessionLimits;
import coderbased.bus.RealRedis;
import coderbased.client.PhoneClient;
import coderbased.client.SessionState;
import coderbased.client.WebClient;
import coderbased.client.net.ProblemException;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.LinkEnd;
import coderbased.protocol.LinkStatus;
import coderbased.store.RealPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The phone's approval has reached the desktop's node, which stores the web session; and before the Web Auth Token goes
 * out, that node is killed, or the desktop is gone. Where one device may be linked, the next one can be: nothing of the
 * first attempt is left.
 */
class HalfLinkedTest {

    private static final SessionLimits USUAL = SessionLimits.defaults();
    private static final Duration A_LITTLE_LONGER = USUAL.firstAdmission().plusSeconds(30);

    @TempDir
    Path folder;

    private String database;
    private RealRedis redis;
    private World world;
    private HeldCommits commits;
    private PhoneClient ada;
    private WebClient office;
    private final Queue<LinkStatus> heard = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void open() throws Exception {
        database = RealPostgres.newDatabase();
        redis = new RealRedis();
        world = World.onTwoNodes(
                folder,
                settings -> settings.withDatabase(database)
                        .withBus(redis.url())
                        .with(new SessionLimits(
                                USUAL.phone(),
                                USUAL.web(),
                                USUAL.withoutPhone(),
                                USUAL.firstAdmission(),
                                USUAL.tombstones(),
                                1)));
        commits = new HeldCommits(database);
        ada = world.signedUp("ada");
        ada.links().onStatus(heard::add);
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable part : new AutoCloseable[] {commits, world, redis}) {
            if (part != null) {
                part.close();
            }
        }
    }

    @Test
    void aKilledNodeEndsTheLinkAndLeavesNoDevice() throws Exception {
        CompletableFuture<LinkStatus> approval;
        try (ServerProcess desktopsNode = world.desktopsComeToAProgram(
                "--port=0", "--database=" + database, "--bus=" + redis.url(), "--device-limit=1")) {
            approval = approveAndHold();
            desktopsNode.kill();
            desktopsNode.awaitEnd();
        }
        commits.goOn();
        await(commits::live, live -> live == 1);
        assertDesktopGone(approval);

        world.desktopsComeBack();
        world.clock.turn(A_LITTLE_LONGER);
        awaitHeardThatTheDesktopIsGone();
        assertNothingIsLeft();
    }

    @Test
    void aMissingDesktopEndsTheLinkAndLeavesNoDevice() throws Exception {
        CompletableFuture<LinkStatus> approval = approveAndHold();
        world.cable.cut();
        awaitHeardThatTheDesktopIsGone();
        commits.goOn();
        assertDesktopGone(approval);

        world.cable.mend();
        assertNothingIsLeft();
    }

    /** The desktop's node has the approval and waits for its web session to be stored. */
    private CompletableFuture<LinkStatus> approveAndHold() throws Exception {
        office = world.desktop("office");
        AuthHttp.LinkOffer offer = world.scan(ada, world.code(office));
        CompletableFuture<LinkStatus> approval = ada.links().approve(offer.linkId());
        await(commits::waiting, waiting -> waiting == 1);
        return approval;
    }

    private static void assertDesktopGone(CompletableFuture<LinkStatus> approval) {
        ProblemException told = assertThrows(ProblemException.class, () -> done(approval));
        assertEquals(ErrorCode.DESKTOP_GONE, told.problem().code());
        assertEquals(LinkEnd.DESKTOP_GONE.phoneSentence(), told.getMessage());
    }

    private void awaitHeardThatTheDesktopIsGone() {
        await(() -> List.copyOf(heard), all -> all.stream().anyMatch(link -> link.end() == LinkEnd.DESKTOP_GONE));
    }

    private void assertNothingIsLeft() throws Exception {
        assertEquals(0, commits.live());
        AuthHttp.Devices devices = done(ada.devices().list());
        assertEquals(List.of(), devices.devices());
        assertEquals(List.of(), devices.loggedOut());
        world.linked(ada, "home");
        await(office::state, SessionState.Guest.class);
    }
}
