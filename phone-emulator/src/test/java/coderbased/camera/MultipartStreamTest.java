package coderbased.camera;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parts of RFC 2046, as cameras write them and as they should. */
class MultipartStreamTest {

    private static final String MIXED = "multipart/x-mixed-replace; boundary=";

    @ParameterizedTest
    @ValueSource(strings = {"cut", "\"cut\"", "--cut", "cut; charset=utf-8"})
    void partsWithoutLengthsEndAtTheDelimiter(String boundary) throws IOException {
        MultipartStream parts = stream(
                boundary, "--cut\r\nContent-Type: image/jpeg\r\n\r\none\r\n--cut\r\n\r\ntwo\r\n--two\r\n--cut--\r\n");
        assertPart("one", parts);
        assertPart("two\r\n--two", parts);
        assertThrows(EOFException.class, parts::next);
    }

    @Test
    void lengthWinsOverContentThatLooksLikeADelimiter() throws IOException {
        MultipartStream parts =
                stream("cut", "--cut\r\nContent-length: 12\r\n\r\nab\r\n--cut\r\nc\r\n--cut\nCONTENT-LENGTH:1\n\nx\n");
        assertPart("ab\r\n--cut\r\nc", parts);
        assertPart("x", parts);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no delimiter at all",
                "--cut\r\nContent-Length: 5\r\n\r\nabc",
                "--cut\r\nContent-Length: much\r\n\r\nabc",
                "--cut\r\nContent-Length: 2000000000\r\n\r\nabc",
                "--cut\r\nX: "
            })
    void whatIsNoPartIsAnError(String body) {
        assertThrows(IOException.class, () -> stream("cut", body).next());
    }

    @Test
    void headerWithoutAnEndIsRefused() {
        IOException said = assertThrows(
                IOException.class,
                () -> stream("cut", "--cut\r\n" + "x".repeat(5_000)).next());
        assertEquals("A line in a part's header has no end", said.getMessage());
    }

    @Test
    void firstDelimiterStandsInForAMissingBoundary() throws IOException {
        MultipartStream parts = stream("", "--any\r\n\r\none\r\n--any\r\n\r\ntwo\r\n--any--");
        assertPart("one", parts);
        assertPart("two", parts);
    }

    private static void assertPart(String wanted, MultipartStream parts) throws IOException {
        assertArrayEquals(wanted.getBytes(ISO_8859_1), parts.next(), wanted);
    }

    private static MultipartStream stream(String boundary, String body) throws IOException {
        return new MultipartStream(new ByteArrayInputStream(body.getBytes(ISO_8859_1)), MIXED + boundary);
    }
}
