package coderbased.lab;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Tries every attack on one server, one after the other. */
public final class AttackLab {

    private final List<Attack> attacks = Stream.of(
                    LinkAttacks.all(),
                    TokenAttacks.all(),
                    SurfaceAttacks.all(),
                    EntryAttacks.all(),
                    FloodAttacks.all(),
                    AccountAttacks.all(),
                    PrivacyAttacks.all())
            .flatMap(List::stream)
            .toList();
    private final SecureRandom random;
    private final Clock clock;

    /** A lab that makes its keys and guesses with {@code random}; {@code clock}: as the server's. */
    public AttackLab(SecureRandom random, Clock clock) {
        this.random = random;
        this.clock = clock;
    }

    /**
     * Runs all attacks and returns their results in order. It fills the server with accounts: never use it on one in
     * service.
     */
    public Report run(URI server) {
        try (TargetServer ground = new TargetServer(server, random, clock)) {
            return new Report(attacks.stream().map(attack -> attack.on(ground)).toList());
        }
    }

    /** The results of all attacks. */
    public record Report(List<Verdict> attacks) {

        /** True if the server withstood every attack. */
        public boolean allRefused() {
            return attacks.stream().allMatch(Verdict::refused);
        }
    }
}
