package coderbased.fx;

/** Which theme the person wants. */
public enum ThemeChoice {
    SYSTEM("Use system setting"),
    LIGHT("Light"),
    DARK("Dark");

    private final String label;

    ThemeChoice(String label) {
        this.label = label;
    }

    /** What to call it in settings. */
    public String label() {
        return label;
    }
}
