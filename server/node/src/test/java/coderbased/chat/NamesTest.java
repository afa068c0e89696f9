package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.TestKey;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage.ChangeGroup;
import coderbased.protocol.ChatClientMessage.CreateGroup;
import coderbased.protocol.ChatClientMessage.Send;
import coderbased.protocol.ChatServerMessage.Opened;
import coderbased.protocol.ChatServerMessage.RequestFailed;
import coderbased.protocol.ChatServerMessage.SendRefused;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.GroupChange;
import coderbased.protocol.LinkChoices;
import coderbased.protocol.Problem;
import coderbased.protocol.Secret;
import coderbased.protocol.Wire;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * At every door, a name that looks like nothing is refused in words, and a name that only is unusual is kept as it is.
 */
final class NamesTest extends TwoPeople {

    private static final List<String> LIKE_NOTHING = List.of(
            "\u3164",
            "\uFFA0",
            "\u2800",
            "\u00A0",
            "\u034F",
            "\uFE0F",
            "\u115F",
            "\u200B",
            "\u200D\u200D",
            "\uDB40\uDC20");
    private static final List<String> UNUSUAL = List.of(
            "👨\u200D👩\u200D👧",
            "می\u200Cخواهم",
            "क्\u200Dष",
            "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC73\uDB40\uDC63\uDB40\uDC74\uDB40\uDC7F",
            "🇩🇪",
            "1\uFE0F\u20E3");

    @Test
    void aBlankLookingNameIsRefusedEverywhere() throws Exception {
        adas.say(new CreateGroup("group", "Tea", List.of(bob.id())));
        String group = adas.next(Opened.class).conversation().id();
        TestPerson desktop = ada.linked(node.port(), LinkChoices.FULL);
        for (String name : LIKE_NOTHING) {
            refused(signUp(name, "refused" + LIKE_NOTHING.indexOf(name)));
            refused(rename(desktop, name));
            adas.say(new CreateGroup("nothing", name, List.of(bob.id())));
            assertEquals(
                    ErrorCode.BAD_REQUEST,
                    adas.next(RequestFailed.class).problem().code());
            adas.say(new ChangeGroup("nothing", group, new GroupChange.Rename("Tea" + name + "\u202E")));
            assertTrue(adas.next(RequestFailed.class).problem().message().contains("name"));
            Body file = new Body.File("ab".repeat(32), name, "text/plain", 1, null, "");
            adas.say(new Send("file", conversation, file, null, false));
            assertTrue(adas.next(SendRefused.class).problem().message().contains("can be seen"));
        }
    }

    @Test
    void anUnusualNameStaysUnchanged() throws Exception {
        TestPerson desktop = ada.linked(node.port(), LinkChoices.FULL);
        desktop.connect(node.port()).close();
        for (String name : UNUSUAL) {
            HttpResponse<String> signedUp = signUp(name, "unusual" + UNUSUAL.indexOf(name));
            assertEquals(
                    name,
                    Wire.read(signedUp.body(), AuthHttp.SignedIn.class)
                            .profile()
                            .name());
            HttpResponse<String> renamed = rename(desktop, name);
            assertTrue(renamed.statusCode() < 300, renamed.statusCode() + renamed.body());
            String devices = ada.call(node.port(), "GET", AuthHttp.DEVICES, "").body();
            assertTrue(devices.contains(name), devices);
            adas.say(new CreateGroup(name, name, List.of(bob.id())));
            assertEquals(name, adas.next(Opened.class).conversation().group().name());
        }
    }

    private static HttpResponse<String> signUp(String name, String handle) throws Exception {
        var said = new AuthHttp.SignUp(
                handle,
                name,
                new Secret("correct horse battery staple"),
                TestPerson.DEVICE,
                new TestKey().publicHalf());
        return TestPerson.tryToSignUp(node.port(), said);
    }

    private HttpResponse<String> rename(TestPerson device, String name) throws Exception {
        String path = AuthHttp.DEVICE.replace("{id}", device.sessionId());
        return ada.call(node.port(), "PATCH", path, new AuthHttp.Rename(name));
    }

    private static void refused(HttpResponse<String> answer) throws Exception {
        assertEquals(400, answer.statusCode(), answer.body());
        Problem problem = Wire.read(answer.body(), Problem.class);
        assertTrue(problem.message().contains("name"), problem.message());
    }
}
