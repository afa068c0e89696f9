package coderbased.fx.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
