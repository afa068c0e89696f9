package coderbased.phone;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.camera.CameraChoice;
import coderbased.client.keys.ProfileFolder;
import coderbased.client.net.ServerAddress;
import coderbased.fx.ThemeChoice;
import coderbased.fx.program.SettingsFile;
import coderbased.phone.parts.PhoneSettings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/**
 * The command line of the phone. Options that are not given come from the profile's settings; given ones are saved
 * there.
 */
@Command(
        name = "coderbased-phone",
        usageHelpWidth = 110,
        version = "Coderbased Chat phone emulator 0.1.0",
        sortOptions = false)
final class PhoneOptions {

    @Option(
            names = "--server",
            paramLabel = "ADDRESS",
            converter = AddressConverter.class,
            descriptionKey = "options.server")
    @Nullable
    ServerAddress server;

    @Option(names = "--profile", paramLabel = "NAME", descriptionKey = "options.profile")
    String profile = ProfileFolder.DEFAULT;

    @Option(
            names = "--theme",
            paramLabel = "system|light|dark",
            converter = ThemeConverter.class,
            descriptionKey = "options.theme")
    @Nullable
    ThemeChoice theme;

    @Option(
            names = "--camera",
            paramLabel = "CAMERA",
            converter = CameraConverter.class,
            descriptionKey = "options.camera")
    @Nullable
    CameraChoice camera;

    @Option(names = "--data", paramLabel = "DIR", converter = FolderConverter.class, descriptionKey = "options.data")
    @Nullable
    Path data;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "options.help")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            descriptionKey = "options.version")
    boolean versionWanted;

    /** Returns the parser that fills in these options. */
    CommandLine commandLine() {
        CommandLine line = new CommandLine(this).setResourceBundle(MESSAGES.bundle());
        line.getCommandSpec().usageMessage().description(MESSAGES.text("options.description"));
        return line;
    }

    /** Returns the folder of the profile. */
    ProfileFolder folder() {
        ProfileFolder usual = ProfileFolder.of("phone", profile);
        return data == null ? usual : new ProfileFolder(data.resolve(profile));
    }

    /** Returns the profile's settings, with what was given on the command line. */
    PhoneSettings settings(SettingsFile file) {
        PhoneSettings settings = PhoneSettings.in(file);
        if (server != null) {
            settings.server().set(server.uri());
        }
        if (theme != null) {
            settings.theme().set(theme);
        }
        if (camera != null) {
            settings.camera().set(camera);
        }
        return settings;
    }

    static final class AddressConverter implements ITypeConverter<ServerAddress> {
        @Override
        public ServerAddress convert(String text) {
            try {
                return ServerAddress.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    static final class FolderConverter implements ITypeConverter<Path> {
        @Override
        public Path convert(String text) {
            try {
                return Path.of(text);
            } catch (InvalidPathException _) {
                throw new TypeConversionException(MESSAGES.text("options.data.impossible"));
            }
        }
    }

    static final class ThemeConverter implements ITypeConverter<ThemeChoice> {
        @Override
        public ThemeChoice convert(String text) {
            try {
                return ThemeChoice.valueOf(text.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException _) {
                throw new TypeConversionException(MESSAGES.text("options.theme.wrong", "value", text));
            }
        }
    }

    static final class CameraConverter implements ITypeConverter<CameraChoice> {
        @Override
        public CameraChoice convert(String text) {
            try {
                return CameraChoice.parse(text);
            } catch (IllegalArgumentException _) {
                throw new TypeConversionException(MESSAGES.text("options.camera.wrong"));
            }
        }
    }
}
