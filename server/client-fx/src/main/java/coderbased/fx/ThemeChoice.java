package coderbased.fx;

/** Theme chosen by the user. */
public enum ThemeChoice {
    SYSTEM("Use system setting"),
    LIGHT("Light"),
    DARK("Dark");

    private final String label;

    ThemeChoice(String label) {
        this.label = label;
    }

    /** Returns the label in settings. */
    public String label() {
        return label;
    }
}
