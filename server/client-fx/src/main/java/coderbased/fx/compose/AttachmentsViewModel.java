package coderbased.fx.compose;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.Errand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Files that are about to be sent, and their caption: one tray per conversation.
 *
 * <p>Reading files takes time, and the user may open another conversation meanwhile. Results go into the tray of the
 * conversation in which they were requested, and are shown when it is opened again.
 */
public final class AttachmentsViewModel {

    private final Errand errand;
    private final Errand sending;
    private final Supplier<BiConsumer<Path, String>> here;
    private final ObservableList<Attachment> files = FXCollections.observableArrayList();
    private final StringProperty caption = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper refused = new ReadOnlyStringWrapper("");
    private final ObservableValue<String> captionProblem = caption.map(TextLimit::problem);
    private final Map<String, Tray> elsewhere = new HashMap<>();
    private Predicate<String> known = conversation -> true;
    private String open = "";

    /**
     * @param here returns the target for files sent now, whatever is opened later. It takes a file and its caption, and
     *     throws IllegalArgumentException with a message for the user
     */
    AttachmentsViewModel(Errand errand, Supplier<BiConsumer<Path, String>> here) {
        this.errand = errand;
        this.sending = errand.inTurn();
        this.here = here;
    }

    /** Returns the files; empty for none. */
    public ObservableList<Attachment> files() {
        return files;
    }

    /** Returns the caption, which goes with the first file. */
    public StringProperty caption() {
        return caption;
    }

    /** Returns the reasons why files were not accepted; empty if all were. */
    public ReadOnlyStringProperty refused() {
        return refused.getReadOnlyProperty();
    }

    /** Forgets the reasons why files were not accepted, because the user does something else. */
    void forgetRefused() {
        refused.set("");
    }

    /** Returns the reason why the caption cannot be sent; empty if it can. */
    public ObservableValue<String> captionProblem() {
        return captionProblem;
    }

    /** Adds files that the user chose, dropped or pasted. */
    public void add(List<Path> paths) {
        intake().add(paths);
    }

    /** Adds pasted content without a file; {@code writer} creates one, and may block. */
    public void addMade(Callable<Path> writer) {
        Intake intake = intake();
        errand.run(
                writer,
                path -> intake.add(List.of(path)),
                why -> say(intake.conversation, MESSAGES.text("files.pastedUnsendable")));
    }

    /** Returns an intake for the conversation that is open now, whatever is open later. */
    public Intake intake() {
        return new Intake(open);
    }

    /** Removes a file. */
    public void remove(Attachment file) {
        files.remove(file);
    }

    /** Sends the files in order. {@link #refused} then has the reasons of those that could not be sent. */
    public void send() {
        if (!captionProblem.getValue().isEmpty()) {
            return;
        }
        refused.set("");
        String beside = caption.get().strip();
        List<Attachment> all = List.copyOf(files);
        BiConsumer<Path, String> to = here.get();
        String conversation = open;
        cancel();
        sending.run(() -> send(all, beside, to), why -> say(conversation, why), why -> say(conversation, why));
    }

    /** Removes all files. */
    public void cancel() {
        files.clear();
        caption.set("");
    }

    /** Puts away the tray of the conversation that was open. */
    void leave() {
        Tray tray = new Tray(List.copyOf(files), caption.get(), refused.get());
        String left = open;
        open = "";
        cancel();
        refused.set("");
        if (!left.isEmpty() && !tray.isEmpty()) {
            elsewhere.put(left, tray);
        }
    }

    /** Shows the tray of a conversation; called after everything else of it is shown. */
    public void enter(String conversation) {
        open = conversation;
        Tray tray = elsewhere.remove(conversation);
        if (tray != null) {
            caption.set(tray.caption());
            refused.set(tray.refused());
            files.setAll(tray.files());
        }
    }

    /**
     * Limits the trays to known conversations.
     *
     * @param known true for a conversation of the user; trays of others are dropped
     */
    public void onlyFor(Predicate<String> known) {
        this.known = known;
    }

    /** Returns the reasons why files could not be sent; empty if all could. */
    private static String send(List<Attachment> all, String caption, BiConsumer<Path, String> to) {
        List<String> why = new ArrayList<>();
        String beside = caption;
        for (Attachment file : all) {
            try {
                to.accept(file.path(), beside);
                beside = "";
            } catch (IllegalArgumentException e) {
                why.add(String.valueOf(e.getMessage()));
            }
        }
        return String.join("\n", why);
    }

    private void take(String conversation, Looked looked) {
        say(conversation, String.join("\n", looked.refused()));
        if (conversation.equals(open)) {
            files.addAll(looked.good());
        } else if (!looked.good().isEmpty()) {
            keep(conversation, elsewhere.getOrDefault(conversation, Tray.EMPTY).with(looked.good()));
        }
    }

    private void say(String conversation, String why) {
        if (conversation.equals(open)) {
            refused.set(why);
        } else if (!why.isEmpty()) {
            keep(conversation, elsewhere.getOrDefault(conversation, Tray.EMPTY).refusing(why));
        }
    }

    private void keep(String conversation, Tray tray) {
        elsewhere.keySet().removeIf(known.negate());
        if (known.test(conversation)) {
            elsewhere.put(conversation, tray);
        } else {
            refused.set(MESSAGES.text("files.chatGone"));
        }
    }

    private static Looked look(List<Path> paths) {
        List<Attachment> good = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (Path path : paths) {
            try {
                good.add(Attachment.of(path));
            } catch (IllegalArgumentException e) {
                refused.add(String.valueOf(e.getMessage()));
            }
        }
        return new Looked(good, refused);
    }

    /** Adds files to the tray of one conversation. */
    public final class Intake {

        private final String conversation;

        private Intake(String conversation) {
            this.conversation = conversation;
        }

        /** Adds files after their properties were read. */
        public void add(List<Path> paths) {
            errand.run(() -> look(paths), looked -> take(conversation, looked), why -> say(conversation, why));
        }
    }

    private record Looked(List<Attachment> good, List<String> refused) {}

    /** Tray of a conversation that is not open. */
    private record Tray(List<Attachment> files, String caption, String refused) {

        static final Tray EMPTY = new Tray(List.of(), "", "");

        boolean isEmpty() {
            return equals(EMPTY);
        }

        Tray with(List<Attachment> more) {
            List<Attachment> all = new ArrayList<>(files);
            all.addAll(more);
            return new Tray(List.copyOf(all), caption, refused);
        }

        Tray refusing(String why) {
            return new Tray(files, caption, refused.isEmpty() ? why : refused + "\n" + why);
        }
    }
}
