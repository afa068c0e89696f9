package coderbased.client.chat;

import coderbased.client.net.ClientContext;
import coderbased.client.net.ClientThread;
import coderbased.client.net.Failures;
import coderbased.client.net.Observable;
import coderbased.client.net.Subscription;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.Done;
import coderbased.protocol.ChatServerMessage.Opened;
import coderbased.protocol.ChatServerMessage.PeopleFound;
import coderbased.protocol.Contact;
import coderbased.protocol.LinkChoices;
import coderbased.protocol.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@link Chat} of one session, across connections. {@link #connected} and {@link #disconnected} tell it about them;
 * commands wait in between.
 *
 * <p>User commands run on the client thread, where {@link MessageDispatcher} exchanges messages with the server. One
 * state is published for everything that happened in one batch, when the thread has finished the tasks that waited for
 * it. After that, messages go to disk, once for the whole batch, then out; then futures are completed.
 */
public final class LiveChat implements Chat {

    private static final Logger LOG = LoggerFactory.getLogger(LiveChat.class);

    private final ClientThread thread;
    private final ChatStorage storage;
    private final ChatParts parts;
    private final MessageDispatcher dispatcher;
    private final Remembering remembering;
    private final Observable<ChatState> state;
    private final List<Runnable> afterPublishing = new ArrayList<>();
    private boolean statePending;

    /** @param storage data that this session keeps on disk */
    public LiveChat(Profile me, ClientThread thread, ClientContext context, ChatStorage storage) {
        this.thread = thread;
        this.storage = storage;
        ChatWiring wiring = new ChatWiring(me, thread, context, storage, this::changed);
        this.parts = wiring.parts();
        this.dispatcher = wiring.dispatcher();
        this.remembering = wiring.remembering();
        this.state = new Observable<>(thread, parts.book().state());
    }

    @Override
    public ChatState state() {
        return state.get();
    }

    @Override
    public Subscription onState(Consumer<ChatState> listener) {
        return state.watch(listener);
    }

    @Override
    public ConversationHandle conversation(String conversationId) {
        return new LiveConversation(conversationId, parts, this);
    }

    @Override
    public CompletableFuture<String> openWith(String accountId) {
        return answer(() -> parts.questions()
                .ask(id -> new ChatClientMessage.OpenDirect(id, accountId), Opened.class)
                .thenApply(opened -> opened.conversation().id()));
    }

    @Override
    public CompletableFuture<String> createGroup(String name, List<String> accountIds) {
        MessageRules.requireName(name);
        MessageRules.requireOthers(accountIds);
        List<String> members = List.copyOf(accountIds);
        return answer(() -> parts.questions()
                .ask(id -> new ChatClientMessage.CreateGroup(id, name, members), Opened.class)
                .thenApply(opened -> opened.conversation().id()));
    }

    @Override
    public CompletableFuture<Void> answerInvitation(String conversationId, boolean accept) {
        return answer(() -> parts.questions()
                .ask(id -> new ChatClientMessage.AnswerInvitation(id, conversationId, accept), Done.class)
                .thenApply(_ -> null));
    }

    @Override
    public CompletableFuture<List<Contact>> findPeople(String words) {
        MessageRules.requireWords(words);
        return answer(() -> parts.questions()
                .ask(id -> new ChatClientMessage.FindPeople(id, words), PeopleFound.class)
                .thenApply(PeopleFound::people));
    }

    @Override
    public CompletableFuture<Found> search(String words, @Nullable String conversationId, @Nullable String after) {
        MessageRules.requireWords(words);
        return answer(() -> parts.questions()
                .ask(
                        id -> new ChatClientMessage.Search(id, words, conversationId, after),
                        ChatServerMessage.Found.class)
                .thenApply(this::found));
    }

    /** Applies the permissions of the session and the name of the device after its admission. On the client thread. */
    public void granted(LinkChoices choices, @Nullable String deviceName) {
        parts.book().granted(choices, deviceName);
    }

    /** Starts on an admitted connection; {@code send} sends to the server. On the client thread. */
    public void connected(Consumer<ChatClientMessage> send) {
        dispatcher.connected(send);
        changed();
    }

    /** Records that the connection is gone. On the client thread. */
    public void disconnected() {
        dispatcher.disconnected();
        changed();
    }

    /** Handles a message of the server. On the client thread. */
    public void heard(ChatServerMessage message) {
        try {
            dispatcher.heard(message);
        } catch (RuntimeException | Error e) {
            LOG.error("Could not handle a message of the server", e);
            parts.questions().failAnswer(message);
        }
        changed();
    }

    /** Ends the session and deletes all of its data. On the client thread. */
    public void end() {
        parts.questions().end();
        storage.wipe();
    }

    /** Closes the chat at the end of the program; the data stays. On the client thread. */
    public void close() {
        parts.drafts().keep();
        remembering.keep();
        storage.close();
    }

    /** Runs a user command on the client thread. */
    void change(Runnable command) {
        thread.execute(() -> {
            command.run();
            changed();
        });
    }

    /** Runs a user command with an answer, which is given after the state that contains its effect. */
    <T> CompletableFuture<T> answer(Supplier<CompletableFuture<T>> question) {
        CompletableFuture<T> told = new CompletableFuture<>();
        boolean open = thread.execute(() -> {
            asked(question).whenComplete((answer, failure) -> {
                afterPublishing.add(() -> tell(told, answer, failure));
                changed();
            });
            changed();
        });
        if (!open) {
            told.cancel(false);
        }
        return told;
    }

    private static <T> CompletableFuture<T> asked(Supplier<CompletableFuture<T>> question) {
        try {
            return question.get();
        } catch (RuntimeException | Error e) {
            LOG.error("Could not carry out a command", e);
            return CompletableFuture.failedFuture(Failures.mistake(e));
        }
    }

    private static <T> void tell(CompletableFuture<T> told, @Nullable T answer, @Nullable Throwable failure) {
        if (failure == null) {
            told.complete(answer);
        } else {
            told.completeExceptionally(Failures.unwrapped(failure));
        }
    }

    private Found found(ChatServerMessage.Found found) {
        List<Hit> hits = new ArrayList<>();
        for (var message : found.messages()) {
            parts.book()
                    .with(
                            message.conversationId(),
                            conversation -> hits.add(new Hit(message.conversationId(), conversation.render(message))));
        }
        return new Found(List.copyOf(hits), found.more());
    }

    private void changed() {
        if (!statePending) {
            statePending = true;
            thread.execute(this::settle);
        }
    }

    /** Completes the waiting futures, even if publishing the state fails. */
    private void settle() {
        statePending = false;
        try {
            publish();
        } finally {
            List<Runnable> now = List.copyOf(afterPublishing);
            afterPublishing.clear();
            now.forEach(Runnable::run);
        }
    }

    /** Sends what waits, even if publishing the state fails. */
    private void publish() {
        try {
            ChatState next = parts.book().state();
            if (next != state.get()) {
                state.set(next);
                remembering.changed();
            }
        } catch (RuntimeException | Error e) {
            LOG.error("Could not update the chat", e);
        }
        parts.sending().next();
    }
}
