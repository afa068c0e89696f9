package coderbased.client.net;

import static coderbased.client.messages.ClientMessages.MESSAGES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerAddressTest {

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:7070, http://127.0.0.1:7070, ws://127.0.0.1:7070/ws/chat",
        "' localhost:7070 ', http://localhost:7070, ws://localhost:7070/ws/chat",
        "[::1]:7070, http://[::1]:7070, ws://[::1]:7070/ws/chat",
        "chat.example.org, https://chat.example.org, wss://chat.example.org/ws/chat",
        "HTTPS://Chat.Example.org:443/, https://chat.example.org, wss://chat.example.org/ws/chat",
        "http://LOCALHOST:80, http://localhost, ws://localhost/ws/chat",
        "https:/chat.example.org, https://chat.example.org, wss://chat.example.org/ws/chat",
        "https:chat.example.org:7070, https://chat.example.org:7070, wss://chat.example.org:7070/ws/chat",
        "'https:\\\\chat.example.org\\', https://chat.example.org, wss://chat.example.org/ws/chat",
        "https://chat.example.org.:7070, https://chat.example.org:7070, wss://chat.example.org:7070/ws/chat",
        "localhost., http://localhost, ws://localhost/ws/chat",
        "chat.example.org:0000007070, https://chat.example.org:7070, wss://chat.example.org:7070/ws/chat",
        "https://127.0.0.1:443, https://127.0.0.1, wss://127.0.0.1/ws/chat",
        "https://localhost:80, https://localhost:80, wss://localhost:80/ws/chat",
        "[2001:DB8::1], https://[2001:db8::1], wss://[2001:db8::1]/ws/chat",
        "[0:0:0:0:0:0:0:1]:7070, http://[0:0:0:0:0:0:0:1]:7070, ws://[0:0:0:0:0:0:0:1]:7070/ws/chat",
        "[::ffff:127.0.0.1]:7070, http://127.0.0.1:7070, ws://127.0.0.1:7070/ws/chat",
        "127.0.0.2, http://127.0.0.2, ws://127.0.0.2/ws/chat",
        "https:///chat.example.org, https://chat.example.org, wss://chat.example.org/ws/chat",
        "intranet:7070, https://intranet:7070, wss://intranet:7070/ws/chat",
    })
    void typedAddressIsReadInItsOneSpelling(String typed, String http, String socket) {
        ServerAddress address = ServerAddress.parse(typed);
        assertEquals(http, address.toString());
        assertEquals(socket, address.socket("/ws/chat").toString());
        assertEquals(http + "/auth/links", address.http("/auth/links").toString());
        assertEquals(address, new ServerAddress(address.uri()));
    }

    @ParameterizedTest
    @CsvSource({
        "１２７．０．０．１：７０７０, http://127.0.0.1:7070",
        "ｈｔｔｐｓ：／／ｃｈａｔ．ｅｘａｍｐｌｅ．ｏｒｇ, https://chat.example.org",
        "chat。example。org, https://chat.example.org",
        "'\u00a0https://chat.example.org\u00a0', https://chat.example.org",
        "'\ufeffhttps://chat\u200b.example.org\u200e', https://chat.example.org",
        "https://chat.example.org:７０７０, https://chat.example.org:7070",
    })
    void fullWidthAndInvisibleCharactersDoNotMatter(String typed, String http) {
        assertEquals(http, ServerAddress.parse(typed).uri().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "Chät.Example.org:7070, https://xn--cht-rla.example.org:7070, https://chät.example.org:7070",
        "https://straße.example, https://xn--strae-oqa.example, https://straße.example",
        "https://xn--cht-rla.example.org, https://xn--cht-rla.example.org, https://chät.example.org",
        "例え.テスト, https://xn--r8jz45g.xn--zckzah, https://例え.テスト",
        "чат.рф, https://xn--80a0bn.xn--p1ai, https://чат.рф",
        "https://exаmple.org, https://xn--exmple-4nf.org, https://xn--exmple-4nf.org",
    })
    void internationalNameIsShownInItsLettersAndReachedInAscii(String typed, String reached, String shown) {
        ServerAddress address = ServerAddress.parse(typed);
        assertEquals(reached, address.uri().toString());
        assertEquals(shown, address.toString());
        assertEquals(address, ServerAddress.parse(address.toString()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | wrong",
                "'   ' | wrong",
                "https:// | wrong",
                "https:///// | wrong",
                "ftp://chat.example.org | scheme",
                "ws://127.0.0.1:7070 | scheme",
                "wss://chat.example.org | scheme",
                "file:/etc/passwd | scheme",
                "//chat.example.org | scheme",
                "://chat.example.org | scheme",
                "https://ada:secret@chat.example.org | user",
                "ada@chat.example.org | user",
                "https://chat.example.org@evil.example | user",
                "http://chat.example.org | insecure",
                "http://192.168.1.7:7070 | insecure",
                "http://127.0.0.1.example.org | insecure",
                "http://[2001:db8::1]:7070 | insecure",
                "http://0.0.0.0:7070 | insecure",
                "http://x.localhost | insecure",
                "a b | wrong",
                "https://exa mple.org | wrong",
                "https://chat.example.org/app | path",
                "https://chat.example.org/app?x=1 | path",
                "https://chat.example.org/ws/chat | path",
                "https://chat.example.org?x=1 | path",
                "https://chat.example.org#top | path",
                "https://chat.example.org/#top | path",
                "https://chat.example.org// | path",
                "evil.c℀.example.org | path",
                "https://chat.example.org:99999 | port",
                "https://chat.example.org:65536 | port",
                "https://chat.example.org:0 | port",
                "https://chat.example.org: | port",
                "https://chat.example.org:/ | port",
                "chat.example.org:/ | port",
                "https://chat.example.org:-1 | port",
                "https://chat.example.org:http | port",
                "https://chat.example.org:+80 | port",
                "https://chat.example.org:7070:7070 | port",
                "localhost: | port",
                "[::1]: | port",
                "[::1]7070 | port",
                "[::1]:0 | port",
                "http://::1:7070 | brackets",
                "::1 | brackets",
                "https://2001:db8::1 | brackets",
                "fe80::1%eth0 | brackets",
                "[fe80::1%eth0]:7070 | zone",
                "https://[fe80::1%25eth0]:7070 | zone",
                "[::1 | wrong",
                "[] | wrong",
                "[127.0.0.1] | wrong",
                "[::g] | wrong",
                "[v1.a] | wrong",
                "https://my_server:7070 | name",
                "https://-chat.example.org | name",
                "https://chat..example.org | name",
                "https://chat.example.org.. | name",
                "https://. | name",
                "https://256.1.1.1 | name",
                "https://127.0.0.010 | name",
                "https://127.1 | name",
                "2130706433 | name",
                "0x7f000001 | name",
                "https:7070 | name",
                "https://chat!.example.org | character",
                "https://%31%32%37.0.0.1 | character",
                "127.0.0.1;17070 | character",
                "http//127.0.0.1:17070 | scheme",
                "https;//chat.example.org | scheme",
            })
    void unusableAddressIsRefusedWithItsOwnSentence(String typed, String sentence) {
        String given = assertThrows(IllegalArgumentException.class, () -> ServerAddress.parse(typed))
                .getMessage();
        assertEquals(MESSAGES.text("address." + sentence), given);
    }

    @Test
    void tooLongAddressIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> ServerAddress.parse("a.".repeat(5_000) + "org"));
        assertThrows(IllegalArgumentException.class, () -> ServerAddress.parse("a".repeat(64) + ".org"));
    }

    @Test
    void programsAreHeldToTheSameRules() {
        for (String wrong : new String[] {"http://chat.example.org", "https://u:p@h", "https://h/app", "h:7070"}) {
            String sentence = assertThrows(
                            IllegalArgumentException.class, () -> new ServerAddress(URI.create(wrong + "/x")))
                    .getMessage();
            assertTrue(sentence.length() > 10, sentence);
        }
    }
}
