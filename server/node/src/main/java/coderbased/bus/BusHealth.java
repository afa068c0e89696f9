package coderbased.bus;

import java.time.Duration;

/** The state of a node's bus. Thread-safe. */
public interface BusHealth {

    /** A bus inside one program, which always carries. */
    BusHealth ALWAYS = new BusHealth() {
        @Override
        public boolean carries() {
            return true;
        }

        @Override
        public void await(Duration within) {}
    };

    /** True if messages of one node arrive on the others. Never blocks. */
    boolean carries();

    /** Waits until the bus carries everything that this node listens to so far, or until the time is over. */
    void await(Duration within);
}
