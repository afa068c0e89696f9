package coderbased.fx;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The name of a person or a group, and the picture that goes with it.
 *
 * @param picture null for none
 */
public record Face(String name, @Nullable Path picture) {}
