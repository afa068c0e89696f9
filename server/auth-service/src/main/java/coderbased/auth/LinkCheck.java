package coderbased.auth;

/** When the person has to type the phone's check number on the desktop. A code that was typed always asks for it. */
public enum LinkCheck {
    /** Not where the server sees phone and desktop on the same network and is certain of both addresses. */
    ADAPTIVE,
    ALWAYS,
    NEVER
}
