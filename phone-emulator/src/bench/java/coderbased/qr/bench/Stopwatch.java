package coderbased.qr.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** Collects how long a thing takes: processor time of this thread, in milliseconds. */
final class Stopwatch {

    private double[] times = new double[64];
    private int count;

    /** Runs it and returns what it took. */
    double time(Runnable work) {
        long before = now();
        work.run();
        double took = (now() - before) / 1e6;
        if (count == times.length) {
            times = Arrays.copyOf(times, 2 * count);
        }
        times[count++] = took;
        return took;
    }

    /** Returns the time that a share of the runs stayed within. */
    double percentile(double share) {
        double[] sorted = Arrays.copyOf(times, count);
        Arrays.sort(sorted);
        return count == 0 ? 0 : sorted[(int) Math.min(count - 1, Math.floor(share * count))];
    }

    /** Returns the mean time of a run. */
    double mean() {
        return count == 0 ? 0 : Arrays.stream(times, 0, count).sum() / count;
    }

    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
