package coderbased.desktop;

/** What any screen can open over itself. */
interface SheetCommands {

    void openSettings();

    void openShortcuts();

    /** Asks, and runs {@code logOut} only after a yes. */
    void askToLogOut(Runnable logOut);
}
