package coderbased.chat;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** A node's admission without the node: an {@link AdmissionController} with the standard limits, or none. */
public final class Gate {

    /** Longest time from a device's connection to its admission. */
    public static final Duration AUTHENTICATE_TIMEOUT = ChatLimits.standard().authenticateTimeout();

    /** So many may be on their way at once, however slow that is. */
    public static final int CONCURRENT_RESUMES = ChatLimits.standard().concurrentResumes();

    private final AdmissionController turnstile;

    private Gate(int least, RandomGenerator random, long nanos) {
        turnstile = new AdmissionController(least, random, nanos);
    }

    /** The one that every node has. */
    public static Gate standard(RandomGenerator random, long nanos) {
        return new Gate(CONCURRENT_RESUMES, random, nanos);
    }

    /** One that everybody passes. */
    public static Gate open(RandomGenerator random, long nanos) {
        return new Gate(Integer.MAX_VALUE, random, nanos);
    }

    /** One device's way through. */
    public interface Way {

        void caughtUp();

        void gone();
    }

    /** A device shows its token: {@code in} gets its way through, or the answer is when to come back. */
    public Optional<Duration> enter(long nanos, Consumer<Way> in) {
        return switch (turnstile.enter(nanos)) {
            case AdmissionController.Later later -> Optional.of(later.comeBackAfter());
            case AdmissionController.Turn turn -> {
                in.accept(new Way() {
                    @Override
                    public void caughtUp() {
                        turn.caughtUp();
                    }

                    @Override
                    public void gone() {
                        turn.gone();
                    }
                });
                yield Optional.empty();
            }
        };
    }

    /** Measures, as the node does it several times a second. */
    public void look(long nanos) {
        turnstile.look(nanos);
    }
}
