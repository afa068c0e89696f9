package coderbased.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.tokens.TokenSigner;
import coderbased.http.CallContent;
import coderbased.http.CallRefused;
import coderbased.http.RequestTarget;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.GuestClientMessage;
import coderbased.protocol.QrText;
import coderbased.protocol.Wire;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that reads what strangers sent, each with what it promises for any text at all. */
final class Readers {

    private static final List<Class<?>> BODIES = List.of(
            AuthHttp.SignUp.class, AuthHttp.ClaimCode.class, AuthHttp.Approval.class, AuthHttp.LinkAnswer.class);

    private Readers() {}

    /** One code has one spelling. */
    static void qrText(String text, String server) {
        if (QrText.read(text, server) instanceof QrText.Ours ours) {
            assertEquals(text, QrText.write(server, ours.token()));
        }
    }

    /** A message of a guest and of a device is understood, or refused in words of our own. */
    static void frame(String text) {
        for (Class<?> kind : List.of(GuestClientMessage.class, ChatClientMessage.class)) {
            try {
                Wire.read(text, kind);
            } catch (Wire.Malformed e) {
                inOurWords(e);
            }
        }
    }

    /** A body is understood, or refused in words of our own. */
    static void body(@Nullable AuthService auth, byte[] bytes) throws IOException {
        for (Class<?> kind : BODIES) {
            HttpCall call = new HttpCall(
                    auth,
                    new RequestTarget("POST", "chat.example.org", "/"),
                    AuthWorld.HOME,
                    new CallContent(name -> List.of(), new ByteArrayInputStream(bytes)));
            try {
                call.body(kind);
            } catch (Wire.Malformed | CallRefused e) {
                inOurWords(e);
            }
        }
    }

    /** Only the token itself is one. */
    static void token(TokenSigner signer, String good, String text) {
        assertEquals(text.equals(good), signer.verify(text).claims().isPresent());
    }

    private static void inOurWords(Exception refused) {
        assertTrue(String.valueOf(refused.getMessage()).length() < 200, refused.getMessage());
    }
}
