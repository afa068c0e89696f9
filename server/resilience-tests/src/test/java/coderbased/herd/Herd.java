package coderbased.herd;

import coderbased.chat.Gate;
import coderbased.chat.Leave;
import coderbased.client.net.WayBack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Devices that lose their connections together, and the nodes that they come to. */
final class Herd {

    /** Many times longer than it takes where all goes well. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final VirtualTime time = new VirtualTime();
    private final SplittableRandom random;
    private final Tally tally;
    private final List<SimulatedNode> nodes = new ArrayList<>();
    private final Manners manners;
    private final int size;
    private Duration openFrom = Duration.ZERO;

    /** The parts of the product that take part. */
    enum Manners {
        AS_BUILT("as built"),
        NO_TURNSTILE("without admission control"),
        NO_JITTER("without jitter"),
        NEITHER("without both");

        private final String words;

        Manners(String words) {
            this.words = words;
        }

        boolean letsEverybodyIn() {
            return this == NO_TURNSTILE || this == NEITHER;
        }

        boolean waitsAlike() {
            return this == NO_JITTER || this == NEITHER;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** So many devices, which come to so many nodes. */
    Herd(int size, int nodes, Pace pace, Manners manners, long seed) {
        this.size = size;
        tally = new Tally(size);
        this.manners = manners;
        random = new SplittableRandom(seed);
        for (int i = 0; i < nodes; i++) {
            Gate gate = manners.letsEverybodyIn()
                    ? Gate.open(random.split(), time.nanos())
                    : Gate.standard(random.split(), time.nanos());
            this.nodes.add(new SimulatedNode(time, pace, gate));
        }
    }

    /** Their node ends without a word: they all notice at once. */
    Tally losesItsNode() {
        for (int i = 0; i < size; i++) {
            device().isLost();
        }
        return comesBack();
    }

    /** Their node restarts in order: it takes leave of them, some at a time. */
    Tally isSentAway() {
        for (int i = 0; i < size; i++) {
            Device device = device();
            time.after(Leave.told(i), () -> device.isTold(Leave.hint(random)));
        }
        return comesBack();
    }

    /**
     * Their region does not answer any more: each notices when nobody answers its next ping, and finds nobody until the
     * address leads to other regions.
     */
    Tally losesItsRegion(Duration untilTheAddressLeadsElsewhere) {
        openFrom = untilTheAddressLeadsElsewhere;
        long ping = WayBack.TIMING.ping().toNanos();
        for (int i = 0; i < size; i++) {
            time.afterNanos(random.nextLong(ping) + ping / 2, device()::isLost);
        }
        return comesBack();
    }

    /** At any node, so many were on their way at once. */
    int mostResuming() {
        return nodes.stream().mapToInt(SimulatedNode::mostResuming).max().orElse(0);
    }

    int size() {
        return size;
    }

    /** Returns how many nodes they come to. */
    int nodes() {
        return nodes.size();
    }

    /** Returns how many are away still. */
    int away() {
        return size - tally.back();
    }

    private Device device() {
        RandomGenerator draws = manners.waitsAlike() ? new AlwaysTheLongest() : random;
        return new Device(time, new WayBack(draws, time), tally, this::dial);
    }

    private Attempt dial(Device device) {
        boolean leadsSomewhere = time.passed().compareTo(openFrom) >= 0;
        return new Attempt(time, device, leadsSomewhere ? nodes.get(random.nextInt(nodes.size())) : null);
    }

    private Tally comesBack() {
        while (away() > 0 && time.passed().compareTo(LONGEST) < 0 && time.next()) {
            continue;
        }
        return tally;
    }

    /** No chance in it. */
    private static final class AlwaysTheLongest implements RandomGenerator {

        @Override
        public long nextLong() {
            return Long.MAX_VALUE;
        }

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    }
}
