package coderbased.camera;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A step that handles one frame after the other, such as the search for codes. A frame that fails costs that frame
 * alone: the person is told until one goes through again; the cause is logged once, and how many failed when one goes
 * through. Run by one thread; asked by any.
 */
final class PipelineStage {

    private static final Logger LOG = LoggerFactory.getLogger(PipelineStage.class);

    private final String name;
    private boolean logged;
    private int failed;
    private volatile boolean broken;

    /** @param name what it does, for the log */
    PipelineStage(String name) {
        this.name = name;
    }

    /** True if the last frame broke it. */
    boolean isBroken() {
        return broken;
    }

    /**
     * Does it with one frame.
     *
     * @return true where the frame broke it
     */
    boolean breaksOn(Work work) throws InterruptedException {
        try {
            work.run();
            if (broken) {
                broken = false;
                LOG.info("After {} frames that broke {}, one went through", failed, name);
                failed = 0;
            }
        } catch (RuntimeException | Error e) {
            broken = true;
            failed++;
            log(e);
        }
        return broken;
    }

    private void log(Throwable why) {
        if (logged) {
            LOG.debug("A frame broke {} again", name, why);
        } else {
            logged = true;
            LOG.warn("A frame broke {}; it goes on with the next one, and later ones are logged as debug", name, why);
        }
    }

    /** The work on one frame. */
    interface Work {
        void run() throws InterruptedException;
    }
}
