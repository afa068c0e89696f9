package coderbased.fx.thread;

import coderbased.client.chat.Chat;
import coderbased.client.chat.ConversationHandle;
import coderbased.client.chat.ConversationView;
import coderbased.client.chat.MessageView;
import coderbased.fx.Errand;
import coderbased.fx.compose.ComposerViewModel;
import coderbased.fx.text.SafeText;
import coderbased.fx.thread.ThreadRow.Bubble;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a person can do with one message of the open thread. A menu or a sheet may outlive the thread that it was opened over:
 * nothing is done with a message that is no row of the open thread.
 */
public final class ThreadActions {

    private final Chat chat;
    private final Function<Bubble, @Nullable ConversationView> open;
    private final ComposerViewModel composer;
    private final Deletions deletions;
    private final Errand errand;

    /** @param open the open conversation, where the message is one of its rows; else null */
    ThreadActions(
            Chat chat,
            Function<Bubble, @Nullable ConversationView> open,
            ComposerViewModel composer,
            Deletions deletions,
            Errand errand) {
        this.chat = chat;
        this.open = open;
        this.composer = composer;
        this.deletions = deletions;
        this.errand = errand;
    }

    /** What is written next answers this one. */
    public void answer(Bubble bubble) {
        MessageView line = line(bubble);
        if (line != null && bubble.stored()) {
            String name = line.mine() ? "You" : SafeText.name(line.senderName());
            composer.answer(line.seq(), name, Bubbles.brief(line.body()));
        }
    }

    /** Whether its text can be changed. */
    public boolean correctable(Bubble bubble) {
        return bubble.mine() && bubble.stored() && !bubble.forwarded();
    }

    /** What is written next takes its place. */
    public void correct(Bubble bubble) {
        if (open.apply(bubble) != null && correctable(bubble)) {
            composer.correct(bubble.seq(), bubble.text());
        }
    }

    /** The last of the person's own messages is corrected. */
    void correctLast(List<ThreadRow> rows) {
        for (ThreadRow row : rows.reversed()) {
            if (row instanceof Bubble bubble && correctable(bubble) && bubble.said() instanceof ThreadRow.Words) {
                correct(bubble);
                return;
            }
        }
    }

    /** Takes it back for everybody, unless {@link #undoDelete} is called within five seconds. */
    public void delete(Bubble bubble) {
        ConversationHandle handle = handle(bubble);
        if (handle != null && bubble.mine() && bubble.stored()) {
            deletions.begin(bubble.key(), () -> handle.delete(bubble.seq()));
        }
    }

    /** The person thought better of it. */
    public void undoDelete(Bubble bubble) {
        deletions.undo(bubble.key());
    }

    /** Reacts with this emoji, or not any more where it is the person's reaction already. */
    public void react(Bubble bubble, String emoji) {
        ConversationHandle handle = handle(bubble);
        if (handle != null && bubble.stored()) {
            boolean already = bubble.reactions().stream()
                    .anyMatch(r -> r.mine() && r.emoji().equals(emoji));
            handle.react(bubble.seq(), already ? null : emoji);
        }
    }

    /** Where a message can be passed on to: every conversation, the open one too. */
    public List<Target> targets() {
        return chat.state().conversations().stream()
                .map(c -> new Target(c.id(), SafeText.name(c.title())))
                .toList();
    }

    /** Says it in another conversation. */
    public void forward(Bubble bubble, Target target) {
        ConversationHandle handle = handle(bubble);
        if (handle != null && bubble.stored()) {
            handle.forward(bubble.seq(), target.conversationId());
        }
    }

    /** Who has it, who has read it. */
    public MessageInfo info(Bubble bubble) {
        ConversationView conversation = open.apply(bubble);
        return conversation == null ? new MessageInfo(List.of()) : MessageInfo.of(conversation, bubble.seq());
    }

    /** Tries what was refused again. */
    public void retry(Bubble bubble) {
        ConversationHandle handle = handle(bubble);
        if (handle == null) {
            return;
        }
        if (bubble.seq() > 0) {
            handle.retryChange(bubble.seq());
        } else {
            handle.retry(bubble.key());
        }
    }

    /** Lets be what was refused with a stored message. */
    public void dismiss(Bubble bubble) {
        ConversationHandle handle = handle(bubble);
        if (handle != null && bubble.seq() > 0) {
            handle.dropChange(bubble.seq());
        }
    }

    /** Stops what is on its way: up, the message is not sent; down, its file is not fetched. */
    public void cancel(Bubble bubble) {
        ConversationHandle handle = handle(bubble);
        if (handle == null) {
            return;
        }
        if (bubble.seq() > 0) {
            handle.cancelFile(bubble.seq());
        } else {
            handle.cancel(bubble.key());
        }
    }

    /**
     * Fetches a message's file, unless it is here.
     *
     * @param done hears where its bytes are
     * @param failed hears why they are not, in a sentence for the person
     */
    public void fetch(Bubble bubble, Consumer<Path> done, Consumer<String> failed) {
        fetching(bubble).accept(done, failed);
    }

    /** Returns {@link #fetch} of a message, bound to the conversation that is open now. */
    BiConsumer<Consumer<Path>, Consumer<String>> fetching(Bubble bubble) {
        ConversationHandle handle = handle(bubble);
        return (done, failed) -> {
            if (bubble.said() instanceof ThreadRow.File file && file.here() != null) {
                done.accept(file.here());
            } else if (handle != null && bubble.seq() > 0) {
                errand.await(handle.file(bubble.seq()), done, failed);
            }
        };
    }

    private @Nullable ConversationHandle handle(Bubble bubble) {
        ConversationView conversation = open.apply(bubble);
        return conversation == null ? null : chat.conversation(conversation.id());
    }

    private @Nullable MessageView line(Bubble bubble) {
        ConversationView conversation = open.apply(bubble);
        return conversation == null
                ? null
                : conversation.messages().stream()
                        .filter(l -> l.clientMessageId().equals(bubble.key()))
                        .findFirst()
                        .orElse(null);
    }

    /** A conversation to pass something on to. */
    public record Target(String conversationId, String title) {}
}
