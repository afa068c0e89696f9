package coderbased.files;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A download that does not begin holds none of the account's turns, whatever kept it from beginning. */
final class TurnsAreGivenBackTest {

    private static final int MORE_THAN_AT_ONCE = 300;

    @Test
    void aVirtualMachineErrorReleasesTheTransfer() {
        FileStore overflowing = as(FileStore.class, _ -> {
            throw new StackOverflowError();
        });
        KeptFile kept = new KeptFile(new FileCopy("ab".repeat(32), "upload"), 1, "file");
        FileRecords records = as(FileRecords.class, _ -> Optional.of(kept));
        FileService files =
                new FileService(overflowing, records, FileLimits.standard(), Clock.systemUTC(), new SecureRandom());
        for (int i = 0; i < MORE_THAN_AT_ONCE; i++) {
            assertThrows(StackOverflowError.class, () -> files.ofGroup("ada", "conversation"));
        }
    }

    private interface Answer {
        Object of(String method);
    }

    private static <T> T as(Class<T> port, Answer answer) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (_, method, _) -> answer.of(method.getName())));
    }
}
