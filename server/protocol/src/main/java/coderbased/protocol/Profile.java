package coderbased.protocol;

/**
 * The account of a session.
 *
 * @param accountId the server's opaque id
 * @param handle the name that the person signs in with; lower case, unique on the server
 * @param name the name that others see
 */
public record Profile(String accountId, String handle, String name) {}
