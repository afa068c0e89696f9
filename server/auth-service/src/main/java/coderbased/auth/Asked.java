package coderbased.auth;

/**
 * What an HTTP call asks for, as a proof has to name it.
 *
 * @param host the {@code Host} header; a proxy in front passes it on as it is
 * @param path as sent, without query
 */
public record Asked(String method, String host, String path) {}
