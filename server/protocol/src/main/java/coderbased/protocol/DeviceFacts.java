package coderbased.protocol;

/**
 * What a device says of itself. Nobody checked any of it: shown quoted, apart from what the server saw.
 *
 * @param name what its owner would call it, for example "Office PC"
 * @param app the program and its version, for example "Coderbased Desktop 0.1.0"
 * @param os the operating system, for example "Linux"
 */
public record DeviceFacts(String name, String app, String os) {}
