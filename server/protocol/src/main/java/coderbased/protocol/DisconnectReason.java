package coderbased.protocol;

/** Reasons to end a connection while the session continues. The client keeps its token. */
public enum DisconnectReason {
    CONNECTED_ELSEWHERE("This device's login is open in another window. Close that one to go on here.", false),
    CLIENT_OUTDATED("This app is too old for the server. Install the current version.", false),
    FROZEN("Your phone froze this computer: it stays linked and sees nothing until it is thawed there.", false),
    SERVER_RESTART("The server is restarting.", true),
    SLOW_DOWN("The server asks to wait a moment.", true);

    private final String sentence;
    private final boolean comesBack;

    DisconnectReason(String sentence, boolean comesBack) {
        this.sentence = sentence;
        this.comesBack = comesBack;
    }

    /** Returns a sentence for the person: the reason and the next step. */
    public String sentence() {
        return sentence;
    }

    /** True if the client reconnects by itself. */
    public boolean comesBack() {
        return comesBack;
    }
}
