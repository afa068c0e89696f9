package coderbased.client.keys;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import net.harawata.appdirs.AppDirsFactory;

/**
 * Where one profile of one program keeps what it needs between starts.
 *
 * <p>In the system's own place, what is secret is sealed with a key in the system's keychain; a folder that somebody named is
 * whole in itself, to be carried away.
 */
public final class ProfileFolder {

    /** The profile of a program that was started without {@code --profile}. */
    public static final String DEFAULT = "default";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,39}");

    private final Path path;
    private final Keychain keychain;

    /** @param path a folder of its owner alone; made when something is first kept there */
    public ProfileFolder(Path path) {
        this(path, Keychain.NONE);
    }

    ProfileFolder(Path path, Keychain keychain) {
        this.path = path;
        this.keychain = keychain;
    }

    /**
     * The place the operating system has for it.
     *
     * @param program which program, for example {@code desktop}
     * @param profile its {@code --profile}, or {@link #DEFAULT}
     * @throws IllegalArgumentException for a name that does not do, with a sentence for the person
     */
    public static ProfileFolder of(String program, String profile) {
        requireName(profile);
        Path data = Path.of(AppDirsFactory.getInstance().getUserDataDir("coderbased-chat", null, "coderbased"));
        return new ProfileFolder(data.resolve(program).resolve(profile), new OsKeychain());
    }

    /** The folder itself. */
    public Path path() {
        return path;
    }

    /**
     * The token and key kept in this profile.
     *
     * @param random fit for keys
     */
    public CredentialStore credentials(RandomGenerator random) {
        return new FileCredentialStore(path, new Seal(keychain, path.toString(), random));
    }

    /** Where one session keeps what is no other session's. */
    public Path session(Credentials session) {
        return path.resolve(
                "session-" + HexFormat.of().formatHex(session.sessionId().getBytes(StandardCharsets.UTF_8)));
    }

    private static void requireName(String profile) {
        if (!NAME.matcher(profile).matches()) {
            throw new IllegalArgumentException(
                    "--profile " + profile
                            + " is not a valid profile name: use up to 40 letters, digits, - and _, starting with a letter or digit.");
        }
    }
}
