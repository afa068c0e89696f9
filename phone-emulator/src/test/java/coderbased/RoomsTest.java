package coderbased;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The packages and classes of the whole product: packages are small enough to list, and there are no knots. */
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

    /** Two classes may be one thing in two files. A cycle of more is a knot: none of them is understood alone. */
    @ArchTest
    static void classesHaveNoCyclesOfMoreThanTwo(JavaClasses all) {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (JavaClass type : all) {
            String from = topLevel(type).getName();
            uses.computeIfAbsent(from, name -> new TreeSet<>());
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String to = topLevel(dependency.getTargetClass().getBaseComponentType())
                        .getName();
                if (to.startsWith("coderbased.")) {
                    uses.get(from).add(to);
                }
            }
        }
        assertEquals(List.of(), Knots.of(uses, 2), "classes that all need each other");
    }

    private static JavaClass topLevel(JavaClass type) {
        return type.getEnclosingClass().map(RoomsTest::topLevel).orElse(type);
    }

    static final class NoTestJars implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }
}
