package coderbased.protocol;

/**
 * Whose session it is.
 *
 * @param accountId the server's opaque id
 * @param handle what the person signs in with; lower case, unique on the server
 * @param name what others see
 */
public record Profile(String accountId, String handle, String name) {}
