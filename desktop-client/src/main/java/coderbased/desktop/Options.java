package coderbased.desktop;

import coderbased.client.keys.ProfileFolder;
import coderbased.client.net.ServerAddress;
import coderbased.fx.ThemeChoice;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The command line. What is given holds for this run; it is kept only when the person saves the settings. */
@Command(
        name = "coderbased-desktop",
        description = "Coderbased Chat on the desktop. It shows a code; scan it with your phone to log in.",
        usageHelpWidth = 110,
        sortOptions = false)
final class Options {

    @Option(
            names = "--server",
            paramLabel = "ADDRESS",
            converter = ServerConverter.class,
            description = {
                "Address of the server. Default: the saved one, at first http://127.0.0.1:7070.",
                "Example: https://chat.example.org"
            })
    @Nullable
    URI server;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            defaultValue = "default",
            description =
                    "Name of the profile. Each profile has its own login and settings. Default: ${DEFAULT-VALUE}.")
    String profile = "default";

    @Option(
            names = "--theme",
            paramLabel = "system|light|dark",
            converter = ThemeConverter.class,
            description = "Colours of the window. Default: the saved ones, at first the system's.")
    @Nullable
    ThemeChoice theme;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder for logins and settings. Default: the system's folder for application data.")
    @Nullable
    Path data;

    @Option(names = "--help", usageHelp = true, description = "Show this help message and exit.")
    boolean help;

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
    Settings over(Settings saved) {
        Settings settings = server == null ? saved : saved.withServer(server);
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

    /** Converts a theme's name in any case. */
    static final class ThemeConverter implements ITypeConverter<ThemeChoice> {
        @Override
        public ThemeChoice convert(String value) {
            for (ThemeChoice choice : ThemeChoice.values()) {
                if (choice.name().equalsIgnoreCase(value)) {
                    return choice;
                }
            }
            throw new TypeConversionException("'" + value + "' is not a theme. Use system, light or dark");
        }
    }
}
