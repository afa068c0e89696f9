package coderbased.signatures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.protocol.Base64Url;
import coderbased.protocol.DeviceKey;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Security;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The native library signs and checks as the JDK does, and the JDK takes over where there is none. */
final class NativeSignaturesTest {

    private static final String ALGORITHM = "SHA256withECDSA";
    private static final String NATIVE = "NativeSignatures";
    private static final byte[] TEXT = "text".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void theNativeLibraryAndTheJdkAcceptTheSignaturesOfEachOther() throws Exception {
        NativeSignatures.install(folder);
        KeyPair pair = pair();
        for (String signer : List.of(NATIVE, "SunEC")) {
            Signature signing = Signature.getInstance(ALGORITHM, signer);
            signing.initSign(pair.getPrivate());
            signing.update(TEXT);
            byte[] signature = signing.sign();
            for (String checker : List.of(NATIVE, "SunEC")) {
                Signature checking = Signature.getInstance(ALGORITHM, checker);
                checking.initVerify(pair.getPublic());
                checking.update(TEXT);
                assertTrue(checking.verify(signature), signer + " " + checker);
            }
        }
    }

    @Test
    void onlySignaturesAreTakenFromTheNativeLibrary() throws Exception {
        NativeSignatures.install(folder);
        NativeSignatures.install(folder);
        assertEquals(NATIVE, usedFor(pair()));
        assertEquals(1, Security.getProvider(NATIVE).getServices().size());
        assertEquals("SunEC", KeyPairGenerator.getInstance("EC").getProvider().getName());
    }

    @Test
    void knownBadSignaturesAreRefused() throws Exception {
        NativeSignatures.install(folder);
        Path vectors = Path.of("../protocol/src/test/resources/wycheproof/ecdsa_secp256r1_sha256_p1363_test.json");
        int checked = 0;
        for (JsonNode group :
                new ObjectMapper().readTree(Files.readString(vectors)).path("testGroups")) {
            String point = group.path("publicKey").path("uncompressed").asText();
            DeviceKey key = new DeviceKey("EC", "P-256", coordinate(point, 2), coordinate(point, 66));
            for (JsonNode test : group.path("tests")) {
                String signature = Base64Url.encode(bytes(test.path("sig").asText()));
                assertEquals(
                        test.path("result").asText().equals("valid"),
                        key.verifies(bytes(test.path("msg").asText()), signature),
                        () -> test.path("tcId") + " " + test.path("comment"));
                checked++;
            }
        }
        assertTrue(checked > 200, "vectors: " + checked);
    }

    @Test
    void theJdkTakesOverWhereTheLibraryCannotBeLoaded() throws Exception {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dos.arch=unknown",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(program.waitFor(1, TimeUnit.MINUTES));
        assertEquals(
                1,
                printed.lines()
                        .filter(line -> line.contains("The native library for signatures cannot be loaded"))
                        .count(),
                printed);
        assertTrue(printed.contains("signed by SunEC"), printed);
    }

    /** A program of its own: a library that was loaded once stays. */
    static final class Program {

        public static void main(String[] args) throws Exception {
            NativeSignatures.install(Path.of(args[0]));
            System.out.println("signed by " + usedFor(pair()));
        }
    }

    private static String usedFor(KeyPair pair) throws Exception {
        Signature signature = Signature.getInstance(ALGORITHM);
        signature.initSign(pair.getPrivate());
        signature.update(TEXT);
        String proof = DeviceKey.sign(pair.getPrivate(), TEXT);
        assertTrue(DeviceKey.of((ECPublicKey) pair.getPublic()).verifies(TEXT, proof));
        return signature.getProvider().getName();
    }

    private static KeyPair pair() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static String coordinate(String hex, int from) {
        return Base64Url.encode(bytes(hex.substring(from, from + 64)));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
