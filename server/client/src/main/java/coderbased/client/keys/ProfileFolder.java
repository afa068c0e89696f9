package coderbased.client.keys;

import static coderbased.client.messages.ClientMessages.MESSAGES;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import net.harawata.appdirs.AppDirsFactory;

/**
 * Folder for the data of one profile of one program.
 *
 * <p>In the system's default place, secrets are sealed with a key in the system's keychain. A folder that the user
 * names is self-contained and can be moved.
 */
public final class ProfileFolder {

    /** Profile of a program that was started without {@code --profile}. */
    public static final String DEFAULT = "default";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,39}");

    private final Path path;
    private final Supplier<Keychain> keychain;

    /** @param path folder of its owner alone; created when something is first stored */
    public ProfileFolder(Path path) {
        this(path, () -> Keychain.NONE);
    }

    ProfileFolder(Path path, Supplier<Keychain> keychain) {
        this.path = path;
        this.keychain = keychain;
    }

    /**
     * Returns the folder in the operating system's default place.
     *
     * @param program name of the program, for example {@code desktop}
     * @param profile its {@code --profile}, or {@link #DEFAULT}
     * @throws IllegalArgumentException if the name is invalid; the message is for the user
     */
    public static ProfileFolder of(String program, String profile) {
        requireName(profile);
        Path data = Path.of(AppDirsFactory.getInstance().getUserDataDir("coderbased-chat", null, "coderbased"));
        return new ProfileFolder(data.resolve(program).resolve(profile), OsKeychain::new);
    }

    /** Returns the folder's path. */
    public Path path() {
        return path;
    }

    /**
     * Returns the store for this profile's token and key. Starts to open the keychain, which loads native libraries.
     *
     * @param random fit for keys
     */
    public CredentialStore credentials(RandomGenerator random) {
        return new FileCredentialStore(path, new Seal(keychain.get(), path.toString(), random));
    }

    /** Returns the folder for the data of one session. */
    public Path session(Credentials session) {
        return path.resolve(
                "session-" + HexFormat.of().formatHex(session.sessionId().getBytes(StandardCharsets.UTF_8)));
    }

    private static void requireName(String profile) {
        if (!NAME.matcher(profile).matches()) {
            throw new IllegalArgumentException(MESSAGES.text("options.profile.wrong", "profile", profile));
        }
    }
}
