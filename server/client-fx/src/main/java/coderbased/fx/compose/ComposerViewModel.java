package coderbased.fx.compose;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.client.chat.ConversationHandle;
import coderbased.fx.Errand;
import coderbased.fx.compose.ComposerMode.Answering;
import coderbased.fx.compose.ComposerMode.Editing;
import coderbased.fx.compose.ComposerMode.Plain;
import coderbased.protocol.Protocol;
import java.nio.file.Path;
import java.util.List;
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

/** Composer: one draft per conversation, answers and edits, and the length limit. */
public final class ComposerViewModel {

    /** More messages at once would be refused for their rate. */
    private static final int MAX_PARTS = 10;

    private final StringProperty text = new SimpleStringProperty("");
    private final ObservableValue<String> problem = text.map(TextLimit::problem);
    private final ObservableValue<String> room = text.map(TextLimit::room);
    private final ObservableValue<Boolean> sendable = text.map(t -> !t.isBlank() && !TextLimit.isTooLong(t));
    private final ReadOnlyStringWrapper barred = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<ComposerMode> mode = new ReadOnlyObjectWrapper<>(new Plain());
    private final Errand errand;
    private final AttachmentsViewModel attachments;
    private final BooleanProperty enterSends = new SimpleBooleanProperty(true);
    private @Nullable ConversationHandle handle;
    private Draft draft = new Draft("");
    private String aside = "";
    private volatile @Nullable TextAsFile asFile;
    private boolean typed = true;
    private Runnable correctLast = () -> {};
    private Runnable onSent = () -> {};

    public ComposerViewModel(Errand errand) {
        this.errand = errand;
        attachments = new AttachmentsViewModel(errand, this::takeFiles);
        text.subscribe((before, now) -> onText(now));
    }

    /** Returns the text, which typing sets. */
    public StringProperty draft() {
        return text;
    }

    /** Returns the text that was typed and not sent; an edit is not part of it. */
    public String unsent() {
        return mode.get() instanceof Editing ? aside : text.get();
    }

    /** Returns the reason why the text cannot be sent; empty if it can. */
    public ObservableValue<String> problem() {
        return problem;
    }

    /** Returns the reason why nothing can be written on this device; empty if it can. */
    public ReadOnlyStringProperty barred() {
        return barred.getReadOnlyProperty();
    }

    /** Returns the remaining length near the limit; empty otherwise. */
    public ObservableValue<String> room() {
        return room;
    }

    /** Returns a value that is true if there is something to send. */
    public ObservableValue<Boolean> sendable() {
        return sendable;
    }

    /** True if Enter sends; otherwise it starts a new line, and Enter with the shortcut key sends. Set by the view. */
    public BooleanProperty enterSends() {
        return enterSends;
    }

    /** Returns the purpose of the text. */
    public ReadOnlyObjectProperty<ComposerMode> mode() {
        return mode.getReadOnlyProperty();
    }

    /** Returns the files that wait for their caption. */
    public AttachmentsViewModel attachments() {
        return attachments;
    }

    /** Sends the text and clears the field. Does nothing if there is nothing to send. */
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

    /** Returns the messages that a text makes which is too long for one; empty for one that cannot be sent so. */
    public List<String> parts() {
        String whole = text.get();
        if (mode.get() instanceof Editing
                || !TextLimit.isTooLong(whole)
                || whole.length() > MAX_PARTS * Protocol.MAX_TEXT_BYTES) {
            return List.of();
        }
        List<String> parts = TextParts.of(whole);
        return parts.size() > MAX_PARTS ? List.of() : parts;
    }

    /** Sends a text that is too long as several messages. The first one carries the answer, if one is being written. */
    public void sendInParts() {
        ConversationHandle to = handle;
        List<String> parts = parts();
        if (to == null || parts.isEmpty() || !barred.get().isEmpty()) {
            return;
        }
        Long replyTo = mode.get() instanceof Answering answering ? answering.seq() : null;
        for (String part : parts) {
            to.send(part, replyTo);
            replyTo = null;
        }
        mode.set(new Plain());
        text.set("");
        onSent.run();
    }

    /** Attaches a text that is too long as a file. It stays in the field until the file is sent. */
    public void attachAsFile() {
        String whole = text.get();
        if (handle != null && !(mode.get() instanceof Editing) && TextLimit.isTooLong(whole)) {
            attachments.addMade(() -> {
                Path file = TextFile.write(whole.strip());
                asFile = new TextAsFile(file, whole);
                return file;
            });
        }
    }

    /** Makes the next text an answer to a message. */
    public void answer(long seq, String name, String words) {
        stepBack();
        mode.set(new Answering(seq, name, words));
    }

    /** Makes the next text replace that of a message. */
    public void correct(long seq, String was) {
        if (!(mode.get() instanceof Editing)) {
            aside = text.get();
        }
        mode.set(new Editing(seq, was));
        put(was);
    }

    /** Cancels an answer or an edit. True if there was one. */
    public boolean stepBack() {
        ComposerMode left = mode.get();
        mode.set(new Plain());
        if (left instanceof Editing) {
            put(aside);
        }
        return !(left instanceof Plain);
    }

    /** Edits the user's last message, if the field is empty (Up key). */
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

    /** Switches to another conversation and its draft. */
    public void switchTo(@Nullable ConversationHandle opened, String kept) {
        stepBack();
        attachments.leave();
        handle = opened;
        draft = new Draft(kept);
        put(kept);
    }

    /** Shows if this device is read-only. */
    public void show(boolean readOnly) {
        barred.set(readOnly ? MESSAGES.text("composer.readOnly") : "");
    }

    /** Applies the open conversation's draft from the client; replaces the text if another device changed it. */
    public void hear(String fresh) {
        if (draft.fromElsewhere(fresh) && mode.get() instanceof Plain) {
            put(fresh);
        }
    }

    /** Returns the target for files that are sent now. The first file carries the answer, if one is being written. */
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
                onFileSent(file);
            }
        };
    }

    /** Clears the field if the file that was sent is the text in it. */
    private void onFileSent(Path file) {
        TextAsFile made = asFile;
        if (made != null && made.file().equals(file)) {
            errand.run(made::text, this::clear, _ -> {});
        }
    }

    private void clear(String sent) {
        if (text.get().equals(sent) && mode.get() instanceof Plain) {
            text.set("");
        }
    }

    private static void correct(ConversationHandle to, Editing editing, String said) {
        if (!said.equals(editing.was())) {
            to.edit(editing.seq(), said);
        }
    }

    /** The text of the field, and the file that it was written to. */
    private record TextAsFile(Path file, String text) {}

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
        attachments.forgetRefused();
        draft.typed(now);
        to.saveDraft(now);
        if (!now.isBlank()) {
            to.typing();
        }
    }
}
