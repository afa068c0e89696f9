package coderbased.auth;

import org.junit.jupiter.api.BeforeEach;

/** Tests that begin with Ada's phone and a desktop that is linked to it. */
abstract class LinkedDesktopTests extends SignedInPhoneTests {

    TestDesktop desktop;

    @BeforeEach
    void linkADesktop() {
        desktop = world.linked(ada);
    }
}
