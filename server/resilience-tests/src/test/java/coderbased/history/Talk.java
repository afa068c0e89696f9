package coderbased.history;

import coderbased.testing.Deadlines;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** Everybody in a crowd says something now and then, whether the server is there or not. */
final class Talk implements AutoCloseable {

    private static final List<String> WORDS = List.of(
            "hello",
            "two\nlines",
            "tab\tand\r\n",
            "e\u0301 is not \u00e9",
            "\ud83d\udc69\u200d\ud83d\udcbb",
            "\u202eleft",
            "\u0000\u0007",
            "\u05d0\u05d1",
            "'\"<&>\\");

    private final Crowd crowd;
    private final RandomGenerator random;
    private final ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("talk").factory());
    private volatile long said;

    Talk(Crowd crowd, RandomGenerator random) {
        this.crowd = crowd;
        this.random = random;
    }

    /** Begins. */
    void start(int messagesPerSecond) {
        long nanos = Duration.ofSeconds(1).toNanos() / messagesPerSecond;
        beat.scheduleAtFixedRate(this::say, 0, nanos, TimeUnit.NANOSECONDS);
    }

    /** Returns how much was said. */
    long said() {
        return said;
    }

    /** Nobody says anything more. */
    @Override
    public void close() throws InterruptedException {
        beat.shutdown();
        if (!beat.awaitTermination(Deadlines.seconds(10), TimeUnit.SECONDS)) {
            throw new AssertionError("they go on talking");
        }
    }

    private void say() {
        Person person = any(crowd.people());
        said++;
        any(person.screens()).say(any(person.conversations()), said + " " + any(WORDS));
        somethingElse(any(crowd.people()));
    }

    /** Now and then, beside what is said. */
    private void somethingElse(Person person) {
        int device = random.nextInt(person.screens().size());
        Screen screen = person.screens().get(device);
        String conversation = any(person.conversations());
        switch (random.nextInt(24)) {
            case 0 -> screen.edit(conversation, "edited " + said + " " + any(WORDS), random);
            case 1 -> screen.react(conversation, device == 0, random);
            case 2 -> screen.read(conversation);
            default -> {}
        }
    }

    private <T> T any(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }
}
