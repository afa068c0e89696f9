package coderbased.desktop;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Collectors;

@AnalyzeClasses(
        packages = {"coderbased.desktop", "coderbased.fx"},
        importOptions = {ImportOption.DoNotIncludeTests.class, HouseRulesTest.NoTestJars.class})
class HouseRulesTest {

    @ArchTest
    static final ArchRule wordsAreWrappedByWrapping = noClasses()
            .that()
            .doNotHaveSimpleName("ComposerWrap")
            // These wrap the program's own words, which run from left to right.
            .and()
            .doNotHaveSimpleName("Parts")
            .and()
            .doNotHaveSimpleName("AboutView")
            .should()
            .callMethodWhere(target(name("setWrapText")))
            .because("JavaFX fails on text from right to left, and one class knows how to live with that");

    @ArchTest
    static final ArchRule VIEWS_KNOW_NO_CLIENT = noClasses()
            .that()
            .haveNameMatching(".*(View|Cell|Banner|Card|Box|Ring|Composer|BubbleRow|Sheets)")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("coderbased.client..")
            .because("a view shows what its ViewModel says, and can be read without knowing the client");

    @ArchTest
    static final ArchRule VIEW_MODELS_KNOW_NO_NODE = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.application..")
            .because("what a screen says and does is tested without a toolkit");

    @ArchTest
    static final ArchRule ONE_PLACE_HOPS = noClasses()
            .that()
            .doNotHaveSimpleName("FxThread")
            .should()
            .callMethod("javafx.application.Platform", "runLater", "java.lang.Runnable")
            .because("hops between threads are understood when they are in one place");

    @ArchTest
    static final ArchRule NO_COLOUR_IN_JAVA = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javafx.scene.paint..")
            .because("colours are looked-up variables of the style sheets, or light and dark fall apart");

    @ArchTest
    static final ArchRule NO_CLOCK_OF_ITS_OWN = noClasses()
            .should()
            .callMethod("java.time.Instant", "now")
            .orShould()
            .callMethod("java.lang.System", "currentTimeMillis")
            .because("time comes in through constructors, so that a test can turn it");

    @ArchTest
    static final ArchRule NO_ENDLESS_ANIMATION = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javafx.animation.Timeline")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javafx.animation.AnimationTimer")
            .because("an animation wakes the program sixty times a second; the Ticker does not");

    @ArchTest
    static final ArchRule MAIN_KNOWS_NO_JAVAFX = noClasses()
            .that()
            .haveSimpleName("Main")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javafx..")
            .because("a main class that extends Application refuses to start from a class path");

    @ArchTest
    static final ArchRule SHARED_CODE_KNOWS_NO_PROGRAM = classes()
            .that()
            .resideInAPackage("coderbased.fx..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages("coderbased.desktop..", "coderbased.phone..")
            .because("both programs use it");

    @ArchTest
    static void everyPackageHasItsPage(JavaClasses classes) {
        Set<String> without = classes.stream()
                .map(JavaClass::getPackage)
                .filter(p -> p.tryGetPackageInfo().isEmpty())
                .map(JavaPackage::getName)
                .collect(Collectors.toSet());
        assertTrue(without.isEmpty(), "a newcomer reads the package's page first; none in " + without);
    }

    /** The fixtures of other modules come in jars of their own. */
    static final class NoTestJars implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }
}
