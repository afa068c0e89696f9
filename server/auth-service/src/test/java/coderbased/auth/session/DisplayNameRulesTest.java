package coderbased.auth.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.protocol.DeviceFacts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DisplayNameRulesTest {

    @Test
    void handlesAreShortPlainAndInLowerCase() {
        assertEquals(Optional.of("ada.l-1_x"), DisplayNameRules.handle("  Ada.L-1_X "));
        for (String bad : List.of("", "ab", "a".repeat(31), "a da", "ädä", "ada!", "ada\u0000", "\u0130da")) {
            assertEquals(Optional.empty(), DisplayNameRules.handle(bad), bad);
        }
    }

    @Test
    void namesAreComposedAndWithoutTricks() {
        assertEquals("Åda", DisplayNameRules.name("A\u030ada"));
        assertEquals("one line", DisplayNameRules.name(" one   line "));
        assertEquals("Ада 愛 🦊", DisplayNameRules.name(" Ада  愛 🦊 "));
        assertEquals("👩🏽\u200d🔬 می\u200cخواهم", DisplayNameRules.name("👩🏽\u200d🔬 می\u200cخواهم"));
    }

    @Test
    void namesThatPlayTricksAreRefusedAndNotChanged() {
        assertEquals("🦊".repeat(64), DisplayNameRules.name("🦊".repeat(64)));
        for (String bad : List.of(
                "",
                "   ",
                "\u200b\u202e",
                "x".repeat(65),
                "\u3164",
                "\u2800",
                "\ufe0f",
                "\u202eAda",
                "A\u200bda",
                "A\nda")) {
            AuthRefused refused = assertThrows(AuthRefused.class, () -> DisplayNameRules.name(bad), bad);
            assertTrue(
                    refused.problem().message().contains("name"),
                    refused.problem().message());
        }
    }

    @Test
    void whatADeviceSaysOfItselfIsCutAndNeverEmpty() {
        DeviceFacts facts = DisplayNameRules.facts(new DeviceFacts("\u202e", "x".repeat(100), "Linux\n"));
        assertEquals(new DeviceFacts("Unnamed device", "x".repeat(64), "Linux"), facts);
        String families = "👨\u200d👩\u200d👧".repeat(20);
        for (String bad : List.of("\u3164", "\u2800", "Of\u202efice", "Off\u200bice")) {
            assertEquals(
                    "Unnamed device",
                    DisplayNameRules.facts(new DeviceFacts(bad, "a", "o")).name());
        }
        assertEquals(
                "👨\u200d👩\u200d👧".repeat(12),
                DisplayNameRules.facts(new DeviceFacts(families, "a", "o")).name(),
                "no picture is cut in two");
    }
}
