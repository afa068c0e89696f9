package coderbased.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two spellings of one place are one place, and two places are two (RFC 9449 section 4.3, RFC 3986 section 6.2). */
class CallPlaceTest {

    private static final RequestTarget ASKED = new RequestTarget("GET", "Chat.Example.org", "/auth/links/a-b");

    @Test
    void onePlaceHasManySpellings() {
        for (String same : List.of(
                "https://chat.example.org/auth/links/a-b",
                "HTTPS://CHAT.EXAMPLE.ORG/auth/links/a-b",
                "https://chat.example.org:443/auth/links/a-b",
                "http://chat.example.org:80/auth/links/a-b",
                "https://chat.example.org/auth/links/a-b?x=1&y=2",
                "https://chat.example.org/auth/links/a-b#part",
                "https://chat.example.org/auth/links/a-b?#",
                "https://chat.example.org/auth/%6cinks/a%2Db",
                "https://chat.example.org/auth/x/../links/./a-b")) {
            assertEquals(CallPlace.of(ASKED), CallPlace.named(same), same);
        }
        assertEquals(
                CallPlace.of(new RequestTarget("GET", "[::1]:7070", "/%c3%a4/")),
                CallPlace.named("http://[::1]:7070/%C3%A4/"));
        assertEquals(CallPlace.of(new RequestTarget("GET", "localhost", "/")), CallPlace.named("http://localhost"));
    }

    @Test
    void usualPortOfTheOtherSchemeIsTheSamePlaceToo() {
        for (String port : List.of("", ":80", ":443")) {
            RequestTarget asked = new RequestTarget("GET", "localhost" + port, "/");
            assertEquals(CallPlace.of(asked), CallPlace.named("http://localhost:443/"), port);
            assertEquals(CallPlace.of(asked), CallPlace.named("https://localhost:80/"), port);
        }
    }

    @Test
    void anotherPlaceIsAnother() {
        for (String other : List.of(
                "https://chat.example.org/auth/links/a-B",
                "https://chat.example.org/auth/links/a-b/",
                "https://chat.example.org/auth%2Flinks/a-b",
                "https://chat.example.org//auth/links/a-b",
                "https://chat.example.org:8443/auth/links/a-b",
                "https://chat.example.org.evil.net/auth/links/a-b",
                "https://evil.net/chat.example.org/auth/links/a-b",
                "https://chat.example.org./auth/links/a-b")) {
            assertNotEquals(CallPlace.of(ASKED), CallPlace.named(other), other);
        }
    }

    @Test
    void whatIsNoPlaceOfACallIsNone() {
        for (String none : List.of(
                "",
                "/auth/links/a-b",
                "chat.example.org/auth/links/a-b",
                "ftp://chat.example.org/auth/links/a-b",
                "https:chat.example.org/auth/links/a-b",
                "https://ada@chat.example.org/auth/links/a-b",
                "https://evil.net\\@chat.example.org/auth/links/a-b",
                "https://chat.example.org:/auth/links/a-b",
                "https://chat.example.org:443443443/auth/links/a-b",
                "https://chat.example.org/auth/links/a b",
                " https://chat.example.org/auth/links/a-b",
                "https://chat.example.org/auth/links/a-b\n",
                "https://chat.example.org/auth/links/%zz",
                "https://chat.example.org/auth/links/%")) {
            assertEquals(Optional.empty(), CallPlace.named(none), none);
        }
    }

    @Test
    void dotsAreRemovedAsTheStandardSays() {
        Map.of("/a/b/c/./../../g", "/a/g", "/..", "/", "/a/.", "/a/", "/a/..", "/", "/a/b/../", "/a/", "/a//b", "/a//b")
                .forEach((raw, plain) -> assertEquals(
                        plain, CallPlace.named("http://h" + raw).orElseThrow().path(), raw));
    }
}
