package coderbased.fx.compose;

import coderbased.client.chat.ConversationHandle;
import coderbased.fx.Errand;
import coderbased.fx.compose.ComposerMode.Answering;
import coderbased.fx.compose.ComposerMode.Editing;
import coderbased.fx.compose.ComposerMode.Plain;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** What the person is writing: one draft per conversation, an answer or a correction; its limit said before it is sent. */
public final class ComposerViewModel {

    private static final String READ_ONLY =
            "This computer is linked as read-only. To write here, log it out on your phone and link it again.";

    private final StringProperty text = new SimpleStringProperty("");
    private final ObservableValue<String> problem = text.map(TextLimit::problem);
    private final ObservableValue<String> room = text.map(TextLimit::room);
    private final ObservableValue<Boolean> sendable =
            text.map(t -> !t.isBlank() && TextLimit.problem(t).isEmpty());
    private final ReadOnlyStringWrapper barred = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<ComposerMode> mode = new ReadOnlyObjectWrapper<>(new Plain());
    private final AttachmentsViewModel attachments;
    private final BooleanProperty enterSends = new SimpleBooleanProperty(true);
    private @Nullable ConversationHandle handle;
    private Draft draft = new Draft("");
    private String aside = "";
    private boolean typed = true;
    private Runnable correctLast = () -> {};
    private Runnable onSent = () -> {};

    public ComposerViewModel(Errand errand) {
        attachments = new AttachmentsViewModel(errand, this::takeFiles);
        text.subscribe((before, now) -> onText(now));
    }

    /** The text. Set by typing. */
    public StringProperty draft() {
        return text;
    }

    /** Why it can not be sent as it is; empty where it can. */
    public ObservableValue<String> problem() {
        return problem;
    }

    /** Why nothing can be written on this device; empty where it can. */
    public ReadOnlyStringProperty barred() {
        return barred.getReadOnlyProperty();
    }

    /** How much more may be written, near the limit; empty elsewhere. */
    public ObservableValue<String> room() {
        return room;
    }

    /** Whether there is something to send. */
    public ObservableValue<Boolean> sendable() {
        return sendable;
    }

    /** Whether Enter sends; else it begins a new line, and with the shortcut key it sends. Set by whoever shows it. */
    public BooleanProperty enterSends() {
        return enterSends;
    }

    /** What becomes of the text. */
    public ReadOnlyObjectProperty<ComposerMode> mode() {
        return mode.getReadOnlyProperty();
    }

    /** Files that wait for their caption. */
    public AttachmentsViewModel attachments() {
        return attachments;
    }

    /** Sends, and leaves the field empty. Does nothing where there is nothing to send. */
    public void send() {
        ConversationHandle to = handle;
        if (to == null || !sendable.getValue() || !barred.get().isEmpty()) {
            return;
        }
        String said = text.get().strip();
        switch (mode.get()) {
            case Plain _ -> to.send(said, null);
            case Answering answering -> to.send(said, answering.seq());
            case Editing editing -> correct(to, editing, said);
        }
        if (mode.get() instanceof Editing) {
            stepBack();
        } else {
            mode.set(new Plain());
            text.set("");
            onSent.run();
        }
    }

    /** What is written next answers this message. */
    public void answer(long seq, String name, String words) {
        stepBack();
        mode.set(new Answering(seq, name, words));
    }

    /** What is written next takes the place of this message's text. */
    public void correct(long seq, String was) {
        if (!(mode.get() instanceof Editing)) {
            aside = text.get();
        }
        mode.set(new Editing(seq, was));
        put(was);
    }

    /** Escape: no answer, no correction after all. Whether there was one. */
    public boolean stepBack() {
        ComposerMode left = mode.get();
        mode.set(new Plain());
        if (left instanceof Editing) {
            put(aside);
        }
        return !(left instanceof Plain);
    }

    /** The Up key in an empty field: the last own message is corrected. */
    public void correctLast() {
        if (text.get().isEmpty() && mode.get() instanceof Plain) {
            correctLast.run();
        }
    }

    public void onCorrectLast(Runnable correctLast) {
        this.correctLast = correctLast;
    }

    public void onSent(Runnable onSent) {
        this.onSent = onSent;
    }

    /** Another conversation is open now, with what was typed into it and not sent. */
    public void switchTo(@Nullable ConversationHandle opened, String kept) {
        stepBack();
        attachments.leave();
        handle = opened;
        draft = new Draft(kept);
        put(kept);
    }

    /** Whether this device was linked to read only. */
    public void show(boolean readOnly) {
        barred.set(readOnly ? READ_ONLY : "");
    }

    /** The open conversation's draft as the client tells it: it takes the field's place where another device changed it. */
    public void hear(String fresh) {
        if (draft.fromElsewhere(fresh) && mode.get() instanceof Plain) {
            put(fresh);
        }
    }

    /** Files go where the person is when they are sent; the first of them is the answer, where one is written. */
    private BiConsumer<Path, String> takeFiles() {
        ConversationHandle to = handle;
        AtomicReference<@Nullable Long> replyTo = new AtomicReference<>();
        if (mode.get() instanceof Answering answering) {
            replyTo.set(answering.seq());
            mode.set(new Plain());
        }
        onSent.run();
        return (file, caption) -> {
            if (to != null) {
                to.sendFile(file, caption, replyTo.getAndSet(null));
            }
        };
    }

    private static void correct(ConversationHandle to, Editing editing, String said) {
        if (!said.equals(editing.was())) {
            to.edit(editing.seq(), said);
        }
    }

    private void put(String fresh) {
        typed = false;
        text.set(fresh);
        typed = true;
    }

    private void onText(String now) {
        ConversationHandle to = handle;
        if (to == null || !typed || mode.get() instanceof Editing) {
            return;
        }
        draft.typed(now);
        to.saveDraft(now);
        if (!now.isBlank()) {
            to.typing();
        }
    }
}
