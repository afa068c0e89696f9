package coderbased;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules for the main code of all programs. The seven packages that this product is built on stay in use. */
class PackagesTest {

    private static final Pattern SECRET =
            Pattern.compile("(.*token|.*password(hash)?|secret|privatekey|typedcode|qrtext)", Pattern.CASE_INSENSITIVE);

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

    @Test
    void recordsHoldSecretsAsSecrets() {
        assertEquals(
                List.of(),
                main.stream()
                        .filter(JavaClass::isRecord)
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                        .filter(field -> field.getRawType().isEquivalentTo(String.class))
                        .filter(field -> SECRET.matcher(field.getName()).matches())
                        .map(JavaField::getFullName)
                        .toList(),
                "the text of a record shows its strings, and a log line may show the record");
    }

    private static boolean uses(JavaClasses classes, String itsPackage) {
        return classes.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .anyMatch(dependency -> resideInAnyPackage(itsPackage + "..").test(dependency.getTargetClass()));
    }
}
