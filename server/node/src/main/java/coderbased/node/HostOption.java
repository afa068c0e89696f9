package coderbased.node;

import java.util.Set;
import picocli.CommandLine.Option;

/** The host names of a server. */
final class HostOption {

    @Option(
            names = "--allowed-hosts",
            paramLabel = "NAME",
            split = ",",
            description = {
                "Host names of this server, without port, separated by commas. Requests for any other name are refused."
                        + " Callers on this machine may always use localhost.",
                "Example: chat.example.org",
                "Default: any name. Callers on this machine who do not come through a trusted proxy must use"
                        + " localhost or a loopback address."
            })
    private Set<String> names = Set.of();

    Set<String> names() {
        return names;
    }
}
