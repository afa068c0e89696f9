package coderbased.bus;

import coderbased.auth.linking.GuestRequest;
import coderbased.auth.linking.GuestResponse;
import coderbased.auth.linking.GuestRpc;
import coderbased.auth.linking.InProcessGuestRpc;
import coderbased.protocol.Secret;
import coderbased.protocol.Wire;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Guest calls over Redis. Each node has a channel for calls to its guests, and all listen to one for calls to all;
 * answers go to the caller's own channel. A guest on this node is called without Redis.
 */
final class RedisGuestRpc implements GuestRpc, AutoCloseable {

    private static final String ALL = "guests";
    private static final String ONE = "guests:";
    private static final String ANSWERS = "answers:";
    private static final long MIN_PAUSE_MILLIS = 50;
    private static final long MAX_PAUSE_MILLIS = 500;
    private static final GuestResponse NOT_HERE = new GuestResponse.NotHere();

    private final RedisBus bus;
    private final InProcessGuestRpc here = new InProcessGuestRpc();
    private final AtomicLong numbers = new AtomicLong();
    private final ConcurrentHashMap<Long, Waiting> waiting = new ConcurrentHashMap<>();
    private final ExecutorService answering = Executors.newVirtualThreadPerTaskExecutor();

    RedisGuestRpc(RedisBus bus) {
        this.bus = bus;
        bus.hear(ANSWERS + bus.nodeId(), Answer.class, this::hear);
    }

    /** A call on its way. */
    record Question(String asker, long number, String kind, Secret json) {}

    /** A node's answer. */
    record Answer(long number, String kind, Secret json) {}

    /**
     * A call under way: the first positive answer counts; the call is over when all nodes answered that they do not
     * have the guest.
     */
    private static final class Waiting {

        private final CompletableFuture<GuestResponse> first = new CompletableFuture<>();
        private final AtomicLong outstanding = new AtomicLong();

        void told(GuestResponse answer) {
            boolean isLast = outstanding.decrementAndGet() == 0;
            if (isLast || !(answer instanceof GuestResponse.NotHere)) {
                first.complete(answer);
            }
        }

        void asked(long nodes) {
            if (outstanding.addAndGet(nodes) == 0) {
                first.complete(NOT_HERE);
            }
        }
    }

    @Override
    public CompletableFuture<GuestResponse> ask(String nodeId, GuestRequest question, Duration deadline) {
        return nodeId.equals(bus.nodeId())
                ? here.ask(nodeId, question, deadline)
                : askOver(ONE + nodeId, question, deadline);
    }

    @Override
    public CompletableFuture<GuestResponse> askAll(GuestRequest question, Duration deadline) {
        GuestResponse mine = here.askAll(question, deadline).join();
        return mine instanceof GuestResponse.NotHere
                ? askOver(ALL, question, deadline)
                : CompletableFuture.completedFuture(mine);
    }

    @Override
    public AutoCloseable serve(String nodeId, Function<GuestRequest, GuestResponse> answers) {
        AutoCloseable inside = here.serve(nodeId, answers);
        Hearing own = bus.hear(ONE + nodeId, Question.class, question -> take(question, answers));
        Hearing common = bus.hear(ALL, Question.class, question -> take(question, answers));
        return () -> {
            inside.close();
            own.close();
            common.close();
        };
    }

    /** Ends all calls under way without an answer. */
    @Override
    public void close() {
        waiting.values().forEach(each -> each.first.complete(NOT_HERE));
        answering.shutdown();
    }

    private CompletableFuture<GuestResponse> askOver(String channel, GuestRequest question, Duration deadline) {
        long number = numbers.incrementAndGet();
        Waiting answer = new Waiting();
        waiting.put(number, answer);
        Question sent = new Question(
                bus.nodeId(), number, question.getClass().getSimpleName(), new Secret(Wire.write(question)));
        CompletableFuture<GuestResponse> told = answer.first
                .completeOnTimeout(NOT_HERE, deadline.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((any, failed) -> waiting.remove(number));
        say(channel, sent, answer, MIN_PAUSE_MILLIS);
        return told;
    }

    /**
     * Publishes a call, and again until the caller's time-out: nobody can tell a node that is gone from one that has
     * just lost the bus. For a call to all, Redis returns the number of listeners; a node that does not listen has no
     * guests yet.
     */
    private void say(String channel, Question question, Waiting answer, long pauseMillis) {
        bus.say(channel, question).whenComplete((nodes, failed) -> {
            if (failed == null && channel.equals(ALL)) {
                answer.asked(Math.max(0, nodes - 1));
            } else if (failed == null && nodes > 0) {
                answer.asked(nodes);
            } else if (!answer.first.isDone()) {
                CompletableFuture.delayedExecutor(pauseMillis, TimeUnit.MILLISECONDS, answering)
                        .execute(() -> say(channel, question, answer, Math.min(2 * pauseMillis, MAX_PAUSE_MILLIS)));
            }
        });
    }

    private void take(Question question, Function<GuestRequest, GuestResponse> answers) {
        answering.execute(() -> {
            GuestResponse answer = answer(question, answers);
            bus.say(
                    ANSWERS + question.asker(),
                    new Answer(question.number(), answer.getClass().getSimpleName(), new Secret(Wire.write(answer))));
        });
    }

    private static GuestResponse answer(Question question, Function<GuestRequest, GuestResponse> answers) {
        try {
            return answers.apply(new Envelope(
                            question.asker(), question.kind(), question.json().value())
                    .read(GuestRequest.class));
        } catch (Wire.Malformed _) {
            return NOT_HERE;
        }
    }

    private void hear(Answer answer) {
        Waiting asked = waiting.get(answer.number());
        if (asked != null) {
            try {
                asked.told(new Envelope("", answer.kind(), answer.json().value()).read(GuestResponse.class));
            } catch (Wire.Malformed _) {
                asked.told(NOT_HERE);
            }
        }
    }
}
