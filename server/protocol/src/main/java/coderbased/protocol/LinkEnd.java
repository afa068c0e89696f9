package coderbased.protocol;

/** Reasons why a link failed; told to the desktop and to the phone, each in its own words. */
public enum LinkEnd {
    DENIED("The phone denied the request.", "You denied the request. The computer was told."),
    CANCELLED("You cancelled.", "Cancelled on the computer."),
    EXPIRED("Nobody approved on the phone in time.", "You did not approve in time. Scan the new code on the computer."),
    WRONG_NUMBER(
            "That was not the number on the phone. Scan again.",
            "A wrong number was typed on the computer. If that was not you, someone tried to use your scan."),
    DESKTOP_GONE("The connection was lost.", "The computer is no longer connected. Open the app there and scan again."),
    LIMIT(
            "The account has reached its limit of linked devices. Log one out on the phone first.",
            "You have reached the limit of linked devices. Log one out, then scan again."),
    NO_MORE_CODES("The codes have expired. Show a new one.", "This code has expired. Show a new one on the computer."),
    PHONE_LOGGED_OUT("The phone that scanned was logged out.", "This phone was logged out.");

    private final String desktopSentence;
    private final String phoneSentence;

    LinkEnd(String desktopSentence, String phoneSentence) {
        this.desktopSentence = desktopSentence;
        this.phoneSentence = phoneSentence;
    }

    /** For the person in front of the desktop. */
    public String desktopSentence() {
        return desktopSentence;
    }

    /** For the person who holds the phone. */
    public String phoneSentence() {
        return phoneSentence;
    }
}
