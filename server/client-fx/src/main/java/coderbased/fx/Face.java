package coderbased.fx;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Name and picture of a person or a group.
 *
 * @param picture null for none
 */
public record Face(String name, @Nullable Path picture) {}
