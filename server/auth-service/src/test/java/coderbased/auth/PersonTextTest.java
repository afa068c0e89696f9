package coderbased.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import coderbased.protocol.DeviceFacts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PersonTextTest {

    @Test
    void handlesAreShortPlainAndInLowerCase() {
        assertEquals(Optional.of("ada.l-1_x"), PersonText.handle("  Ada.L-1_X "));
        for (String bad : List.of("", "ab", "a".repeat(31), "a da", "ädä", "ada!", "ada\u0000", "\u0130da")) {
            assertEquals(Optional.empty(), PersonText.handle(bad), bad);
        }
    }

    @Test
    void namesAreComposedAndWithoutTricks() {
        assertEquals("Åda", PersonText.name("A\u030ada"));
        assertEquals("Ada evil", PersonText.name("\u202eAda\u2066 \u0007evil\u200b\ufeff"));
        assertEquals("one line", PersonText.name(" one   line "));
        assertEquals("Ада 愛 🦊", PersonText.name(" Ада  愛 🦊 "));
    }

    @Test
    void namesHaveALengthInCharactersThatCanBeSeen() {
        assertEquals("🦊".repeat(64), PersonText.name("🦊".repeat(64)));
        for (String bad : List.of("", "   ", "\u200b\u202e", "x".repeat(65))) {
            assertThrows(AuthRefused.class, () -> PersonText.name(bad));
        }
    }

    @Test
    void whatADeviceSaysOfItselfIsCutAndNeverEmpty() {
        DeviceFacts facts = PersonText.facts(new DeviceFacts("\u202e", "x".repeat(100), "Linux\n"));
        assertEquals(new DeviceFacts("Unnamed device", "x".repeat(64), "Linux"), facts);
    }
}
