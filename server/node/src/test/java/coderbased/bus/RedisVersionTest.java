package coderbased.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The Redis of the tests, of the recipe and of the operators' page is one version. */
final class RedisVersionTest {

    @Test
    void whatIsRecommendedIsWhatIsTested() throws IOException {
        assumeTrue(System.getProperty("redis.server") == null, "another one is tested");
        try (RealRedis redis = new RealRedis()) {
            String tested = found(redis.info(), "redis_version:(\\S+)");
            String recipe = found(Files.readString(Path.of("deploy", "compose.yaml")), "image: redis:(\\S+)");
            assertEquals(recipe, found(tested, "(\\d+\\.\\d+)\\."));
            assertEquals(tested, found(Files.readString(Path.of("operating.md")), "Redis (\\S+), .*\\(all tests\\)"));
        }
    }

    private static String found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertTrue(matcher.find(), pattern + " in " + text);
        return matcher.group(1);
    }
}
