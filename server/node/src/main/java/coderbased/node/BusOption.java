package coderbased.node;

import static coderbased.node.NodeMessages.MESSAGES;

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

    @Option(names = "--bus", paramLabel = "ADDRESS", descriptionKey = "options.bus")
    private @Nullable String bus;

    @Option(names = "--bus-ca", paramLabel = "FILE", descriptionKey = "options.busCa")
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
            throw new ParameterException(command, MESSAGES.text("options.bus.wrong"));
        }
        if (authority != null && !secured) {
            throw new ParameterException(command, MESSAGES.text("options.busCa.alone"));
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
