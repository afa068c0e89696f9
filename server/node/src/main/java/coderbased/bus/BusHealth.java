package coderbased.bus;

import java.time.Duration;

/** How a node's bus is. Thread-safe. */
public interface BusHealth {

    /** A bus inside one program, which carries always. */
    BusHealth ALWAYS = new BusHealth() {
        @Override
        public boolean carries() {
            return true;
        }

        @Override
        public void await(Duration within) {}
    };

    /** Whether what one node says is heard on the others. Never blocks. */
    boolean carries();

    /** Returns once it carries and everything that this node listens to so far is heard, or the time is over. */
    void await(Duration within);
}
