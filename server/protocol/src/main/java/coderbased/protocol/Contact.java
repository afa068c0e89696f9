package coderbased.protocol;

/** Another person on this server. */
public record Contact(String accountId, String handle, String name) {}
