package coderbased.herd;

import coderbased.chat.Gate;
import coderbased.client.net.WayBack;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One connection of a device, from dialling to the moment at which the device has caught up, or has to try again. */
final class Attempt {

    /** From a device to a node, or back. */
    static final Duration ONE_WAY = Duration.ofMillis(40);

    private static final Duration THERE_AND_BACK = ONE_WAY.multipliedBy(2);

    /** First repeat of an unanswered connect; each next one waits twice as long, as operating systems do. */
    private static final Duration FIRST_REPEAT = Duration.ofSeconds(1);

    private final VirtualTime time;
    private final Device device;
    private final @Nullable SimulatedNode node;
    private Gate.@Nullable Way way;
    private int steps;
    private boolean over;

    /** @param node where it leads; null for nowhere */
    Attempt(VirtualTime time, Device device, @Nullable SimulatedNode node) {
        this.time = time;
        this.device = device;
        this.node = node;
        time.after(WayBack.TIMING.answerWithin(), this::tooLate);
        time.after(ONE_WAY, () -> knock(FIRST_REPEAT));
    }

    /** True if the device has given it up, or is in. */
    boolean isOver() {
        return over;
    }

    /** The node asked for the token, and gets it. */
    void accepted() {
        time.after(Gate.AUTHENTICATE_TIMEOUT, this::tooLate);
        time.after(THERE_AND_BACK, this::showToken);
    }

    /** The node has done something for it. */
    void step() {
        steps++;
        if (steps == SimulatedNode.STEPS) {
            leaveGate(true);
            over = true;
            time.after(ONE_WAY, device::isBack);
        } else if (steps == SimulatedNode.STEPS_TO_ADMISSION) {
            time.after(ONE_WAY, device::isAdmitted);
            time.after(THERE_AND_BACK, this::serve);
        } else {
            serve();
        }
    }

    private void knock(Duration repeat) {
        if (!over && node != null && !node.knock(this)) {
            time.after(repeat, () -> knock(repeat.multipliedBy(2)));
        }
    }

    private void showToken() {
        if (over || node == null) {
            return;
        }
        Optional<Duration> later = node.gate().enter(time.nanos(), in -> way = in);
        if (later.isPresent()) {
            over = true;
            time.after(ONE_WAY, () -> device.isTold(later.get()));
        } else {
            node.entered();
            serve();
        }
    }

    private void serve() {
        if (node != null) {
            node.serve(this);
        }
    }

    /** Nobody waits any longer for who is not admitted. */
    private void tooLate() {
        if (!over && steps < SimulatedNode.STEPS_TO_ADMISSION) {
            over = true;
            leaveGate(false);
            device.isLost();
        }
    }

    private void leaveGate(boolean caughtUp) {
        if (way == null || node == null) {
            return;
        }
        node.left();
        if (caughtUp) {
            way.caughtUp();
        } else {
            way.gone();
        }
    }
}
