package coderbased.node;

import coderbased.bus.RedisAddress;
import coderbased.protocol.Secret;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The Redis between several nodes. */
final class BusOption {

    @Option(
            names = "--bus",
            paramLabel = "ADDRESS",
            description = {
                "Redis that connects several nodes on one --database (default: none; one node needs none). Each node"
                        + " has its own data directory, with the same server-id, signing-key.pem and admin-token in"
                        + " it.",
                "Example: redis://redis.example.org; with TLS rediss://redis.example.org",
                "Prefer CODERBASED_BUS if the address contains a password."
            })
    private @Nullable String bus;

    @Option(
            names = "--bus-ca",
            paramLabel = "FILE",
            description = "Certificate, in PEM, of the authority that signs the certificate of --bus (default: those"
                    + " that Java trusts).")
    private @Nullable Path authority;

    /**
     * Returns the address; null if there is none.
     *
     * @throws ParameterException if it cannot be used; the message says why
     */
    @Nullable
    RedisAddress address(CommandLine command) {
        if (bus == null) {
            return null;
        }
        boolean secured = bus.startsWith("rediss://");
        if (!secured && !bus.startsWith("redis://")) {
            throw new ParameterException(
                    command,
                    "--bus: this is not the address of a Redis server. It must begin with redis:// or, for TLS,"
                            + " rediss://.");
        }
        if (authority != null && !secured) {
            throw new ParameterException(command, "--bus-ca: this is for TLS. Let --bus begin with rediss://.");
        }
        try {
            RedisAddress address = new RedisAddress(new Secret(bus), authority);
            address.requireReadable();
            return address;
        } catch (IOException e) {
            throw new ParameterException(command, String.valueOf(e.getMessage()), e);
        }
    }
}
