package coderbased.client.net;

/** Proxies from the operating system's settings. */
public final class SystemProxies {

    private static final String PROPERTY = "java.net.useSystemProxies";

    private SystemProxies() {}

    /**
     * Routes this program's connections through the system's proxies. Called before the first connection;
     * {@code -Djava.net.useSystemProxies} on the command line takes precedence. Thread-safe.
     */
    public static void use() {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, "true");
        }
    }
}
