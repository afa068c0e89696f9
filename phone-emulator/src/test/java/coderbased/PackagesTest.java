package coderbased;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Test that the seven packages that this product is built on stay in use. A problem with one is solved on that one. */
class PackagesTest {

    private static JavaClasses main;
    private static JavaClasses all;

    @BeforeAll
    static void readCode() {
        main = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("coderbased");
        all = new ClassFileImporter().importPackages("coderbased.phone");
    }

    @ParameterizedTest
    @CsvSource({
        "javafx-controls, javafx.scene.control",
        "javalin, io.javalin",
        "tyrus-standalone-client, org.glassfish.tyrus.client",
        "zxing, com.google.zxing",
        "webcam-capture, com.github.sarxos.webcam",
        "jjwt, io.jsonwebtoken"
    })
    void mainCodeUses(String library, String itsPackage) {
        assertTrue(uses(main, itsPackage), "main code no longer uses " + library);
    }

    @Test
    void windowTestsUseTestfx() {
        assertTrue(uses(all, "org.testfx"), "window tests no longer use testfx");
    }

    private static boolean uses(JavaClasses classes, String itsPackage) {
        return classes.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .anyMatch(dependency -> resideInAnyPackage(itsPackage + "..").test(dependency.getTargetClass()));
    }
}
