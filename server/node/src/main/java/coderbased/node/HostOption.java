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
            description = {
                "Host names of this server, separated by commas. Requests for any other name are refused, and"
                        + " proofs of signed-in"
                        + " devices count for these names only. A name with a port is allowed with that port, a"
                        + " name without"
                        + " one with 80, 443 and --port. Callers on this machine may always use localhost with --port.",
                "Example: chat.example.org,chat.example.org:8443",
                "Default: any name. Callers on this machine who do not come through a trusted proxy must use"
                        + " localhost or"
                        + " a loopback address."
            })
    private Set<String> names = Set.of();

    Set<String> names() {
        return names;
    }
}
