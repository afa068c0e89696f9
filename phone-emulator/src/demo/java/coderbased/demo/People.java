package coderbased.demo;

import coderbased.client.chat.Chat;
import coderbased.client.ClientConfig;
import coderbased.client.Clients;
import coderbased.client.chat.ConversationView;
import coderbased.client.chat.MessageView;
import coderbased.client.chat.MessageView.DeliveryStatus;
import coderbased.client.PhoneClient;
import coderbased.client.PhoneState;
import coderbased.client.keys.ProfileFolder;
import coderbased.client.chat.ConversationHandle;
import coderbased.protocol.Contact;
import coderbased.protocol.DeviceFacts;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ada, whose phone and desktop the demo shows, and Bob, who writes to her.
 *
 * <p>Bob has no window: he is a phone client of the same library.
 */
final class People implements AutoCloseable {

    static final String ADA = "ada";
    static final String BOB = "bob";
    static final String PASSWORD = "demo password";

    private static final int TIMEOUT_SECONDS = 20;
    private static final List<String> HISTORY = List.of(
            "Did you see the new office?",
            "Not yet. Is there a window?",
            "Two. And a plant.",
            "Then I am coming.",
            "Bring your laptop, the big screen is free.",
            "On my way. I will log in there with my phone.");

    private final PhoneClient bob;

    private People(PhoneClient bob) {
        this.bob = bob;
    }

    /** Makes both accounts and their history; Ada's phone is then signed in to whatever starts in {@code adasPhone}. */
    static People move(Nodes server, ProfileFolder adasPhone, ProfileFolder bobsPhone) throws Exception {
        PhoneClient bob = signUp(server.forBob(), bobsPhone, BOB, "Bob");
        try (PhoneClient ada = signUp(server.forThePhone(), adasPhone, ADA, "Ada")) {
            String conversation = conversation(bob.chat(), ADA);
            Chat[] speakers = {bob.chat(), ada.chat()};
            for (int i = 0; i < HISTORY.size(); i++) {
                Chat speaker = speakers[i % 2];
                int said = i + 1;
                if (i < speakers.length) {
                    Story.until("the conversation", TIMEOUT_SECONDS, () -> stored(speaker, conversation) >= 0);
                    speaker.conversation(conversation).open();
                }
                Story.until(
                        "the other's message", TIMEOUT_SECONDS, () -> stored(speaker, conversation) == said - 1);
                speaker.conversation(conversation).send(HISTORY.get(i), null);
                Story.until("the message", TIMEOUT_SECONDS, () -> stored(speaker, conversation) == said);
            }
            ada.chat().conversation(conversation).markRead(HISTORY.size());
        }
        return new People(bob);
    }

    /** Sends a message from Bob to Ada. */
    void bobSays(String text) throws Exception {
        withAda().send(text, null);
    }

    /** Answers a message from Ada as Bob. */
    void bobAnswers(String what, String text) throws Exception {
        withAda().send(text, seq(what));
    }

    /** Reacts to a message from Ada as Bob. */
    void bobReactsTo(String what, String emoji) throws Exception {
        withAda().react(seq(what), emoji);
    }

    /** Sends a message from Bob to a group. */
    void bobSaysIn(String group, String text) {
        bob.chat().conversation(group(group).orElseThrow().id()).send(text, null);
    }

    /** True if Bob is in such a group. */
    boolean bobIsIn(String group) {
        return group(group).isPresent();
    }

    /** True if Bob has that message from Ada. */
    boolean bobReads(String text) throws Exception {
        return reads(bob.chat().state().conversation(conversation(bob.chat(), ADA)), text);
    }

    /** True if Bob has that message in a group. */
    boolean bobReadsIn(String group, String text) {
        return reads(group(group).orElseThrow(), text);
    }

    @Override
    public void close() {
        bob.close();
    }

    private static PhoneClient signUp(URI server, ProfileFolder folder, String handle, String name) throws Exception {
        PhoneClient phone = Clients.phone(ClientConfig.of(
                server,
                new DeviceFacts(name + "'s phone", "Coderbased Phone", System.getProperty("os.name")),
                folder));
        phone.start();
        phone.signUp(handle, name, PASSWORD).get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        Story.until(
                name + " is online",
                TIMEOUT_SECONDS,
                () -> phone.state() instanceof PhoneState.SignedIn in && in.trouble() == null);
        return phone;
    }

    private ConversationHandle withAda() throws Exception {
        return bob.chat().conversation(conversation(bob.chat(), ADA));
    }

    private long seq(String text) throws Exception {
        ConversationView view = bob.chat().state().conversation(conversation(bob.chat(), ADA));
        return Objects.requireNonNull(view).messages().stream()
                .filter(line -> line.text().equals(text))
                .mapToLong(MessageView::seq)
                .findFirst()
                .orElseThrow();
    }

    private Optional<ConversationView> group(String name) {
        return bob.chat().state().conversations().stream()
                .filter(conversation -> conversation.title().equals(name))
                .findFirst();
    }

    private static boolean reads(@Nullable ConversationView view, String text) {
        if (view == null) {
            return false;
        }
        MessageView last = view.lastMessage();
        return last != null && last.text().equals(text)
                || view.messages().stream().anyMatch(line -> !line.mine() && line.text().equals(text));
    }

    private static String conversation(Chat chat, String handle) throws Exception {
        String accountId = chat.findPeople(handle).get(TIMEOUT_SECONDS, TimeUnit.SECONDS).stream()
                .filter(contact -> contact.handle().equals(handle))
                .map(Contact::accountId)
                .findFirst()
                .orElseThrow();
        return chat.openWith(accountId).get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }

    private static long stored(Chat chat, String conversation) {
        ConversationView view = chat.state().conversation(conversation);
        if (view == null) {
            return -1;
        }
        return view.messages().stream()
                .map(MessageView::status)
                .filter(status -> status != DeliveryStatus.SENDING)
                .count();
    }
}
