package coderbased.node;

import java.util.Objects;

/** The version of the jar that runs. */
final class Version {

    /** As the jar's manifest says; started from loose classes, there is none to read. */
    static final String OF_THIS_SERVER =
            Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "in development");

    private Version() {}
}
