package coderbased.story;

import static coderbased.story.World.await;
import static coderbased.story.World.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.PhoneClient;
import coderbased.client.SessionState;
import coderbased.client.WebClient;
import coderbased.client.keys.Credentials;
import coderbased.client.net.ProblemException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server's metrics, as Prometheus reads them. */
class MetricsTest {

    private static final String CLOSED = "coderbased_logout_closed_seconds";
    private static final String ACKNOWLEDGED = "coderbased_logout_acknowledged_seconds";
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");
    private static final Pattern A_WORD_OR_A_BOUND = Pattern.compile("[a-z_]+|[0-9.]+|\\+Inf");

    @TempDir
    private Path folder;

    @Test
    void aLogoutIsCountedOnceWithItsTimes() throws Exception {
        try (World world = new World(folder)) {
            PhoneClient ada = world.signedUp("ada");
            WebClient desktop = world.linked(ada, "office");
            assertEquals(0, number(world, CLOSED + "_count"));
            assertEquals(1, number(world, "coderbased_links_total{outcome=\"linked\"}"));
            assertEquals(1, number(world, "coderbased_sockets{kind=\"desktop\"}"));
            assertEquals(1, number(world, "coderbased_sockets{kind=\"phone\"}"));

            done(ada.devices().unlinkAll());
            await(() -> number(world, ACKNOWLEDGED + "_count"), counted -> counted >= 1);
            await(() -> number(world, CLOSED + "_count"), counted -> counted >= 1);
            await(desktop::state, SessionState.Guest.class);

            String text = read(world);
            for (String time : List.of(CLOSED, ACKNOWLEDGED)) {
                assertEquals(1, Scrape.number(text, time + "_count"));
                assertEquals(1, Scrape.number(text, time + "_bucket{le=\"+Inf\"}"));
                assertTrue(Scrape.number(text, time + "_sum") >= 0);
                assertTrue(
                        text.contains(time + "_bucket{le=\"0.005\"}") && text.contains(time + "_bucket{le=\"10.0\"}"));
            }
            assertEquals(1, Scrape.number(text, "coderbased_logouts_total{reason=\"unlinked\"}"));
            assertEquals(0, Scrape.number(text, "coderbased_sockets{kind=\"desktop\"}"));
            assertEquals(0, Scrape.number(text, "coderbased_logouts_total{reason=\"account_banned\"}"), "not yet is 0");
        }
    }

    @Test
    void anAbsentDesktopAcknowledgesLateAndClosesNothing() throws Exception {
        try (World world = new World(folder)) {
            PhoneClient ada = world.signedUp("ada");
            world.linked(ada, "office").close();
            await(() -> number(world, "coderbased_sockets{kind=\"desktop\"}"), open -> open == 0);
            done(ada.devices().unlinkAll());
            world.clock.turn(Duration.ofHours(1));
            world.desktop("office");

            await(() -> number(world, ACKNOWLEDGED + "_count"), counted -> counted == 1);
            assertTrue(number(world, ACKNOWLEDGED + "_sum") >= 3_600);
            assertEquals(0, number(world, ACKNOWLEDGED + "_bucket{le=\"10.0\"}"));
            assertEquals(0, number(world, CLOSED + "_count"));
        }
    }

    @Test
    void labelsNameEventsAndNeverPeople() throws Exception {
        try (World world = new World(folder)) {
            PhoneClient ada = world.signedUp("ada");
            world.linked(ada, "office");
            Credentials kept = world.store("office").load().orElseThrow();
            assertThrows(ProblemException.class, () -> done(world.phone("thief").signIn("ada", "wrong wrong wrong")));
            assertEquals(1, number(world, "coderbased_sign_ins_refused_total{why=\"wrong_password\"}"));

            String text = read(world);
            for (String ofSomebody :
                    List.of("ada", "Ada", "office", "127.0.0.1", kept.token().value(), device(ada))) {
                assertFalse(text.contains(ofSomebody), ofSomebody);
            }
            assertEquals(
                    List.of(),
                    LABEL.matcher(text)
                            .results()
                            .map(label -> label.group(2))
                            .filter(value -> !A_WORD_OR_A_BOUND.matcher(value).matches())
                            .toList());
            assertEquals(
                    Set.of("le", "kind", "outcome", "reason", "why"),
                    Set.copyOf(LABEL.matcher(text)
                            .results()
                            .map((MatchResult label) -> label.group(1))
                            .distinct()
                            .toList()));
        }
    }

    private static String device(PhoneClient phone) throws Exception {
        return done(phone.devices().list()).devices().getFirst().id();
    }

    private static double number(World world, String series) {
        return Scrape.number(read(world), series);
    }

    private static String read(World world) {
        HttpResponse<String> answer = ask(world);
        assertEquals(200, answer.statusCode());
        assertEquals(
                "text/plain; version=0.0.4; charset=utf-8",
                answer.headers().firstValue("Content-Type").orElseThrow());
        return answer.body();
    }

    private static HttpResponse<String> ask(World world) {
        return Scrape.of(URI.create(world.adminAddress() + "/"));
    }
}
