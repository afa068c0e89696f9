package coderbased.phone;

import coderbased.camera.CameraChoice;
import coderbased.client.keys.ProfileFolder;
import coderbased.client.net.ServerAddress;
import coderbased.fx.SettingsFile;
import coderbased.fx.ThemeChoice;
import coderbased.phone.parts.PhoneSettings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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
        description =
                "Coderbased Chat on a phone, in a window. It chats, and logs computers in by scanning their code.",
        usageHelpWidth = 110,
        mixinStandardHelpOptions = true,
        version = "Coderbased Chat phone emulator 0.1.0",
        sortOptions = false)
final class PhoneOptions {

    @Option(
            names = "--server",
            paramLabel = "ADDRESS",
            converter = AddressConverter.class,
            description = {
                "Address of the server. Default: the saved one, at first http://127.0.0.1:7070.",
                "Example: https://chat.example.org"
            })
    @Nullable
    ServerAddress server;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description =
                    "Name of the profile. Each profile has its own login and settings. Default: ${DEFAULT-VALUE}.")
    String profile = ProfileFolder.DEFAULT;

    @Option(
            names = "--theme",
            paramLabel = "system|light|dark",
            converter = ThemeConverter.class,
            description = "Colours of the window. Default: the saved ones, at first the system's.")
    @Nullable
    ThemeChoice theme;

    @Option(
            names = "--camera",
            paramLabel = "CAMERA",
            converter = CameraConverter.class,
            description =
                    "Camera for scanning: none, webcam, webcam:NAME, screen, the http:// address of an MJPEG stream"
                            + " (from a real phone's camera app, for example), or the path of a picture. Default: the"
                            + " saved one.")
    @Nullable
    CameraChoice camera;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            converter = FolderConverter.class,
            description = "Folder for logins and settings. Default: the system's folder for application data.")
    @Nullable
    Path data;

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
                throw new TypeConversionException("This system cannot have a folder of that name.");
            }
        }
    }

    static final class ThemeConverter implements ITypeConverter<ThemeChoice> {
        @Override
        public ThemeChoice convert(String text) {
            try {
                return ThemeChoice.valueOf(text.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException _) {
                throw new TypeConversionException("\"" + text + "\" is not a theme. Use system, light or dark.");
            }
        }
    }

    static final class CameraConverter implements ITypeConverter<CameraChoice> {
        @Override
        public CameraChoice convert(String text) {
            try {
                return CameraChoice.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
