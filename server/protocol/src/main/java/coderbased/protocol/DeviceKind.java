package coderbased.protocol;

/** What a session's device is. A phone signs in by itself and is the boss of the web sessions it linked. */
public enum DeviceKind {
    PHONE,
    WEB
}
