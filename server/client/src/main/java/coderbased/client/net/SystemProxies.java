package coderbased.client.net;

/** The proxies of the operating system's settings. */
public final class SystemProxies {

    private static final String SETTING = "java.net.useSystemProxies";

    private SystemProxies() {}

    /**
     * Sends this program's connections through the system's proxies. A program calls it before its first connection; a
     * {@code -Djava.net.useSystemProxies} of its command line counts more. Thread-safe.
     */
    public static void use() {
        if (System.getProperty(SETTING) == null) {
            System.setProperty(SETTING, "true");
        }
    }
}
