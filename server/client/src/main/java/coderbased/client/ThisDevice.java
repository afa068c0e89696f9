package coderbased.client;

import static coderbased.client.messages.ClientMessages.MESSAGES;

import coderbased.protocol.DeviceFacts;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts about this machine. */
public final class ThisDevice {

    private static final int MAX_NAME_CHARS = 40;

    private ThisDevice() {}

    /**
     * Returns the machine's name and operating system.
     *
     * @param app the program and its version, for example "Coderbased Desktop 0.1.0"
     */
    public static DeviceFacts facts(String app) {
        return new DeviceFacts(
                name(System.getenv()), app, System.getProperty("os.name", MESSAGES.text("device.unknownSystem")));
    }

    /**
     * Returns the host's name without its domain. The environment is tried first, because a network lookup may be slow.
     */
    static String name(Map<String, String> environment) {
        String named = environment.getOrDefault("COMPUTERNAME", environment.get("HOSTNAME"));
        String host = named == null || named.isBlank() ? networkName() : named;
        if (host == null || host.isBlank() || host.startsWith("localhost")) {
            return MESSAGES.text("device.unnamed");
        }
        String first = host.strip().split("\\.", 2)[0];
        return first.substring(0, Math.min(first.length(), MAX_NAME_CHARS));
    }

    private static @Nullable String networkName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return null;
        }
    }
}
