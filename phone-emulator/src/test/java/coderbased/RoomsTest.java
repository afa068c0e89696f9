package coderbased;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The packages of the whole product: each is small enough to list, and no two of them need each other. */
@AnalyzeClasses(
        packages = "coderbased",
        importOptions = {ImportOption.DoNotIncludeTests.class, RoomsTest.NoTestJars.class})
class RoomsTest {

    private static final int MAX_FILES = 50;

    /** Chat stays flat: its classes are one machine, and a cut would only spread it. */
    private static final Set<String> LARGER = Set.of("coderbased.chat");

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("coderbased.(**)")
            .should()
            .beFreeOfCycles()
            .because("a package is understood without those that are built on it");

    @ArchTest
    static void packagesHaveAtMostFiftyFiles(JavaClasses all) {
        Map<String, Long> files = all.stream()
                .filter(JavaClass::isTopLevelClass)
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
        files.keySet().removeAll(LARGER);
        files.values().removeIf(count -> count <= MAX_FILES);
        assertEquals(Map.of(), files, "a listing of more files is no longer read");
    }

    static final class NoTestJars implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }
}
