package coderbased.phone;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.camera.CameraChoice;
import coderbased.fx.program.ProgramOptions;
import coderbased.fx.program.SettingsFile;
import coderbased.phone.parts.PhoneSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/**
 * The command line of the phone. Options that are not given come from the profile's settings; given ones are saved
 * there.
 */
@Command(name = "coderbased-phone", usageHelpWidth = 110, sortOptions = false)
final class PhoneOptions extends ProgramOptions {

    @Option(
            names = "--camera",
            order = 4,
            paramLabel = "CAMERA",
            converter = CameraConverter.class,
            descriptionKey = "options.camera")
    @Nullable
    CameraChoice camera;

    PhoneOptions() {
        super(MESSAGES.text("options.description"), MESSAGES.bundle());
    }

    @Override
    protected String program() {
        return "phone";
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

    static final class CameraConverter implements ITypeConverter<CameraChoice> {
        @Override
        public CameraChoice convert(String text) {
            return converted(text, CameraChoice::parse, MESSAGES.text("options.camera.wrong"));
        }
    }
}
