package coderbased.auth;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests that begin with a server and Ada's phone, which is signed in. */
abstract class SignedInPhoneTests {

    @TempDir
    Path folder;

    AuthWorld world;
    TestPhone ada;

    @BeforeEach
    void signAdaUp() {
        world = new AuthWorld(folder);
        ada = world.signUp("ada");
    }

    @AfterEach
    void stop() {
        world.close();
    }
}
