package coderbased.client.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:7070, http://127.0.0.1:7070, ws://127.0.0.1:7070/ws/chat",
        "' localhost:7070 ', http://localhost:7070, ws://localhost:7070/ws/chat",
        "[::1]:7070, http://[::1]:7070, ws://[::1]:7070/ws/chat",
        "chat.example.org, https://chat.example.org, wss://chat.example.org/ws/chat",
        "HTTPS://Chat.Example.org:443/, https://Chat.Example.org:443, wss://Chat.Example.org:443/ws/chat",
        "https://chat.example.org/app?x=1, https://chat.example.org, wss://chat.example.org/ws/chat",
    })
    void whatAPersonTypesIsUnderstood(String typed, String http, String socket) {
        ServerAddress address = ServerAddress.parse(typed);
        assertEquals(http, address.toString());
        assertEquals(socket, address.socket("/ws/chat").toString());
        assertEquals(http + "/auth/links", address.http("/auth/links").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "ftp://chat.example.org",
                "https://",
                "https://ada:secret@chat.example.org",
                "http://chat.example.org",
                "http://192.168.1.7:7070",
                "http://127.0.0.1.example.org",
                "a b",
                "https://exa mple.org",
            })
    void whatWouldNotDoIsSaidInWords(String typed) {
        String sentence = assertThrows(IllegalArgumentException.class, () -> ServerAddress.parse(typed))
                .getMessage();
        assertTrue(sentence.endsWith(".") || sentence.endsWith(":7070"), sentence);
    }
}
