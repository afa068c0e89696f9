package coderbased.protocol;

/** The kind of a session's device. A phone signs in by itself and controls the web sessions that it linked. */
public enum DeviceKind {
    PHONE,
    WEB
}
