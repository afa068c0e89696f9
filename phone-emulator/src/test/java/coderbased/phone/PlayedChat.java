package coderbased.phone;

import coderbased.client.Chat;
import coderbased.client.ChatState;
import coderbased.client.ConversationView;
import coderbased.client.ConversationView.Line;
import coderbased.client.ConversationView.Mark;
import coderbased.client.Subscription;
import coderbased.protocol.Contact;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A chat with Bob, played by the test. */
final class PlayedChat implements Chat {

    private static final Contact BOB = new Contact("b1", "bob", "Bob");

    final List<String> asked = new CopyOnWriteArrayList<>();
    private final ChatState state;

    PlayedChat() {
        Instant then = PlayedPhone.NOON.minusSeconds(600);
        List<Line> lines = List.of(
                new Line("m1", 1, false, "Bob", "Are you at the office?", then, Mark.STORED, null),
                new Line("m2", 2, true, "Ada", "Just arrived.", then.plusSeconds(60), Mark.READ, null),
                new Line("m3", 3, false, "Bob", "Then I bring coffee.", then.plusSeconds(90), Mark.STORED, null));
        ConversationView bob = new ConversationView("c1", List.of(BOB), lines, lines.getLast(), 1, false);
        state = new ChatState(PlayedPhone.ADA, List.of(BOB), List.of(bob), true);
    }

    @Override
    public ChatState state() {
        return state;
    }

    @Override
    public Subscription onState(Consumer<ChatState> listener) {
        listener.accept(state);
        return () -> {};
    }

    @Override
    public void openWith(String accountId, Consumer<String> opened) {
        opened.accept("c1");
    }

    @Override
    public void open(String conversationId) {
        asked.add("open " + conversationId);
    }

    @Override
    public void loadOlder(String conversationId) {}

    @Override
    public void send(String conversationId, String text) {
        asked.add("send " + text);
    }

    @Override
    public void markRead(String conversationId) {
        asked.add("read " + conversationId);
    }
}
