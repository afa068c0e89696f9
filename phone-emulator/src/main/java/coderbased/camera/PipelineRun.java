package coderbased.camera;

import coderbased.camera.LatestFrame.Numbered;
import coderbased.qr.QrReader;
import coderbased.qr.ReadResult;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One camera being watched, from the person's choice of it until the next choice. */
final class PipelineRun {

    private static final Logger LOG = LoggerFactory.getLogger(PipelineRun.class);
    private static final Duration CHECK_INTERVAL = Duration.ofMillis(250);
    private static final long PREVIEW_NANOS = 20_000_000; // no screen shows more than fifty a second to any use

    /**
     * The first searches are many times slower, and the preview needs the processor too: a pause follows each of them.
     */
    private static final int WARM_UP_LOOKS = 20;

    private final Camera camera;
    private final PipelineListener listener;
    private final ThreadFactory threads;
    private final Patience patience;
    private final LatestFrame frames = new LatestFrame();
    private final BlackWatch blackWatch;
    private final FrameRate captured;
    private final FrameRate decoded;
    private final PipelineStage looking = new PipelineStage("the search for codes");
    private final PipelineStage showing = new PipelineStage("the preview");
    private final PipelineStage supervising = new PipelineStage("the supervision of a camera");
    private final List<Thread> workers;
    private volatile boolean over;
    private volatile boolean troubled = true;
    private volatile boolean retryNow;

    PipelineRun(
            Camera camera, PipelineListener listener, ThreadFactory threads, Patience patience, InstantSource clock) {
        this.camera = camera;
        this.listener = listener;
        this.threads = threads;
        this.patience = patience;
        this.blackWatch = new BlackWatch(clock, patience.black());
        this.captured = new FrameRate(clock);
        this.decoded = new FrameRate(clock);
        this.workers = List.of(worker(this::supervise), worker(this::decode), worker(this::preview));
    }

    void start() {
        workers.forEach(Thread::start);
    }

    /** Stops. The listener hears at most the call that is being made at this moment. */
    void stop() {
        over = true;
        workers.forEach(Thread::interrupt);
    }

    void retry() {
        retryNow = true;
        frames.poke();
    }

    Rates rates() {
        return new Rates(captured.perSecond(), decoded.perSecond());
    }

    private Thread worker(Step step) {
        return threads.newThread(() -> {
            try {
                step.run();
            } catch (InterruptedException _) {
                LOG.trace("{} is no longer watched", camera.name());
            }
        });
    }

    private void supervise() throws InterruptedException {
        while (!over) {
            retryNow = false;
            CameraTrouble[] trouble = {CameraTrouble.LOST};
            supervising.breaksOn(() -> {
                trouble[0] = watchOneAttempt();
                say(trouble[0]);
            });
            Duration pause = trouble[0].mayPass() ? patience.retry() : Duration.ofDays(1);
            frames.await(() -> over || retryNow, pause);
        }
    }

    private CameraTrouble watchOneAttempt() throws InterruptedException {
        CaptureAttempt attempt = new CaptureAttempt(camera, frames, captured::tick, threads);
        attempt.start();
        try {
            return watch(attempt);
        } finally {
            attempt.leave();
        }
    }

    private CameraTrouble watch(CaptureAttempt attempt) throws InterruptedException {
        long before = frames.count();
        long seen = before;
        while (true) {
            long known = seen;
            Duration limit = known == before ? camera.firstPicture(patience.firstPicture()) : patience.nextPicture();
            boolean moved = frames.await(() -> frames.count() > known || attempt.trouble() != null, limit);
            CameraTrouble trouble = attempt.trouble();
            if (trouble != null) {
                return trouble;
            }
            if (!moved && !attempt.still()) {
                return known == before ? camera.silence() : CameraTrouble.STALLED;
            }
            seen = frames.count();
        }
    }

    private void decode() throws InterruptedException {
        QrReader reader = new QrReader();
        long seen = 0;
        int looks = 0;
        while (!over) {
            try (Numbered next = frames.after(seen, CHECK_INTERVAL)) {
                if (next == null) {
                    continue;
                }
                long began = System.nanoTime();
                seen = next.number();
                if (looking.breaksOn(() -> look(reader, next))) {
                    sayUnreadable(next);
                }
                if (looks++ < WARM_UP_LOOKS) {
                    Thread.sleep(Duration.ofNanos(System.nanoTime() - began));
                }
            }
        }
    }

    private void look(QrReader reader, Numbered next) {
        if (!next.still() && blackWatch.isCovered(next.frame())) {
            say(CameraTrouble.BLACK);
            return;
        }
        if (!looking.isBroken()) {
            sayPictures();
        }
        ReadResult result = next.still() ? reader.readThoroughly(next.frame()) : reader.read(next.frame());
        sayPictures();
        decoded.tick();
        if (!over) {
            listener.looked(new Look(result, next.frame().width(), next.frame().height(), next.still()));
        }
    }

    private void preview() throws InterruptedException {
        PreviewPainter painter = new PreviewPainter();
        long seen = 0;
        while (!over) {
            long began = System.nanoTime();
            try (Numbered next = frames.after(seen, CHECK_INTERVAL)) {
                if (next == null || over) {
                    continue;
                }
                seen = next.number();
                if (showing.breaksOn(() -> listener.preview(painter.paint(next.frame())))) {
                    sayUnreadable(next);
                }
            }
            Thread.sleep(Duration.ofNanos(PREVIEW_NANOS - (System.nanoTime() - began)));
        }
    }

    /** Reports an unreadable frame. A listener that fails here ends nothing either. */
    private void sayUnreadable(Numbered frame) {
        try {
            say(frame.still() ? CameraTrouble.DAMAGED_PICTURE : CameraTrouble.UNREADABLE);
        } catch (RuntimeException | Error e) {
            LOG.debug("A listener failed when it was told of a failure", e);
        }
    }

    private synchronized void say(CameraTrouble trouble) {
        troubled = true;
        if (!over) {
            listener.trouble(trouble);
        }
    }

    private synchronized void sayPictures() {
        if (troubled && !over && !showing.isBroken()) {
            troubled = false;
            listener.pictures();
        }
    }

    private interface Step {
        void run() throws InterruptedException;
    }
}
