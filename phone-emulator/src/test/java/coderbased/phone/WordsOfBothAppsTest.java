package coderbased.phone;

import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.desktop.DesktopWindow;
import coderbased.i18n.Messages;
import coderbased.phone.messages.PhoneMessages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences in which one app names a screen of the other one: the screen exists there. */
class WordsOfBothAppsTest {

    private static final Messages PHONE = PhoneMessages.MESSAGES;
    private static final Messages DESKTOP = Messages.of(DesktopWindow.class);

    @ParameterizedTest
    @ValueSource(strings = {"typedCode.text", "typedCode.unknown"})
    void phoneNamesTheDesktopsLink(String hint) {
        assertTrue(PHONE.text(hint).contains("“" + DESKTOP.text("guest.typed.show") + "”"), PHONE.text(hint));
    }

    @Test
    void desktopNamesThePhonesButtons() {
        assertTrue(DESKTOP.text("guest.typed.hint").contains("“" + PHONE.text("scan.tool.type") + "”"));
        assertTrue(DESKTOP.text("guest.steps.scan").contains(PHONE.text("tabs.scan")));
    }
}
