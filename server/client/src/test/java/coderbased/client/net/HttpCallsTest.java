package coderbased.client.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.protocol.ErrorCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An answer of something between app and server says if the request may be repeated. */
final class HttpCallsTest {

    @ParameterizedTest
    @CsvSource({
        "413, BAD_REQUEST",
        "431, BAD_REQUEST",
        "501, BAD_REQUEST",
        "403, INTERNAL",
        "404, INTERNAL",
        "500, INTERNAL",
        "302, TRY_LATER",
        "408, TRY_LATER",
        "429, TRY_LATER",
        "502, TRY_LATER",
        "503, TRY_LATER",
        "521, TRY_LATER"
    })
    void onlyTroubleThatPassesIsWaitedFor(int status, ErrorCode code) {
        assertEquals(code, HttpCalls.notOurs(status));
    }
}
