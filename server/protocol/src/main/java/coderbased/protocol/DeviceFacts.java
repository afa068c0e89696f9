package coderbased.protocol;

/**
 * A device's own description. Nobody checked it: it is shown in quotation marks, apart from what the server saw.
 *
 * @param name its owner's name for it, for example "Office PC"
 * @param app the program and its version, for example "Coderbased Desktop 0.1.0"
 * @param os the operating system, for example "Linux"
 */
public record DeviceFacts(String name, String app, String os) {}
