package coderbased.protocol;

/** Reasons to end a connection while the session continues. The client keeps its token. */
public enum DisconnectReason {
    CONNECTED_ELSEWHERE("This device's login is open in another window. Close that window to continue here.", false),
    CLIENT_OUTDATED("This app is too old for the server. Install the current version.", false),
    FROZEN("Your phone froze this computer. It stays linked, but shows nothing until you thaw it on the phone.", false),
    SERVER_RESTART("The server is restarting.", true),
    SLOW_DOWN("The server asked this app to wait a moment.", true);

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
