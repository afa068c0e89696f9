package coderbased.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Signatures that broke other programs, with the verdict on each, from Project Wycheproof. */
final class WycheproofTest {

    private static final HexFormat HEX = HexFormat.of();

    private record Vector(String name, DeviceKey key, byte[] signed, String signature, boolean isValid) {

        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource({"ecdsa", "webSignatures"})
    void verdictIsRight(Vector vector) {
        assertEquals(vector.isValid(), vector.key().verifies(vector.signed(), vector.signature()));
    }

    @ParameterizedTest
    @MethodSource("ecdsa")
    void keyOfEachVectorIsUnderstood(Vector vector) throws Exception {
        assertEquals("EC", vector.key().publicKey().getAlgorithm());
    }

    static Stream<Vector> ecdsa() throws IOException {
        return tests("ecdsa_secp256r1_sha256_p1363_test.json").map(test -> {
            String point = test.group().path("publicKey").path("uncompressed").asText();
            return new Vector(
                    test.name(),
                    new DeviceKey("EC", "P-256", coordinate(point, 2), coordinate(point, 66)),
                    HEX.parseHex(test.test().path("msg").asText()),
                    Base64Url.encode(HEX.parseHex(test.test().path("sig").asText())),
                    test.isValid());
        });
    }

    static Stream<Vector> webSignatures() throws IOException {
        return tests("json_web_signature_test.json")
                .filter(test -> test.group().path("public").path("alg").asText().equals(Dpop.ALGORITHM))
                .map(test -> {
                    String text = test.test().path("jws").asText();
                    int end = text.lastIndexOf('.');
                    assertTrue(end >= 0 || !test.isValid());
                    return new Vector(
                            test.name(),
                            key(test.group().path("public")),
                            text.substring(0, Math.max(end, 0)).getBytes(StandardCharsets.US_ASCII),
                            text.substring(end + 1),
                            test.isValid());
                });
    }

    private record Test(JsonNode group, JsonNode test) {

        String name() {
            return test.path("tcId").asText() + " " + test.path("comment").asText();
        }

        boolean isValid() {
            return test.path("result").asText().equals("valid");
        }
    }

    private static Stream<Test> tests(String file) throws IOException {
        try (InputStream vectors = WycheproofTest.class.getResourceAsStream("/wycheproof/" + file)) {
            return nodes(new ObjectMapper().readTree(vectors).path("testGroups"))
                    .flatMap(group -> nodes(group.path("tests")).map(test -> new Test(group, test)));
        }
    }

    private static Stream<JsonNode> nodes(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** Returns the 32 bytes that begin at that digit. */
    private static String coordinate(String hex, int from) {
        return Base64Url.encode(HEX.parseHex(hex.substring(from, from + 64)));
    }

    private static DeviceKey key(JsonNode jwk) {
        return new DeviceKey(
                jwk.path("kty").asText(),
                jwk.path("crv").asText(),
                jwk.path("x").asText(),
                jwk.path("y").asText());
    }
}
