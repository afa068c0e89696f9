package coderbased.node;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;

/** The arrows of the house, as far as they are seen from the server. */
@AnalyzeClasses(
        packages = "coderbased",
        importOptions = {ImportOption.DoNotIncludeTests.class, HouseRulesTest.NoTestJars.class})
final class HouseRulesTest {

    @ArchTest
    static final ArchRule httpKnowsNoService = noClasses()
            .that()
            .resideInAPackage("coderbased.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "coderbased.auth..",
                    "coderbased.chat..",
                    "coderbased.files..",
                    "coderbased.node..",
                    "coderbased.store..",
                    "coderbased.blobs..",
                    "coderbased.bus..")
            .because("every service answers calls the same way");

    @ArchTest
    static final ArchRule authKnowsNothingOfChat = noClasses()
            .that()
            .resideInAPackage("coderbased.auth..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "coderbased.chat..",
                    "coderbased.node..",
                    "coderbased.store..",
                    "coderbased.blobs..",
                    "coderbased.bus..")
            .because("Chat calls Auth's front door and hears its events; nothing points back");

    @ArchTest
    static final ArchRule chatKnowsNothingOfTheNode = noClasses()
            .that()
            .resideInAPackage("coderbased.chat..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("coderbased.node..", "coderbased.store..", "coderbased.blobs..", "coderbased.bus..")
            .because("ports belong to their owner, and the node implements them");

    @ArchTest
    static final ArchRule filesKnowNothingOfTheChat = noClasses()
            .that()
            .resideInAPackage("coderbased.files..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "coderbased.chat..",
                    "coderbased.node..",
                    "coderbased.store..",
                    "coderbased.blobs..",
                    "coderbased.bus..")
            .because("bytes come and go without anybody knowing what is said beside them");

    @ArchTest
    static final ArchRule fewKnowJavalin = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Routes")
            .and()
            .haveSimpleNameNotEndingWith("Socket")
            .and()
            .doNotHaveSimpleName("Node")
            .and()
            .doNotHaveSimpleName("EnteringRequest")
            .and()
            .haveNameNotMatching("coderbased\\.node\\.(HeaderTimeout|ConnectionRoom)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..")
            .because("what the services do can be read, tested and moved without the web framework");

    @ArchTest
    static final ArchRule fewKnowTheTokenLibrary = noClasses()
            .that()
            .haveNameNotMatching("coderbased\\.auth\\.tokens\\.(TokenSigner|DpopProof)")
            .and()
            .haveNameNotMatching("coderbased\\.protocol\\.(DeviceKey|Dpop)")
            .and()
            .doNotHaveFullyQualifiedName("coderbased.client.keys.DeviceKeyPair")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.jsonwebtoken..")
            .because("few classes decide what a good token, proof or key is, and can be read as a whole");

    @ArchTest
    static final ArchRule onlyWireKnowsTheMapper = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("coderbased.protocol.Wire")
            .and()
            .doNotHaveFullyQualifiedName("coderbased.protocol.NullnessIntrospector")
            .and()
            .haveNameNotMatching("coderbased\\.protocol\\.Wire\\$.*")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..")
            .because("how strictly hostile JSON is read is decided in one place");

    @ArchTest
    static final ArchRule onlyTheMetricsKnowTheirLibrary = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("coderbased.node.Metrics")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.micrometer..", "io.prometheus..")
            .because("the services tell what happens, and not who counts it or how");

    @ArchTest
    static final ArchRule onlyTheStoresKnowSql = noClasses()
            .that()
            .resideOutsideOfPackage("coderbased.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..", "javax.sql..", "org.jdbi..", "org.flywaydb..", "org.sqlite..", "com.zaxxer..")
            .because("another database is another package, and nothing else");

    @ArchTest
    static final ArchRule onlyTheBlobsKnowBuckets = noClasses()
            .that()
            .resideOutsideOfPackage("coderbased.blobs..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon.awssdk..")
            .because("where bytes lie is the business of what keeps them");

    @ArchTest
    static final ArchRule theServerHasNoWindows = noClasses()
            .that()
            .resideInAnyPackage(
                    "coderbased.protocol..",
                    "coderbased.client..",
                    "coderbased.outage..",
                    "coderbased.http..",
                    "coderbased.disk..",
                    "coderbased.auth..",
                    "coderbased.chat..",
                    "coderbased.files..",
                    "coderbased.node..",
                    "coderbased.store..",
                    "coderbased.blobs..",
                    "coderbased.bus..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "java.awt..", "javax.swing..")
            .because("the server runs where there is no display, and the client library in programs that are not ours");

    @ArchTest
    static final ArchRule timeAndChanceComeInFromOutside = noClasses()
            .that()
            .resideInAnyPackage(
                    "coderbased.outage..",
                    "coderbased.http..",
                    "coderbased.disk..",
                    "coderbased.auth..",
                    "coderbased.chat..",
                    "coderbased.files..",
                    "coderbased.store..",
                    "coderbased.blobs..",
                    "coderbased.bus..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callConstructor(Random.class)
            .orShould()
            .callConstructor(SecureRandom.class)
            .because("a test turns the clock and draws the same numbers again");

    @ArchTest
    static void everyPackageHasItsPage(JavaClasses house) {
        List<String> without = house.stream()
                .map(JavaClass::getPackage)
                .collect(Collectors.toCollection(() -> new TreeSet<>(Comparator.comparing(JavaPackage::getName))))
                .stream()
                .filter(place -> place.tryGetPackageInfo().isEmpty())
                .map(JavaPackage::getName)
                // The launcher is compiled for a Java that has no such annotation to keep its page as a class.
                .filter(name -> !name.equals("coderbased.launcher"))
                .toList();
        Assertions.assertEquals(List.of(), without, "a newcomer reads a package's page first");
    }

    /** The fixtures of other modules come in jars of their own. */
    static final class NoTestJars implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }
}
