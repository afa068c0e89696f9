package coderbased.auth;

import coderbased.protocol.GuestServerMessage;
import coderbased.protocol.LinkStatus;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One waiting desktop in this node's memory: its {@link LinkState}, and whom to tell when that changes.
 *
 * <p>Phones, the desktop and the clock all push at the same seat. Each push is one step under the seat's lock: read the
 * state, ask {@link LinkTable} what follows, tell both sides, keep it. Telling is queueing, so the lock is held for
 * microseconds, and each side hears things in the order in which they happened. What takes longer (storing the web
 * session) is done after the step, by the thread whose step led to {@link LinkState.Approved}: there is exactly one.
 */
final class GuestSeat implements Guest {

    private final SessionDevice device;
    private final String address;
    private final LinkDesk desk;
    private final Instant since;
    private final ReentrantLock lock = new ReentrantLock();
    private LinkState state;

    /** Null from the end on: what is remembered of a guest afterwards must not hold its connection. */
    private @Nullable GuestListener desktop;

    /** Who sits here, and what it shows first. */
    GuestSeat(
            SessionDevice device,
            String address,
            GuestListener desktop,
            LinkDesk desk,
            LinkState.Shown first,
            Instant since) {
        this.device = device;
        this.address = address;
        this.desktop = desktop;
        this.desk = desk;
        this.state = first;
        this.since = since;
    }

    /** What the desktop says of itself, and its key. */
    SessionDevice device() {
        return device;
    }

    /** Where the server sees the desktop. */
    String address() {
        return address;
    }

    /** Since when it shows codes. */
    Instant since() {
        return since;
    }

    LinkState state() {
        lock.lock();
        try {
            return state;
        } finally {
            lock.unlock();
        }
    }

    /** Sends the first code. */
    void begin() {
        step(() -> take(state, null));
    }

    /**
     * Something happened.
     *
     * @return the state right after it
     */
    LinkState apply(LinkEvent event) {
        return step(() -> after(event));
    }

    private LinkState after(LinkEvent event) {
        return LinkTable.next(state, event).map(next -> take(next, event)).orElse(state);
    }

    private LinkState step(Supplier<LinkState> taken) {
        LinkState before;
        LinkState after;
        lock.lock();
        try {
            before = state;
            after = taken.get();
        } finally {
            lock.unlock();
        }
        if (after != before) {
            desk.moved(this, after);
        }
        return after;
    }

    /**
     * Lets time pass. What is due is decided in the step that does it: of two threads that look at once, the second finds
     * nothing due any more. A code that changed twice in one moment would lose its grace.
     */
    void passTime(Instant now) {
        step(() -> desk.pace().due(state, now).map(this::after).orElse(state));
    }

    @Override
    public void enterNumber(String number) {
        apply(new LinkEvent.NumberTyped(number));
    }

    @Override
    public void cancel() {
        apply(new LinkEvent.CancelPressed());
    }

    @Override
    public void gone() {
        apply(new LinkEvent.DesktopLeft());
    }

    /** Tells both sides of the next state, then keeps it; a desktop that can not be told is gone. */
    private LinkState take(LinkState next, @Nullable LinkEvent because) {
        LinkState reached = tellDesktop(next, because)
                ? next
                : LinkTable.next(state, new LinkEvent.DesktopLeft()).orElse(next);
        LinkState before = state;
        state = reached;
        if (reached.isFinal()) {
            desktop = null;
        }
        desk.tell(this, before, reached);
        return reached;
    }

    private boolean tellDesktop(LinkState next, @Nullable LinkEvent because) {
        GuestServerMessage message = message(next, because);
        GuestListener told = desktop;
        try {
            if (message != null && told != null) {
                told.send(message);
            }
            return true;
        } catch (RuntimeException socketGone) {
            return next instanceof LinkState.Ended;
        }
    }

    private @Nullable GuestServerMessage message(LinkState next, @Nullable LinkEvent because) {
        return switch (next) {
            case LinkState.Shown shown -> {
                desk.register(shown.newest(), this);
                yield desk.pace().message(shown);
            }
            case LinkState.Scanned scanned when scanned.approved() != null -> null;
            case LinkState.Scanned scanned ->
                new GuestServerMessage.Scanned(
                        scanned.claim().by().name(),
                        scanned.numberMissing(),
                        desk.pace().millisUntil(scanned.until()));
            case LinkState.Approved approved -> null;
            case LinkState.Delivered delivered ->
                because instanceof LinkEvent.TokenMinted minted ? minted.message() : null;
            case LinkState.Ended ended -> new GuestServerMessage.Ended(ended.end());
        };
    }

    /** Where a link stands, as its phone may know it. */
    static LinkStatus status(LinkState state, Claim claim) {
        return switch (state) {
            case LinkState.Shown impossible -> claim.status(LinkStatus.Step.WAITING, null);
            case LinkState.Scanned scanned -> claim.status(LinkStatus.Step.WAITING, null);
            case LinkState.Approved approved -> claim.status(LinkStatus.Step.APPROVED, null);
            case LinkState.Delivered delivered -> claim.status(LinkStatus.Step.APPROVED, null);
            case LinkState.Ended ended -> claim.status(LinkStatus.Step.ENDED, ended.end());
        };
    }
}
