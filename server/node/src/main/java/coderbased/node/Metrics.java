package coderbased.node;

import coderbased.auth.AuthService;
import coderbased.auth.session.AuthMeter;
import coderbased.chat.ChatMeter;
import coderbased.chat.ChatService;
import coderbased.protocol.DeviceKind;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.LinkEnd;
import coderbased.protocol.LogoutReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * The metrics of this node. Labels say what happened and never to whom: no account, session, address
 * or token. Thread-safe.
 */
final class Metrics implements AuthMeter, ChatMeter {

    private static final Duration[] LATENCIES = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
    };
    private static final double[] BATCHES = {1, 2, 5, 10, 20, 50, 100, 200, 500};

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Timer closed =
            timer("coderbased.logout.closed", "Time from a session's end until its connection is closed");
    private final Timer wiped = timer(
            "coderbased.logout.acknowledged",
            "Time from a session's end until its device reports that it is wiped, however long the device was away");
    private final Counter messages = Counter.builder("coderbased.messages.stored")
            .description("Messages that were stored for the first time")
            .register(registry);
    private final DistributionSummary batches = DistributionSummary.builder("coderbased.writer.batch")
            .description("Chat writes that were committed together")
            .serviceLevelObjectives(BATCHES)
            .register(registry);

    /** Nothing has happened yet, and that is said too: whoever watches a number wants to see it begin at 0. */
    Metrics() {
        for (LogoutReason reason : LogoutReason.values()) {
            logouts(reason);
        }
        for (LinkEnd end : LinkEnd.values()) {
            links(end.name());
        }
        links("LINKED");
        signInsRefused(ErrorCode.WRONG_PASSWORD);
        cutOffs("reads too slowly");
        cutOffs("talks too fast");
    }

    /** From now on, what these two hold is told as well. */
    void watch(AuthService auth, ChatService chat) {
        sockets("guest", chat::guests);
        sockets("phone", () -> chat.devices(DeviceKind.PHONE));
        sockets("desktop", () -> chat.devices(DeviceKind.WEB));
        Gauge.builder("coderbased.lease.age", () -> seconds(auth.leaseAge()))
                .baseUnit("seconds")
                .description("Age of the oldest question to the database, about ended sessions, that has no answer")
                .register(registry);
    }

    /** Everything, in Prometheus' text format 0.0.4. */
    String text() {
        return registry.scrape();
    }

    @Override
    public void ended(LogoutReason reason) {
        logouts(reason).increment();
    }

    @Override
    public void wiped(Duration afterItsEnd) {
        wiped.record(afterItsEnd);
    }

    @Override
    public void linked() {
        links("LINKED").increment();
    }

    @Override
    public void notLinked(LinkEnd why) {
        links(why.name()).increment();
    }

    @Override
    public void signInRefused(ErrorCode why) {
        signInsRefused(why).increment();
    }

    @Override
    public void closed(Duration afterTheEnd) {
        closed.record(afterTheEnd);
    }

    @Override
    public void committed(int writes, int stored) {
        batches.record(writes);
        messages.increment(stored);
    }

    @Override
    public void readsTooSlowly() {
        cutOffs("reads too slowly").increment();
    }

    @Override
    public void talksTooFast() {
        cutOffs("talks too fast").increment();
    }

    private Counter logouts(LogoutReason reason) {
        return counter("coderbased.logouts", "Sessions that ended, by reason", "reason", reason.name());
    }

    private Counter links(String outcome) {
        return counter("coderbased.links", "Links that a phone had claimed, by outcome", "outcome", outcome);
    }

    private Counter signInsRefused(ErrorCode why) {
        return counter("coderbased.sign.ins.refused", "Sign-ins that were refused", "why", why.name());
    }

    private Counter cutOffs(String why) {
        return counter("coderbased.cut.offs", "Connections that the server closed because of a limit", "why", why);
    }

    private Counter counter(String name, String description, String label, String value) {
        return Counter.builder(name)
                .description(description)
                .tag(label, value.toLowerCase(Locale.ROOT).replace(' ', '_'))
                .register(registry);
    }

    private void sockets(String kind, Supplier<Number> count) {
        Gauge.builder("coderbased.sockets", count)
                .description("Connections that are open on this node")
                .tag("kind", kind)
                .register(registry);
    }

    private Timer timer(String name, String description) {
        return Timer.builder(name)
                .description(description)
                .serviceLevelObjectives(LATENCIES)
                .register(registry);
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
