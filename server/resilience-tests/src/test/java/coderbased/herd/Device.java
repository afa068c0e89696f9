package coderbased.herd;

import coderbased.client.net.WayBack;
import java.time.Duration;
import java.util.function.Function;

/** A device that lost its node, and comes back as the product's own do. */
final class Device {

    private final VirtualTime time;
    private final WayBack wayBack;
    private final Tally tally;
    private final Function<Device, Attempt> dialling;
    private int attempts;

    Device(VirtualTime time, WayBack wayBack, Tally tally, Function<Device, Attempt> dialling) {
        this.time = time;
        this.wayBack = wayBack;
        this.tally = tally;
        this.dialling = dialling;
    }

    /** Its connection broke, or nobody answered. */
    void isLost() {
        time.after(wayBack.afterLoss(), this::dial);
    }

    /** The server said when to come back. */
    void isTold(Duration comeBackAfter) {
        time.after(wayBack.afterWord(comeBackAfter), this::dial);
    }

    void isAdmitted() {
        wayBack.in();
    }

    /** It has all that it missed. */
    void isBack() {
        tally.back(time.passed(), attempts);
    }

    private void dial() {
        attempts++;
        tally.attempt(time.passed());
        dialling.apply(this);
    }
}
