package coderbased.auth;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests that begin with Ada's phone and a desktop that is linked to it. */
abstract class LinkedDesktopTests {

    @TempDir
    Path folder;

    AuthWorld world;
    TestPhone ada;
    TestDesktop desktop;

    @BeforeEach
    void linkADesktop() {
        world = new AuthWorld(folder);
        ada = world.signUp("ada");
        desktop = world.linked(ada);
    }

    @AfterEach
    void stop() {
        world.close();
    }
}
