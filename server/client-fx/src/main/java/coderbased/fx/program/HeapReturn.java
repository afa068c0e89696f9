package coderbased.fx.program;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the virtual machine return memory to the system.
 *
 * <p>{@code java -jar} gives a program the options of a server: a heap that grows up to a quarter of the computer's
 * memory, and that shrinks only in a collection that an idle program never needs. The options set here can be changed
 * while the program runs. What the person chose on the command line stays. A largest size cannot be set: a heap that
 * became large is collected as a whole.
 */
public final class HeapReturn {

    /** In this order: the minimum may never be above the maximum. */
    private static final List<Map.Entry<String, String>> OPTIONS = List.of(
            Map.entry("MinHeapFreeRatio", "10"), // percent of the heap, as the next
            Map.entry("MaxHeapFreeRatio", "30"),
            Map.entry("G1PeriodicGCInterval", "30000")); // milliseconds without a collection

    private static final long LARGE_BYTES = 200L << 20;
    private static final Duration PACE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(HeapReturn.class);

    private HeapReturn() {}

    /** Sets the options on a thread of its own, which then watches the heap to the end of the program. */
    public static void begin() {
        Thread.ofPlatform().daemon().name("heap-return").start(() -> {
            set();
            watch();
        });
    }

    private static void watch() {
        Runtime machine = Runtime.getRuntime();
        long kept = 0;
        try {
            while (true) {
                Thread.sleep(PACE);
                if (isLarge(machine.totalMemory(), kept)) {
                    System.gc();
                    kept = machine.totalMemory();
                }
            }
        } catch (InterruptedException _) {
            LOG.debug("The heap is no longer watched");
        }
    }

    /**
     * True if a collection of the whole heap is due.
     *
     * @param heap its size in bytes
     * @param kept its size after the last such collection; a program that needs much memory is left alone with it
     */
    static boolean isLarge(long heap, long kept) {
        return heap > Math.max(LARGE_BYTES, 2 * kept);
    }

    /** Sets the options. A virtual machine without them is left as it is. */
    static void set() {
        HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        for (Map.Entry<String, String> option : OPTIONS) {
            try {
                if (machine.getVMOption(option.getKey()).getOrigin() == VMOption.Origin.DEFAULT) {
                    machine.setVMOption(option.getKey(), option.getValue());
                }
            } catch (IllegalArgumentException e) {
                LOG.debug("This virtual machine keeps its heap: {}", e.getMessage());
            }
        }
    }
}
