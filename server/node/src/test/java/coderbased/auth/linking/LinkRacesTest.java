package coderbased.auth.linking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.bus.BusPorts;
import coderbased.bus.RealRedis;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.LinkChoices;
import coderbased.protocol.Secret;
import coderbased.store.Database;
import coderbased.store.Databases;
import coderbased.store.auth.SqlAuthStore;
import coderbased.testing.Deadlines;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two to eight phones want one code in the same moment: one of them gets it. */
class LinkRacesTest {

    private static final int MOST = 8;
    private static final int TEN_THOUSAND = 10_000;
    private static final Duration PATIENCE = Deadlines.of(Duration.ofSeconds(30));

    @TempDir
    private Path folder;

    private Database database;
    private LinkStage stage;
    private List<GuestRequest.Claimant> phones;

    @BeforeEach
    void phonesAreThere() throws Exception {
        database = Databases.open(folder.resolve("chat.db"));
        stage = new LinkStage(folder, new SqlAuthStore(database), records -> records);
        phones =
                IntStream.range(0, MOST).mapToObj(i -> stage.phone("phone" + i)).toList();
    }

    @AfterEach
    void close() throws Exception {
        stage.close();
        database.close();
    }

    @Test
    void exactlyOneRacerWins() throws Exception {
        race(140, (phone, question) -> stage.coordinator.answer(question));
    }

    @Test
    @Tag("nightly")
    void exactlyOneRacerWinsInTenThousandRaces() throws Exception {
        race(TEN_THOUSAND, (phone, question) -> stage.coordinator.answer(question));
    }

    /** The desktop is on the first of them, the phones on all. */
    @Test
    @Tag("nightly")
    void exactlyOneRacerWinsInTenThousandRacesOverThreeNodes() throws Exception {
        try (RealRedis redis = new RealRedis();
                BusPorts first = BusPorts.redis(redis.url(), LinkStage.SERVER, LinkStage.NODE);
                BusPorts second = BusPorts.redis(redis.url(), LinkStage.SERVER, "AAAA");
                BusPorts third = BusPorts.redis(redis.url(), LinkStage.SERVER, "BBBB");
                AutoCloseable _ = first.auth().calls().serve(LinkStage.NODE, stage.coordinator::answer)) {
            List<GuestRpc> nodes = List.of(
                    first.auth().calls(), second.auth().calls(), third.auth().calls());
            long started = System.nanoTime();
            race(
                    TEN_THOUSAND,
                    (phone, question) -> nodes.get(phone % nodes.size())
                            .ask(LinkStage.NODE, question, PATIENCE)
                            .join());
            System.out.printf(
                    "a race over %d nodes took %.1f ms%n",
                    nodes.size(), (System.nanoTime() - started) / 1e6 / TEN_THOUSAND);
        }
    }

    private void race(int rounds, Way way) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(MOST)) {
            for (int round = 0; round < rounds; round++) {
                int many = 2 + round % (MOST - 1);
                LinkStage.Desktop desktop = stage.desktop(true);
                AuthHttp.LinkOffer won = onlyWinner(threads, desktop.shown.getFirst(), many, way);
                pressAll(threads, won.linkId(), many, way);
                assertEquals(1, desktop.tokens.size(), "exactly one token");
                int sessions = phones.stream()
                        .mapToInt(phone ->
                                stage.store.linkedSessions(phone.accountId()).size())
                        .sum();
                assertEquals(1, sessions, "and no device that is linked by half");
                phones.forEach(stage::unlinkAll);
                stage.clock.turn(Duration.ofMinutes(3));
                stage.coordinator.sweep();
            }
        }
    }

    private AuthHttp.LinkOffer onlyWinner(ExecutorService threads, String code, int many, Way way) throws Exception {
        List<GuestResponse> answers =
                atOnce(threads, many, way, phone -> new GuestRequest.ClaimScanned(new Secret(code), phone));
        List<AuthHttp.LinkOffer> offers = answers.stream()
                .filter(GuestResponse.Offered.class::isInstance)
                .map(answer -> ((GuestResponse.Offered) answer).offer())
                .toList();
        assertEquals(1, offers.size(), "exactly one winner");
        assertTrue(
                answers.stream()
                        .filter(GuestResponse.Refused.class::isInstance)
                        .allMatch(answer ->
                                ((GuestResponse.Refused) answer).problem().code() == ErrorCode.CODE_USED),
                "the others hear that it was used");
        return offers.getFirst();
    }

    /** All of them press Approve on the winner's link; the losers' presses are none. */
    private void pressAll(ExecutorService threads, String linkId, int many, Way way) throws Exception {
        atOnce(
                threads,
                many,
                way,
                phone -> new GuestRequest.Approve(
                        linkId, phone.phoneSession(), new GrantedLink(LinkChoices.FULL, null), true));
    }

    private List<GuestResponse> atOnce(ExecutorService threads, int many, Way way, Press press) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(many);
        List<Callable<GuestResponse>> presses = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            int phone = i;
            presses.add(() -> {
                barrier.await();
                return way.ask(phone, press.by(phones.get(phone)));
            });
        }
        List<GuestResponse> answers = new ArrayList<>();
        for (Future<GuestResponse> answer : threads.invokeAll(presses)) {
            answers.add(answer.get());
        }
        return answers;
    }

    /** One action of a participant. */
    private interface Press {
        GuestRequest by(GuestRequest.Claimant phone);
    }

    /** The way from a phone, by its number, to the coordinator. */
    private interface Way {
        GuestResponse ask(int phone, GuestRequest question);
    }
}
