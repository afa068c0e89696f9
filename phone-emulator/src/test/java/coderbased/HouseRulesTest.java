package coderbased;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Collectors;

@AnalyzeClasses(
        packages = {"coderbased.phone", "coderbased.camera", "coderbased.qr"},
        importOptions = {DoNotIncludeTests.class, RoomsTest.NoTestJars.class})
class HouseRulesTest {

    @ArchTest
    static final ArchRule wordsAreWrappedByWrapping = noClasses()
            .should()
            .callMethodWhere(target(name("setWrapText")))
            .because("JavaFX fails on text from right to left, and one class knows how to live with that");

    @ArchTest
    static final ArchRule viewsKnowNoClient = noClasses()
            .that(build(nodes()))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("coderbased.client..")
            .because("a view binds and forwards; what it shows is its ViewModel's to decide");

    @ArchTest
    static final ArchRule viewModelsKnowNoNode = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javafx.scene..")
            .because("a ViewModel is tested without a window");

    @ArchTest
    static final ArchRule onlyTheCameraPackageKnowsWebcamCapture = noClasses()
            .that()
            .resideOutsideOfPackage("coderbased.camera..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.github.sarxos..", "com.github.eduramiba..")
            .because("drivers hang and throw errors, and one package knows how to live with that");

    @ArchTest
    static final ArchRule onlyTheReaderKnowsZxing = noClasses()
            .that()
            .resideOutsideOfPackage("coderbased.qr..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.google.zxing..")
            .because("how a code is read is the reader's business alone");

    @ArchTest
    static final ArchRule camerasAndReaderKnowNoPhone = noClasses()
            .that()
            .resideInAnyPackage("coderbased.camera..", "coderbased.qr..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("coderbased.phone..", "coderbased.client..", "coderbased.protocol..")
            .because("what a code means is for the phone to say");

    @ArchTest
    static final ArchRule theReaderKnowsNoCamera = noClasses()
            .that()
            .resideInAPackage("coderbased.qr..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("coderbased.camera..", "javafx..", "java.awt..")
            .because("it reads bytes, wherever they come from");

    @ArchTest
    static final ArchRule noAnimationRunsForEver = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javafx.animation.Timeline")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javafx.animation.AnimationTimer")
            .because("an animation wakes the program sixty times a second; the Ticker does not");

    @ArchTest
    static final ArchRule theMainClassKnowsNoJavaFx = classes()
            .that()
            .haveFullyQualifiedName("coderbased.phone.Main")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackage("javafx..")
            .because("a main class that knows JavaFX cannot be started from a plain class path");

    @ArchTest
    static final ArchRule onlyTheWiringTakesTimeFromNowhere = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("App")
            .and()
            .doNotHaveSimpleName("PhoneWindow")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(java.time.Clock.class, "systemDefaultZone")
            .because("tests turn the clock");

    private static DescribedPredicate<JavaClass> build(DescribedPredicate<JavaClass> nodes) {
        return DescribedPredicate.describe(
                "build nodes and are no wiring",
                type -> !Set.of("PhoneWindow", "PhoneApp").contains(type.getSimpleName())
                        && type.getDirectDependenciesFromSelf().stream()
                                .anyMatch(dependency -> nodes.test(dependency.getTargetClass())));
    }

    private static DescribedPredicate<JavaClass> nodes() {
        return JavaClass.Predicates.resideInAPackage("javafx.scene..");
    }

    @ArchTest
    static void everyPackageHasItsPage(JavaClasses imported) {
        Set<String> packages = imported.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        for (String name : packages) {
            assertTrue(
                    imported.contain(name + ".package-info"),
                    name + " has no page, and a newcomer reads the page first");
        }
    }
}
