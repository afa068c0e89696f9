package coderbased.node;

import java.util.Set;
import picocli.CommandLine.Option;

/** The names under which a server is called. */
final class HostOption {

    @Option(
            names = "--allowed-hosts",
            paramLabel = "NAME",
            split = ",",
            description = "Names under which this server may be called, without port and with commas between:"
                    + " chat.example.org. Callers on this machine may always say localhost (default: callers on this"
                    + " machine only localhost and loopback addresses, unless they come through a proxy that the"
                    + " server was told of; everybody else any name).")
    private Set<String> names = Set.of();

    Set<String> names() {
        return names;
    }
}
