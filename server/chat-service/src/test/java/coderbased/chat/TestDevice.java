package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.ChatClientMessage.CreateGroup;
import coderbased.protocol.ChatClientMessage.OpenDirect;
import coderbased.protocol.ChatClientMessage.Resume;
import coderbased.protocol.ChatClientMessage.Send;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.Admitted;
import coderbased.protocol.ChatServerMessage.CaughtUp;
import coderbased.protocol.ChatServerMessage.Challenge;
import coderbased.protocol.ChatServerMessage.ConversationChanged;
import coderbased.protocol.ChatServerMessage.MessageChanged;
import coderbased.protocol.ChatServerMessage.Opened;
import coderbased.protocol.ChatServerMessage.SendRefused;
import coderbased.protocol.ChatServerMessage.Stored;
import coderbased.protocol.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A phone that is live at a Chat Service, without a network between. For one thread. */
final class TestDevice implements AutoCloseable {

    private final TestLine line = new TestLine();
    private final ClientConnection peer;
    private final List<ChatServerMessage> passedOver = new ArrayList<>();
    private int sent;

    TestDevice(ChatService node, TestPerson person) throws Exception {
        this(node, person, Map.of());
    }

    /** Connects, resumes from these changes and catches up. */
    TestDevice(ChatService node, TestPerson person, Map<String, Long> have) throws Exception {
        this(node);
        admit(person);
        say(new Resume(have));
        next(CaughtUp.class);
    }

    private TestDevice(ChatService node) {
        peer = node.openChat(line);
    }

    /** Returns a device that is admitted and did not resume. */
    static TestDevice admitted(ChatService node, TestPerson person) throws Exception {
        TestDevice device = new TestDevice(node);
        device.admit(person);
        return device;
    }

    private void admit(TestPerson person) throws Exception {
        say(person.answer(next(Challenge.class)));
        person.keep(next(Admitted.class).token().value());
    }

    String opensWith(TestPerson other) throws Exception {
        say(new OpenDirect("open", other.id()));
        return next(Opened.class).conversation().id();
    }

    String makesAGroupWith(TestPerson other) throws Exception {
        say(new CreateGroup("group", "Walkers", List.of(other.id())));
        return next(Opened.class).conversation().id();
    }

    /** Sends a text and waits until it is acknowledged. */
    void says(String conversation, String text) throws Exception {
        sends(conversation, text);
        next(Stored.class);
    }

    /** Sends a text under a new name, which it returns. */
    String sends(String conversation, String text) {
        String name = "m" + sent++;
        sends(name, conversation, text);
        return name;
    }

    void sends(String name, String conversation, String text) {
        say(new Send(name, conversation, new Body.Text(text), null, false));
    }

    /** Returns once everything is announced that this device's node wrote until now. */
    void awaitAnnounced() throws Exception {
        sends("no such conversation", "nothing");
        next(SendRefused.class);
    }

    /** Asserts that the next message of that conversation is this one. */
    void hears(String conversation, String text) throws Exception {
        MessageChanged heard = next(
                MessageChanged.class, said -> said.message().conversationId().equals(conversation));
        assertEquals(new Body.Text(text), heard.message().body());
    }

    void learnsOf(String conversation) throws Exception {
        next(ConversationChanged.class, changed -> changed.conversation().id().equals(conversation));
    }

    /** Returns the next message of that kind; passes over others. */
    <T extends ChatServerMessage> T next(Class<T> kind) throws Exception {
        return next(kind, any -> true);
    }

    <T extends ChatServerMessage> T next(Class<T> kind, Predicate<T> wanted) throws Exception {
        while (true) {
            ChatServerMessage message = next();
            assertNotNull(message, "waited for " + kind.getSimpleName());
            if (kind.isInstance(message) && wanted.test(kind.cast(message))) {
                return kind.cast(message);
            }
            passedOver.add(message);
        }
    }

    /** Returns what came before messages that were waited for. */
    List<ChatServerMessage> passedOver() {
        return passedOver;
    }

    /** Returns the next message of any kind. */
    ChatServerMessage next() throws Exception {
        String text = line.sent.poll(TestSocket.LIMIT_SECONDS, TimeUnit.SECONDS);
        assertNotNull(text, "waited for a message");
        return Wire.read(text, ChatServerMessage.class);
    }

    void say(ChatClientMessage message) {
        sayRaw(Wire.write(message));
    }

    void sayRaw(String text) {
        assertTrue(isOpen(), "the connection stands");
        peer.received(text);
    }

    boolean isOpen() {
        return line.closed.isEmpty();
    }

    /** Returns the code with which the server closed the connection, or waits for it. */
    int closeCode(String why) throws Exception {
        Integer code = line.closed.poll(TestSocket.LIMIT_SECONDS, TimeUnit.SECONDS);
        assertNotNull(code, "still open: " + why);
        return code;
    }

    /** Returns what came in and was not taken yet. */
    List<String> unheard() {
        return List.copyOf(line.sent);
    }

    @Override
    public void close() {
        peer.closed();
    }
}
