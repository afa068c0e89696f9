package coderbased.client;

/** Factory of clients. Each method throws {@link IllegalArgumentException} for an invalid address, with a message. */
public final class Clients {

    private Clients() {}

    /** Returns a desktop client; it does nothing before {@link WebClient#start}. */
    public static WebClient web(ClientConfig config) {
        return new LiveWebClient(config);
    }

    /** Returns a phone client; it does nothing before {@link PhoneClient#start}. */
    public static PhoneClient phone(ClientConfig config) {
        return new LivePhoneClient(config);
    }
}
