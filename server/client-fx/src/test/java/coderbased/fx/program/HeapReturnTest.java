package coderbased.fx.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class HeapReturnTest {

    @Test
    void idleHeapIsCollectedAndShrinks() {
        HeapReturn.set();
        assertEquals("10", option("MinHeapFreeRatio"));
        assertEquals("30", option("MaxHeapFreeRatio"));
        assertEquals("30000", option("G1PeriodicGCInterval"));
    }

    @Test
    void largeHeapIsCollectedUnlessTheProgramNeedsIt() {
        long megabyte = 1 << 20;
        assertFalse(HeapReturn.isLarge(200 * megabyte, 0));
        assertTrue(HeapReturn.isLarge(201 * megabyte, 0));
        assertTrue(HeapReturn.isLarge(201 * megabyte, 90 * megabyte));
        assertFalse(HeapReturn.isLarge(500 * megabyte, 300 * megabyte));
        assertTrue(HeapReturn.isLarge(601 * megabyte, 300 * megabyte));
    }

    @Test
    void optionsThatAreNotAtTheirDefaultStay() {
        HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        HeapReturn.set();
        machine.setVMOption("MaxHeapFreeRatio", "55");
        try {
            HeapReturn.set();
            assertEquals("55", option("MaxHeapFreeRatio"));
        } finally {
            machine.setVMOption("MaxHeapFreeRatio", "30");
        }
    }

    private static String option(String name) {
        return ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .getVMOption(name)
                .getValue();
    }
}
