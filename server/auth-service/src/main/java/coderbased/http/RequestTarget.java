package coderbased.http;

/**
 * The target of an HTTP call, as a proof must name it.
 *
 * @param host the {@code Host} header; a proxy in front passes it on as it is
 * @param path as sent, without query
 */
public record RequestTarget(String method, String host, String path) {}
