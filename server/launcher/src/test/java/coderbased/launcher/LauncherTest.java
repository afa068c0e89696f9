package coderbased.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class LauncherTest {

    @Test
    void anOldJavaIsToldWhichOneIsNeeded() {
        String complaint = Launcher.complaint("17", 25).get();
        assertTrue(complaint.contains("needs Java 25") && complaint.contains("started with Java 17"), complaint);
    }

    @Test
    void theOldNumberingIsUnderstood() {
        assertTrue(Launcher.complaint("1.8", 25).get().contains("Java 8"));
    }

    @Test
    void theRightJavaAndNewerOnesPass() {
        assertEquals(Optional.empty(), Launcher.complaint("25", 25));
        assertEquals(Optional.empty(), Launcher.complaint("26", 25));
    }
}
