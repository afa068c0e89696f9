package coderbased.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QrTextTest {

    private static final String HERE = "SERVE0";
    private static final GuestToken TOKEN = new GuestToken("N0DE", "0123456789ABCDEFGHJKMNPQRS");

    @Test
    void ourOwnCodeIsReadBack() {
        assertEquals(new QrText.Ours(TOKEN), QrText.read(QrText.write(HERE, TOKEN), HERE));
    }

    @Test
    void theCodeStaysInAlphanumericModeAndInVersionTwo() {
        String text = QrText.write(HERE, TOKEN);
        assertTrue(text.matches("[0-9A-Z:]+"), text);
        assertTrue(text.length() <= 47, "QR version 2 at level L holds 47 alphanumeric characters");
    }

    @Test
    void anotherServersCodeIsKnownForWhatItIs() {
        assertEquals(new QrText.OtherServer(), QrText.read(QrText.write("0THERS", TOKEN), HERE));
    }

    @Test
    void aLaterVersionIsKnownForWhatItIs() {
        assertEquals(new QrText.OtherVersion("2"), QrText.read("CBC:2:ANYTHING", HERE));
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/a?b=c, WEB_ADDRESS",
        "HTTP://EXAMPLE.ORG, WEB_ADDRESS",
        "WIFI:S:home;T:WPA;P:secret;;, WIFI",
        "BEGIN:VCARD, CONTACT",
        "tg://login?token=abc, OTHER_APP",
        "hello there, TEXT",
        "'', TEXT",
        "CBC:1:, DAMAGED",
        "CBC:1:SERVE0N0DE0123, DAMAGED",
        "CBC:1:serve0n0de0123456789abcdefghjkmnpqrs, DAMAGED",
        "CBC:, DAMAGED",
        "CBC:1:SERVE0N0DE0123456789ABCDEFGHJKMNPQRSX, DAMAGED",
    })
    void foreignCodesAreNamed(String text, QrText.Kind kind) {
        assertEquals(new QrText.Foreign(kind), QrText.read(text, HERE));
    }

    @Test
    void noEditOfAGoodCodeIsTakenForAnotherGoodOne() {
        String good = QrText.write(HERE, TOKEN);
        for (int i = 0; i < good.length(); i++) {
            for (char c = 0; c < 256; c++) {
                if (c != good.charAt(i)) {
                    QrText read = QrText.read(good.substring(0, i) + c + good.substring(i + 1), HERE);
                    if (read instanceof QrText.Ours ours) {
                        assertFalse(ours.token().equals(TOKEN));
                    }
                }
            }
            assertInstanceOf(QrText.Foreign.class, QrText.read(good.substring(0, i), HERE));
        }
    }

    @Test
    void aGuestTokenIsNotShownWhenItIsLogged() {
        assertFalse(TOKEN.toString().contains(TOKEN.id()));
    }
}
