package coderbased.phone;

import coderbased.camera.CameraChoice;
import coderbased.client.ProfileFolder;
import coderbased.client.ServerAddress;
import coderbased.fx.SettingsFile;
import coderbased.fx.ThemeChoice;
import coderbased.phone.parts.PhoneSettings;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** How the phone was started. What is not given comes from the profile's settings; what is given is kept there. */
@Command(
        name = "coderbased-phone.jar",
        header = "A phone in a window: chats, and logs computers in by scanning their code.",
        usageHelpAutoWidth = true,
        mixinStandardHelpOptions = true,
        version = "Coderbased Chat phone emulator 0.1.0",
        sortOptions = false)
final class PhoneOptions {

    @Option(
            names = "--server",
            paramLabel = "ADDRESS",
            converter = AddressConverter.class,
            description = "The server, for example https://chat.example.org. At first http://127.0.0.1:7070.")
    @Nullable
    ServerAddress server;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "Several phones on one computer: each name has its own login and settings.")
    String profile = ProfileFolder.DEFAULT;

    @Option(
            names = "--theme",
            paramLabel = "THEME",
            converter = ThemeConverter.class,
            description = "system, light or dark.")
    @Nullable
    ThemeChoice theme;

    @Option(
            names = "--camera",
            paramLabel = "CAMERA",
            converter = CameraConverter.class,
            description = "none, webcam, webcam:NAME, screen, the http:// address of an MJPEG stream (a real phone's"
                    + " camera app works), or the path of a picture.")
    @Nullable
    CameraChoice camera;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Where login and settings are kept; at first the place this system has for it.")
    @Nullable
    Path data;

    /** The folder of the profile. */
    ProfileFolder folder() {
        ProfileFolder usual = ProfileFolder.of("phone", profile);
        return data == null ? usual : new ProfileFolder(data.resolve(profile));
    }

    /** The profile's settings, with what was given on the command line. */
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
            return ServerAddress.parse(text);
        }
    }

    static final class ThemeConverter implements ITypeConverter<ThemeChoice> {
        @Override
        public ThemeChoice convert(String text) {
            try {
                return ThemeChoice.valueOf(text.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException unknown) {
                throw new picocli.CommandLine.TypeConversionException(
                        "\"" + text + "\" is no theme. Give system, light or dark.");
            }
        }
    }

    static final class CameraConverter implements ITypeConverter<CameraChoice> {
        @Override
        public CameraChoice convert(String text) {
            try {
                return CameraChoice.parse(text);
            } catch (IllegalArgumentException unknown) {
                throw new picocli.CommandLine.TypeConversionException(unknown.getMessage());
            }
        }
    }
}
