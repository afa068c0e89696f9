package coderbased.node;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.ObjectName;

/** Counts the objects of this program that are still reachable, by class. Each count collects garbage first. */
public final class LiveObjects {

    private static final int COLUMNS = 4;

    private LiveObjects() {}

    /** Returns the number of live objects of each class whose name starts with one of those prefixes. */
    public static Map<String, Long> ofClasses(String... prefixes) {
        Map<String, Long> counts = new TreeMap<>();
        histogram().lines().map(line -> line.strip().split("\\s+")).forEach(columns -> {
            if (columns.length >= COLUMNS
                    && columns[0].endsWith(":")
                    && List.of(prefixes).stream().anyMatch(columns[3]::startsWith)) {
                counts.merge(columns[3], Long.parseLong(columns[1]), Long::sum);
            }
        });
        return counts;
    }

    /** Returns how many of exactly those classes there are, all together. */
    public static long count(String... classes) {
        Map<String, Long> counts = ofClasses(classes);
        return List.of(classes).stream()
                .mapToLong(name -> counts.getOrDefault(name, 0L))
                .sum();
    }

    private static String histogram() {
        try {
            return (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }
}
