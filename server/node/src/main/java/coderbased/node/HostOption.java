package coderbased.node;

import java.util.Set;
import picocli.CommandLine.Option;

/** The host names of a server. */
final class HostOption {

    @Option(
            names = "--allowed-hosts",
            paramLabel = "NAME",
            split = ",",
            converter = HostName.class,
            descriptionKey = "options.allowedHosts")
    private Set<String> names = Set.of();

    Set<String> names() {
        return names;
    }
}
