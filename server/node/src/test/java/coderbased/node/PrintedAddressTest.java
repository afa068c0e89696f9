package coderbased.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.client.net.ServerAddress;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The address that a server prints at its start can be typed into the apps, whatever {@code --host} says. */
final class PrintedAddressTest {

    private static final int PORT = 7070;

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1:7070",
        "127.1, 127.0.0.1:7070",
        "0.0.0.0, 127.0.0.1:7070",
        "::, 127.0.0.1:7070",
        "0:0:0:0:0:0:0:0, 127.0.0.1:7070",
        "[::], 127.0.0.1:7070",
        "::1, [::1]:7070",
        "[::1], [::1]:7070",
        "::1%lo, [::1]:7070",
        "::ffff:127.0.0.1, 127.0.0.1:7070",
        "2001:db8::7, [2001:db8::7]:7070",
        "localhost, localhost:7070",
        "chat.example.org, chat.example.org:7070",
    })
    void appsTakeThePrintedAddress(String host, String printed) {
        Settings.Address address = new Settings.Address(host, PORT, 0);
        assertEquals("https://" + printed, address.url(true, PORT));
        assertEquals("https://" + printed, new ServerAddress(URI.create(address.url(true, PORT))).toString());
        if (printed.startsWith("127.") || printed.startsWith("localhost") || printed.startsWith("[::1]")) {
            assertEquals(
                    "http://" + printed,
                    ServerAddress.parse(address.url(false, PORT)).toString());
        }
    }
}
