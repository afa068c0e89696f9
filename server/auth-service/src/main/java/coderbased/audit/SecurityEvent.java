package coderbased.audit;

import java.util.List;

/** The kinds of security events. Each has a name and fields that do not change, so that programs can read the log. */
public enum SecurityEvent {
    SERVER_STARTED(
            "server-started",
            "The server serves.",
            Source.PEOPLE,
            List.of("version", "database", "bus", "files", "address")),
    SERVER_STOPPED("server-stopped", "The server stops.", Source.PEOPLE, List.of("version")),
    SIGN_UP(
            "sign-up",
            "An account was made.",
            Source.PEOPLE,
            List.of("account", "handle", "session", "device", "address")),
    SIGN_IN(
            "sign-in",
            "A phone signed in.",
            Source.PEOPLE,
            List.of("account", "handle", "session", "device", "address")),
    SIGN_IN_FAILED(
            "sign-in-failed", "A sign-in was refused.", Source.STRANGERS, List.of("account", "reason", "address")),
    PASSWORD_REFUSED(
            "password-refused",
            "A signed-in phone gave a wrong password.",
            Source.STRANGERS,
            List.of("account", "session", "reason")),
    PASSWORD_CHANGED("password-changed", "A password was changed.", Source.PEOPLE, List.of("account", "session")),
    LINK_CLAIMED(
            "link-claimed",
            "A phone scanned the code of a desktop.",
            Source.PEOPLE,
            List.of("account", "link", "device", "address")),
    LINK_APPROVED(
            "link-approved",
            "A phone approved a desktop.",
            Source.PEOPLE,
            List.of("account", "link", "device", "address")),
    LINK_COMPLETED(
            "link-completed",
            "A linked desktop came in for the first time.",
            Source.PEOPLE,
            List.of("account", "link", "device", "address")),
    LINK_DENIED(
            "link-denied", "A phone denied a desktop.", Source.PEOPLE, List.of("account", "link", "device", "address")),
    LINK_ENDED(
            "link-ended",
            "A link ended without a device.",
            Source.PEOPLE,
            List.of("account", "link", "reason", "device", "address")),
    LINK_ANSWERED(
            "link-answered",
            "A person answered for a new link.",
            Source.PEOPLE,
            List.of("account", "link", "reason", "device", "address")),
    SESSION_ENDED(
            "session-ended",
            "A session ended.",
            Source.PEOPLE,
            List.of("account", "session", "device", "reason", "by")),
    DEVICE_WIPED(
            "device-wiped",
            "A device reported that it has wiped an ended session.",
            Source.PEOPLE,
            List.of("account", "session", "millis")),
    DEVICE_FROZEN(
            "device-frozen",
            "A phone froze a linked device.",
            Source.PEOPLE,
            List.of("account", "session", "device", "phone")),
    DEVICE_THAWED(
            "device-thawed",
            "A phone thawed a linked device.",
            Source.PEOPLE,
            List.of("account", "session", "device", "phone")),
    DEVICE_RENAMED(
            "device-renamed",
            "A phone renamed a linked device.",
            Source.PEOPLE,
            List.of("account", "session", "device", "phone")),
    ACCOUNT_BANNED(
            "account-banned",
            "An operator suspended an account.",
            Source.PEOPLE,
            List.of("account", "handle", "until")),
    ACCOUNT_UNBANNED(
            "account-unbanned", "An operator lifted a suspension.", Source.PEOPLE, List.of("account", "handle")),
    ACCOUNT_DELETED("account-deleted", "A person deleted their account.", Source.PEOPLE, List.of("account", "session")),
    OPERATOR_COMMAND("operator-command", "An operator read a list.", Source.PEOPLE, List.of("command", "handle")),
    OPERATOR_REFUSED(
            "operator-refused",
            "A call without the admin token was refused.",
            Source.STRANGERS,
            List.of("path", "address")),
    PROOF_REFUSED(
            "proof-refused",
            "A device did not prove that it holds the key of its session.",
            Source.STRANGERS,
            List.of("reason", "address")),
    RATE_LIMITED(
            "rate-limited", "Somebody reached a limit.", Source.STRANGERS, List.of("reason", "account", "address"));

    private final String id;
    private final String words;
    private final Source source;
    private final List<String> fields;

    /** Cause of the events of a kind. Strangers can cause any number, so their lines are limited. */
    enum Source {
        PEOPLE,
        STRANGERS
    }

    SecurityEvent(String id, String words, Source source, List<String> fields) {
        this.id = id;
        this.words = words;
        this.source = source;
        this.fields = fields;
    }

    /** Returns the value of the field {@code event}. */
    public String id() {
        return id;
    }

    /** Returns the names of the other fields, in their order. */
    public List<String> fields() {
        return fields;
    }

    /** Returns the sentence that begins the line. */
    String words() {
        return words;
    }

    boolean isLimited() {
        return source == Source.STRANGERS;
    }
}
