package coderbased.desktop;

import static coderbased.desktop.DesktopMessages.MESSAGES;

import coderbased.fx.program.ProgramOptions;
import picocli.CommandLine.Command;

/** The command line. What is given holds for this run; it is kept only when the person saves the settings. */
@Command(name = "coderbased-desktop", usageHelpWidth = 110, sortOptions = false)
final class DesktopOptions extends ProgramOptions {

    DesktopOptions() {
        super(MESSAGES.text("options.description"), MESSAGES.bundle());
    }

    @Override
    protected String program() {
        return "desktop";
    }

    /** Returns the settings for this run. */
    DesktopSettings over(DesktopSettings saved) {
        DesktopSettings settings = server == null ? saved : saved.withServer(server.uri());
        return theme == null ? settings : settings.withTheme(theme);
    }
}
