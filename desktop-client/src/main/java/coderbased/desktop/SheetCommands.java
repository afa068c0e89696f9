package coderbased.desktop;

/** The sheets that any screen can open above itself. */
interface SheetCommands {

    void openSettings();

    void openShortcuts();

    /** Asks for confirmation and runs {@code logOut} only after a yes. */
    void askToLogOut(Runnable logOut);
}
