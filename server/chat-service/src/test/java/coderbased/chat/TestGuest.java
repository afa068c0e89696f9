package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import coderbased.protocol.DeviceKey;
import coderbased.protocol.GuestClientMessage.Hello;
import coderbased.protocol.GuestServerMessage;
import coderbased.protocol.GuestServerMessage.ShowCode;
import coderbased.protocol.Protocol;
import coderbased.protocol.QrText;
import coderbased.protocol.Wire;
import java.util.concurrent.TimeUnit;

/** A desktop that waits to be linked, without a network between. For one thread. */
final class TestGuest {

    final TestLine line = new TestLine();

    TestGuest(ChatService node, DeviceKey key) {
        node.openGuest(line).received(Wire.write(new Hello(Protocol.VERSION, TestPerson.DEVICE, key)));
    }

    /** Returns the code that it shows first. */
    String code(String serverId) throws Exception {
        String shown = next(ShowCode.class).qrText().value();
        return assertInstanceOf(QrText.Ours.class, QrText.read(shown, serverId))
                .token()
                .text();
    }

    /** Returns the next message of that kind; passes over others. */
    <T extends GuestServerMessage> T next(Class<T> kind) throws Exception {
        while (true) {
            String text = line.sent.poll(TestSocket.LIMIT_SECONDS, TimeUnit.SECONDS);
            assertNotNull(text, "waited for " + kind.getSimpleName());
            GuestServerMessage message = Wire.read(text, GuestServerMessage.class);
            if (kind.isInstance(message)) {
                return kind.cast(message);
            }
        }
    }
}
