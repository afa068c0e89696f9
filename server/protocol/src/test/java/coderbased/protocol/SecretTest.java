package coderbased.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {

    private record Holder(Secret token, @Nullable Secret other) {}

    @ParameterizedTest
    @ValueSource(strings = {"t", "", "\u00e4\"\\ \n", "null"})
    void secretIsAPlainStringOnTheWire(String text) throws Wire.Malformed {
        Holder holder = new Holder(new Secret(text), null);
        assertEquals(Wire.write(new PlainHolder(text)), Wire.write(holder));
        Holder read = Wire.read(Wire.write(holder), Holder.class);
        assertEquals(holder, read);
        assertEquals(text, read.token().value());
        assertNull(read.other());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"token\":null}",
                "{\"token\":1}",
                "{\"token\":1.5}",
                "{\"token\":true}",
                "{\"token\":[]}",
                "{\"token\":[\"t\"]}",
                "{\"token\":{}}",
                "{\"token\":{\"value\":\"t\"}}",
                "{\"token\":\"t\",\"other\":1}",
                "{\"token\":\"t\",\"other\":{\"value\":\"t\"}}"
            })
    void onlyAStringIsASecret(String json) {
        assertThrows(Wire.Malformed.class, () -> Wire.read(json, Holder.class), json);
    }

    @Test
    void secretIsNeverShown() {
        Secret secret = new Secret("t0ken");
        assertEquals("***", secret.toString());
        assertEquals("Holder[token=***, other=***]", new Holder(secret, secret).toString());
    }

    @Test
    void secretsAreEqualIfTheirTextsAre() {
        assertEquals(new Secret("t"), new Secret("t"));
        assertEquals(new Secret("t").hashCode(), new Secret("t").hashCode());
        assertNotEquals(new Secret("t"), new Secret("u"));
        assertNotEquals(new Secret("t"), new Secret("tt"));
        assertNotEquals(new Secret("t"), (Object) "t");
    }

    private record PlainHolder(String token) {}
}
