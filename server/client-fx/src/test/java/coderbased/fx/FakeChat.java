package coderbased.fx;

import coderbased.client.chat.Chat;
import coderbased.client.chat.ChatState;
import coderbased.client.chat.ChatState.Presence;
import coderbased.client.chat.ChatState.Progress;
import coderbased.client.chat.ConversationHandle;
import coderbased.client.chat.ConversationView;
import coderbased.client.chat.MessageView;
import coderbased.client.chat.MessageView.DeliveryStatus;
import coderbased.client.net.Subscription;
import coderbased.protocol.Contact;
import coderbased.protocol.MemberReceipt;
import coderbased.protocol.Profile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Fake chat whose state a test sets, and which records its calls. See {@link AConversation} and {@link ALine} for its
 * content.
 */
public class FakeChat implements Chat {

    public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    public static final Profile ADA = new Profile("a-ada", "ada", "Ada");
    public static final Contact BOB = new Contact("a-bob", "bob", "Bob");
    public static final Progress CAUGHT_UP = new Progress(true, true, 0, 0);

    /** Calls in order, for example {@code send c-bob hello}. */
    public final List<String> asked = new CopyOnWriteArrayList<>();

    /** Accounts on the server besides Ada. */
    public final List<Contact> people = new CopyOnWriteArrayList<>(List.of(BOB));

    /** Result of every search. */
    public final List<Hit> hits = new CopyOnWriteArrayList<>();

    /** Receipts of every message. */
    public final List<MemberReceipt> receipts = new CopyOnWriteArrayList<>();

    /** Folder of downloaded files. */
    public volatile Path folder = Path.of("nowhere");

    private final List<Consumer<ChatState>> listeners = new CopyOnWriteArrayList<>();
    private volatile ChatState state = new ChatState(ADA, List.of(), Map.of(), CAUGHT_UP);

    @Override
    public ChatState state() {
        return state;
    }

    @Override
    public Subscription onState(Consumer<ChatState> listener) {
        listeners.add(listener);
        listener.accept(state);
        return () -> listeners.remove(listener);
    }

    /** Publishes a new state. */
    public void tell(ChatState fresh) {
        state = fresh;
        listeners.forEach(listener -> listener.accept(fresh));
    }

    /** Publishes these conversations, fully synchronised. */
    public void tell(ConversationView... conversations) {
        tell(new ChatState(ADA, List.of(conversations), state.presence(), CAUGHT_UP));
    }

    /** Publishes the progress of the synchronisation. */
    public void tell(Progress progress) {
        tell(new ChatState(ADA, state.conversations(), state.presence(), progress));
    }

    /** Publishes the presence of an account. */
    public void tell(Contact who, Presence presence) {
        tell(new ChatState(ADA, state.conversations(), Map.of(who.accountId(), presence), state.progress()));
    }

    /** Returns a conversation with Bob. */
    public static ConversationView withBob(int unread, boolean older, MessageView... lines) {
        return AConversation.withBob()
                .unread(unread)
                .more(older, false)
                .lines(lines)
                .build();
    }

    /** Returns a message of Bob's, one per minute. */
    public static MessageView bobs(long seq, String text) {
        return ALine.bobs(seq, text).build();
    }

    /** Returns a message of Ada's. */
    public static MessageView mine(long seq, String text, DeliveryStatus status) {
        ALine line = ALine.mine(seq, text).status(status);
        return status == DeliveryStatus.SENDING ? line.onItsWay().build() : line.build();
    }

    /** Returns messages from both, with their numbers as text. */
    public static MessageView[] lines(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> i % 3 == 0 ? mine(i, "mine " + i, DeliveryStatus.READ) : bobs(i, "from Bob " + i))
                .toArray(MessageView[]::new);
    }

    @Override
    public ConversationHandle conversation(String conversationId) {
        return new FakeTalk(conversationId, asked, receipts, folder);
    }

    @Override
    public CompletableFuture<String> openWith(String accountId) {
        asked.add("openWith " + accountId);
        Contact other = people.stream()
                .filter(p -> p.accountId().equals(accountId))
                .findFirst()
                .orElseThrow();
        return begun(AConversation.with("c-" + other.handle(), other).build());
    }

    @Override
    public CompletableFuture<String> createGroup(String name, List<String> accountIds) {
        asked.add("createGroup " + name + " " + accountIds);
        Contact[] others =
                people.stream().filter(p -> accountIds.contains(p.accountId())).toArray(Contact[]::new);
        return begun(AConversation.group("g-" + name, name, others).admin().build());
    }

    @Override
    public CompletableFuture<Void> answerInvitation(String conversationId, boolean accept) {
        asked.add((accept ? "accept " : "decline ") + conversationId);
        return CompletableFuture.completedFuture(null);
    }

    private CompletableFuture<String> begun(ConversationView conversation) {
        if (state.conversation(conversation.id()) == null) {
            List<ConversationView> all = new ArrayList<>(state.conversations());
            all.addFirst(conversation);
            tell(all.toArray(ConversationView[]::new));
        }
        return CompletableFuture.completedFuture(conversation.id());
    }

    @Override
    public CompletableFuture<List<Contact>> findPeople(String words) {
        asked.add("findPeople " + words);
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        return CompletableFuture.completedFuture(people.stream()
                .filter(p -> p.handle().startsWith(wanted)
                        || p.name().toLowerCase(Locale.ROOT).contains(wanted))
                .toList());
    }

    @Override
    public CompletableFuture<Found> search(String words, @Nullable String conversationId, @Nullable String after) {
        asked.add("search " + words + (conversationId == null ? "" : " in " + conversationId));
        return CompletableFuture.completedFuture(new Found(List.copyOf(hits), null));
    }
}
