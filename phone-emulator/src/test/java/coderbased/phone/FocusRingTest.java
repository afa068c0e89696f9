package coderbased.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.fx.FocusRings;
import coderbased.fx.ThemeChoice;
import coderbased.phone.parts.PhoneIds;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The keyboard focus is visible on everything that the Tab key reaches, in both themes. */
class FocusRingTest {

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void focusIsVisibleOnEveryTab(ThemeChoice theme) throws Exception {
        try (Screen<PlayedPhone> screen = Screen.of(PlayedPhone.signedIn(), theme)) {
            for (String tab :
                    new String[] {PhoneIds.TAB_CHATS, PhoneIds.TAB_DEVICES, PhoneIds.TAB_SETTINGS, PhoneIds.TAB_SCAN}) {
                screen.click("#" + tab);
                look(screen, tab);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void focusIsVisibleBeforeTheSignIn(ThemeChoice theme) throws Exception {
        try (Screen<PlayedPhone> screen = Screen.of(PlayedPhone.signedOut(), theme)) {
            look(screen, "sign-in");
        }
    }

    private static void look(Screen<PlayedPhone> screen, String where) {
        assertEquals(Set.of(), FocusRings.missing(screen.focused().getScene()), where);
    }
}
