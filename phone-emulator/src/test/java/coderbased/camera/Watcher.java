package coderbased.camera;

import static org.junit.jupiter.api.Assertions.fail;

import coderbased.qr.Reading;
import coderbased.testing.Deadlines;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A watched pipeline: remembers the newest of each of its calls. */
final class Watcher implements PipelineListener, AutoCloseable {

    private static final Patience QUICK =
            new Patience(Duration.ofSeconds(5), Duration.ofMillis(400), Duration.ofMillis(150), Duration.ofMillis(300));
    private static final long LIMIT_SECONDS = Deadlines.seconds(30);

    private final CameraPipeline pipeline;
    private @Nullable String text;
    private @Nullable CameraTrouble trouble;
    private @Nullable Preview preview;
    private int looks;
    private int reopened;

    Watcher() {
        this(new WarmUp());
    }

    Watcher(WarmUp warmUp) {
        this(warmUp, QUICK);
    }

    Watcher(WarmUp warmUp, Patience patience) {
        pipeline = new CameraPipeline(this, new CameraThreads(), patience, InstantSource.system(), warmUp);
    }

    CameraPipeline pipeline() {
        return pipeline;
    }

    @Override
    public synchronized void pictures() {
        trouble = null;
        reopened++;
        notifyAll();
    }

    @Override
    public synchronized void preview(Preview picture) {
        preview = picture;
        notifyAll();
    }

    @Override
    public synchronized void looked(Look look) {
        looks++;
        text = look.result().readings().stream().map(Reading::text).findFirst().orElse(null);
        notifyAll();
    }

    @Override
    public synchronized void trouble(CameraTrouble trouble) {
        this.trouble = trouble;
        text = null;
        notifyAll();
    }

    void awaitText(String wanted) throws InterruptedException {
        await("the text " + wanted, () -> wanted.equals(text));
    }

    void awaitTrouble(CameraTrouble wanted) throws InterruptedException {
        await("the trouble " + wanted, () -> trouble == wanted);
    }

    void awaitLooks(int count) throws InterruptedException {
        await(count + " looks", () -> looks >= count);
    }

    synchronized int looks() {
        return looks;
    }

    synchronized int timesPicturesBegan() {
        return reopened;
    }

    Preview awaitPreview() throws InterruptedException {
        await("a preview", () -> preview != null);
        return java.util.Objects.requireNonNull(preview);
    }

    private synchronized void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(LIMIT_SECONDS).toNanos();
        while (!condition.getAsBoolean()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                fail("waited for " + what + ", have text " + text + ", trouble " + trouble);
            }
            wait(left);
        }
    }

    @Override
    public void close() {
        pipeline.close();
    }
}
