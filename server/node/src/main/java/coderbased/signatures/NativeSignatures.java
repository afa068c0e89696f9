package coderbased.signatures;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import org.conscrypt.Conscrypt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * ECDSA with SHA-256 by Conscrypt's native library, which takes a fraction of the JDK's time. Nothing else is taken
 * from that library: random numbers, hashes, and TLS stay the JDK's. Where the library cannot be loaded, the JDK signs
 * and checks, too.
 *
 * <p>The library is unpacked into the directory for temporary files, or beside the data where nothing runs from there.
 * Thread-safe.
 */
public final class NativeSignatures extends Provider {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(NativeSignatures.class);
    private static final String NAME = "NativeSignatures";
    private static final String TYPE = "Signature";
    private static final String ALGORITHM = "SHA256withECDSA";
    private static final String PLACE = "org.conscrypt.native.workdir";

    private NativeSignatures(Service library) {
        super(NAME, "1", "ECDSA by Conscrypt");
        putService(new Service(this, TYPE, ALGORITHM, library.getClassName(), null, null) {
            @Override
            public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
                return library.newInstance(parameter);
            }
        });
    }

    /**
     * Makes this the first provider of signatures in this program, unless it is already or the library cannot be
     * loaded; the reason is in the log then.
     *
     * @param beside an existing directory, in case nothing runs from the one for temporary files
     */
    public static synchronized void install(Path beside) {
        if (Security.getProvider(NAME) != null) {
            return;
        }
        if (System.getProperty(PLACE) == null && !runsFrom(System.getProperty("java.io.tmpdir"))) {
            System.setProperty(PLACE, beside.toAbsolutePath().toString());
        }
        try {
            Conscrypt.checkAvailability();
            Security.insertProviderAt(
                    new NativeSignatures(Conscrypt.newProvider().getService(TYPE, ALGORITHM)), 1);
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("The native library for signatures cannot be loaded; the JDK's are used ({})", reason(e));
        }
    }

    /** True if the system lets files run that are in this directory. Linux denies it where the mount does. */
    private static boolean runsFrom(String directory) {
        try {
            File probe = File.createTempFile("probe", "", new File(directory));
            try {
                return probe.setExecutable(true) && probe.canExecute();
            } finally {
                probe.delete();
            }
        } catch (IOException _) {
            return false;
        }
    }

    private static String reason(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
