package coderbased.auth.linking;

/** Policy for the check number on the desktop. A typed code always asks for it. */
public enum LinkCheck {
    /** Not where the server sees phone and desktop on the same network and is certain of both addresses. */
    ADAPTIVE,
    ALWAYS,
    NEVER
}
