package coderbased.fx.thread;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.client.chat.Chat;
import coderbased.client.chat.ConversationHandle;
import coderbased.client.chat.ConversationView;
import coderbased.client.chat.MessageView;
import coderbased.fx.Errand;
import coderbased.fx.Face;
import coderbased.fx.compose.ComposerViewModel;
import coderbased.fx.text.SafeText;
import coderbased.fx.thread.ThreadRow.Bubble;
import coderbased.protocol.MemberReceipt;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Actions on one message of the open thread. A menu or a sheet may outlive its thread: actions on a message without a
 * row in the open thread do nothing.
 */
public final class ThreadActions {

    private final Chat chat;
    private final Function<Bubble, @Nullable ConversationView> open;
    private final ComposerViewModel composer;
    private final Deletions deletions;
    private final ThreadHeading heading;
    private final Errand errand;

    /** @param open returns the open conversation if the message has a row in it, or else null */
    ThreadActions(
            Chat chat,
            Function<Bubble, @Nullable ConversationView> open,
            ComposerViewModel composer,
            Deletions deletions,
            ThreadHeading heading,
            Errand errand) {
        this.chat = chat;
        this.open = open;
        this.composer = composer;
        this.deletions = deletions;
        this.heading = heading;
        this.errand = errand;
    }

    /** True if this device may change nothing. */
    boolean isBarred() {
        return chat.state().readOnly();
    }

    /** Makes the next text an answer to the message. */
    public void answer(Bubble bubble) {
        MessageView message = message(bubble);
        if (message != null && bubble.stored() && !isBarred()) {
            String name = message.mine() ? MESSAGES.text("people.you") : SafeText.name(message.senderName());
            composer.answer(message.seq(), name, Bubbles.brief(message.body()));
        }
    }

    /** True if the text of the message can be edited. */
    public boolean correctable(Bubble bubble) {
        return bubble.mine() && bubble.stored() && !bubble.forwarded() && !isBarred();
    }

    /** Makes the next text replace that of the message. */
    public void correct(Bubble bubble) {
        if (open.apply(bubble) != null && correctable(bubble)) {
            composer.correct(bubble.seq(), bubble.text());
        }
    }

    /** Edits the user's last message. */
    void correctLast(List<ThreadRow> rows) {
        for (ThreadRow row : rows.reversed()) {
            if (row instanceof Bubble bubble && correctable(bubble) && bubble.said() instanceof ThreadRow.Words) {
                correct(bubble);
                return;
            }
        }
    }

    /** Deletes the message for everyone, unless {@link #undoDelete} is called within five seconds. */
    public void delete(Bubble bubble) {
        ConversationHandle handle = handle(bubble);
        if (handle != null && bubble.mine() && bubble.stored() && !isBarred()) {
            deletions.begin(bubble.key(), () -> handle.delete(bubble.seq()));
        }
    }

    /** Undoes a deletion. */
    public void undoDelete(Bubble bubble) {
        deletions.undo(bubble.key());
    }

    /** Adds the reaction, or removes it if it is already there. */
    public void react(Bubble bubble, String emoji) {
        ConversationHandle handle = handle(bubble);
        if (handle != null && bubble.stored()) {
            boolean already = bubble.reactions().stream()
                    .anyMatch(r -> r.mine() && r.emoji().equals(emoji));
            handle.react(bubble.seq(), already ? null : emoji);
        }
    }

    /** Returns the conversations to which a message can be forwarded, the open one included. */
    public List<Target> targets() {
        return chat.state().conversations().stream()
                .map(c -> new Target(c.id(), Face.of(c, heading.pictures().of(c))))
                .toList();
    }

    /** Forwards the message to another conversation. */
    public void forward(Bubble bubble, Target target) {
        ConversationHandle handle = handle(bubble);
        if (handle != null && bubble.stored()) {
            handle.forward(bubble.seq(), target.conversationId());
        }
    }

    /** Returns what is known of the message. */
    public MessageInfo info(Bubble bubble) {
        ConversationView conversation = open.apply(bubble);
        MessageView message = message(bubble);
        return conversation == null || message == null
                ? MessageInfo.NONE
                : MessageInfo.of(conversation, message, heading.times());
    }

    /** Asks the server for the times of the message's delivery; {@code told} gets the whole information, or nothing. */
    public void askTimes(Bubble bubble, Consumer<MessageInfo> told) {
        ConversationHandle handle = handle(bubble);
        if (handle != null && bubble.mine() && bubble.stored()) {
            errand.await(handle.receipts(bubble.seq()), receipts -> tell(bubble, receipts, told), _ -> {
                // the sheet keeps its states
            });
        }
    }

    /** Tells what the server answered, together with what the conversation says by now. */
    private void tell(Bubble bubble, List<MemberReceipt> receipts, Consumer<MessageInfo> told) {
        ConversationView conversation = open.apply(bubble);
        MessageView message = message(bubble);
        if (conversation != null && message != null) {
            told.accept(MessageInfo.of(conversation, message, receipts, heading.times()));
        }
    }

    /** Retries a refused message or change. */
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

    /** Dismisses a refused change. */
    public void dismiss(Bubble bubble) {
        ConversationHandle handle = handle(bubble);
        if (handle != null && bubble.seq() > 0) {
            handle.dropChange(bubble.seq());
        }
    }

    /** Cancels a transfer: an upload's message is not sent; a download ends. */
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
     * Downloads the file of a message, unless it is stored here.
     *
     * @param done receives its path
     * @param failed receives the reason of a failure, as a message for the user
     */
    public void fetch(Bubble bubble, Consumer<Path> done, Consumer<String> failed) {
        fetching(bubble).accept(done, failed);
    }

    /** Returns {@link #fetch} for a message, bound to the conversation that is open now. */
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

    private @Nullable MessageView message(Bubble bubble) {
        ConversationView conversation = open.apply(bubble);
        return conversation == null
                ? null
                : conversation.messages().stream()
                        .filter(l -> l.clientMessageId().equals(bubble.key()))
                        .findFirst()
                        .orElse(null);
    }

    /** A conversation to which a message can be forwarded. */
    public record Target(String conversationId, Face face) {

        /** Returns the title. */
        public String title() {
            return face.name();
        }
    }
}
