package coderbased.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.protocol.AuthHttp;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.LinkChoices;
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

    @TempDir
    private Path folder;

    private LinkStage stage;
    private List<GuestQuestion.Claimant> phones;

    @BeforeEach
    void phonesAreThere() throws Exception {
        stage = new LinkStage(folder);
        phones =
                IntStream.range(0, MOST).mapToObj(i -> stage.phone("phone" + i)).toList();
    }

    @AfterEach
    void close() throws Exception {
        stage.close();
    }

    @Test
    void oneOfThemWins() throws Exception {
        race(140);
    }

    @Test
    @Tag("nightly")
    void oneOfThemWinsInTenThousandRaces() throws Exception {
        race(10_000);
    }

    private void race(int rounds) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(MOST)) {
            for (int round = 0; round < rounds; round++) {
                int many = 2 + round % (MOST - 1);
                LinkStage.Desktop desktop = stage.desktop(true);
                AuthHttp.LinkOffer won = onlyWinner(threads, desktop.shown.getFirst(), many);
                pressAll(threads, won.linkId(), many);
                assertEquals(1, desktop.tokens.size(), "exactly one token");
                int sessions = phones.stream()
                        .mapToInt(phone ->
                                stage.store.linkedSessions(phone.accountId()).size())
                        .sum();
                assertEquals(1, sessions, "and no device that is linked by half");
                phones.forEach(stage::unlinkAll);
                stage.clock.turn(Duration.ofMinutes(3));
                stage.desk.sweep();
            }
        }
    }

    private AuthHttp.LinkOffer onlyWinner(ExecutorService threads, String code, int many) throws Exception {
        List<GuestAnswer> answers =
                atOnce(threads, many, phone -> stage.desk.answer(new GuestQuestion.ClaimScanned(code, phone)));
        List<AuthHttp.LinkOffer> offers = answers.stream()
                .filter(GuestAnswer.Offered.class::isInstance)
                .map(answer -> ((GuestAnswer.Offered) answer).offer())
                .toList();
        assertEquals(1, offers.size(), "exactly one winner");
        assertTrue(
                answers.stream()
                        .filter(GuestAnswer.Refused.class::isInstance)
                        .allMatch(answer ->
                                ((GuestAnswer.Refused) answer).problem().code() == ErrorCode.CODE_USED),
                "the others hear that it was used");
        return offers.getFirst();
    }

    /** All of them press Approve on the winner's link; the losers' presses are none. */
    private void pressAll(ExecutorService threads, String linkId, int many) throws Exception {
        atOnce(
                threads,
                many,
                phone -> stage.desk.answer(
                        new GuestQuestion.Approve(linkId, phone.phoneSession(), LinkChoices.FULL, true)));
    }

    private List<GuestAnswer> atOnce(ExecutorService threads, int many, Press press) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(many);
        List<Callable<GuestAnswer>> presses = new ArrayList<>();
        for (GuestQuestion.Claimant phone : phones.subList(0, many)) {
            presses.add(() -> {
                barrier.await();
                return press.by(phone);
            });
        }
        List<GuestAnswer> answers = new ArrayList<>();
        for (Future<GuestAnswer> answer : threads.invokeAll(presses)) {
            answers.add(answer.get());
        }
        return answers;
    }

    private interface Press {
        GuestAnswer by(GuestQuestion.Claimant phone);
    }
}
