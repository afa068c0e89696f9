package coderbased.desktop;

import static coderbased.desktop.DesktopMessages.MESSAGES;

import coderbased.client.keys.ProfileFolder;
import coderbased.client.net.ServerAddress;
import coderbased.fx.ThemeChoice;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The command line. What is given holds for this run; it is kept only when the person saves the settings. */
@Command(name = "coderbased-desktop", usageHelpWidth = 110, sortOptions = false)
final class Options {

    @Option(
            names = "--server",
            paramLabel = "ADDRESS",
            converter = ServerConverter.class,
            descriptionKey = "options.server")
    @Nullable
    URI server;

    @Option(names = "--profile", paramLabel = "NAME", defaultValue = "default", descriptionKey = "options.profile")
    String profile = "default";

    @Option(
            names = "--theme",
            paramLabel = "system|light|dark",
            converter = ThemeConverter.class,
            descriptionKey = "options.theme")
    @Nullable
    ThemeChoice theme;

    @Option(names = "--data", paramLabel = "DIR", converter = FolderConverter.class, descriptionKey = "options.data")
    @Nullable
    Path data;

    @Option(names = "--help", usageHelp = true, descriptionKey = "options.help")
    boolean help;

    /** Returns the parser of the command line, and the printer of its help. */
    CommandLine commandLine() {
        CommandLine line = new CommandLine(this).setResourceBundle(MESSAGES.bundle());
        line.getCommandSpec().usageMessage().description(MESSAGES.text("options.description"));
        return line;
    }

    /**
     * Returns the folder of this profile.
     *
     * @throws IllegalArgumentException for a profile's name that does not do, with a sentence for the person
     */
    ProfileFolder folder() {
        ProfileFolder standard = ProfileFolder.of("desktop", profile);
        return data == null ? standard : new ProfileFolder(data.resolve(profile));
    }

    /** Returns the settings for this run. */
    DesktopSettings over(DesktopSettings saved) {
        DesktopSettings settings = server == null ? saved : saved.withServer(server);
        return theme == null ? settings : settings.withTheme(theme);
    }

    /** Converts an address; the error says what is wrong with it. */
    static final class ServerConverter implements ITypeConverter<URI> {
        @Override
        public URI convert(String value) {
            try {
                return ServerAddress.parse(value).uri();
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** Converts a path that this system can have. */
    static final class FolderConverter implements ITypeConverter<Path> {
        @Override
        public Path convert(String value) {
            try {
                return Path.of(value);
            } catch (InvalidPathException _) {
                throw new TypeConversionException(MESSAGES.text("options.data.impossible"));
            }
        }
    }

    /** Converts a theme's name in any case. */
    static final class ThemeConverter implements ITypeConverter<ThemeChoice> {
        @Override
        public ThemeChoice convert(String value) {
            for (ThemeChoice choice : ThemeChoice.values()) {
                if (choice.name().equalsIgnoreCase(value)) {
                    return choice;
                }
            }
            throw new TypeConversionException(MESSAGES.text("options.theme.wrong", "value", value));
        }
    }
}
