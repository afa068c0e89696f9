package coderbased.fx.program;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A program as its jar describes it.
 *
 * @param name shown to the user
 * @param version of the program; "development" where it runs from loose classes
 * @param notices the works of others that it contains, with their licences
 */
public record About(String name, String version, String notices) {

    private static final String NOTICES = "/META-INF/THIRD-PARTY.txt";

    /** Returns the program of that class. */
    public static About of(Class<?> program, String name) {
        try (InputStream notices = program.getResourceAsStream(NOTICES)) {
            return new About(
                    name,
                    version(program),
                    notices == null
                            ? MESSAGES.text("about.noNotices")
                            : inLines(new String(notices.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the version of the program of that class. */
    public static String version(Class<?> program) {
        return Objects.requireNonNullElse(program.getPackage().getImplementationVersion(), "development");
    }

    /** Puts name, coordinates and address of each work on lines of their own. */
    static String inLines(String notices) {
        return notices.replaceAll("(?m)^(\\* .*) \\(([^()]+)\\), ", "$1\n    $2\n    ")
                .strip();
    }
}
