package coderbased.fx.compose;

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
 * The files the person is about to send, and what stands beside them: one tray for each conversation.
 *
 * <p>Looking at files takes a while, and the person may open another conversation meanwhile. What comes of it goes into the
 * tray of the conversation that was open when it was begun, and is shown when that one is opened again.
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
     * @param here where files go that are sent now, whatever is opened meanwhile: takes a file and its caption; throws
     *     IllegalArgumentException with a sentence for the person
     */
    AttachmentsViewModel(Errand errand, Supplier<BiConsumer<Path, String>> here) {
        this.errand = errand;
        this.sending = errand.inTurn();
        this.here = here;
    }

    /** What would be sent; empty for nothing. */
    public ObservableList<Attachment> files() {
        return files;
    }

    /** Text beside the first of them. */
    public StringProperty caption() {
        return caption;
    }

    /** Why a file was not taken; empty where all were. */
    public ReadOnlyStringProperty refused() {
        return refused.getReadOnlyProperty();
    }

    /** Why the caption cannot be sent; empty where it can. */
    public ObservableValue<String> captionProblem() {
        return captionProblem;
    }

    /** The person chose, dropped or pasted these. */
    public void add(List<Path> paths) {
        intake().add(paths);
    }

    /** The person pasted something that has no file yet; {@code writer} makes one, and may take a while. */
    public void addMade(Callable<Path> writer) {
        Intake intake = intake();
        errand.run(
                writer,
                path -> intake.add(List.of(path)),
                why -> say(intake.conversation, "The pasted content cannot be sent."));
    }

    /** Returns the way into the tray of the conversation that is open now, whatever is open when something is added. */
    public Intake intake() {
        return new Intake(open);
    }

    /** The person thought better of one. */
    public void remove(Attachment file) {
        files.remove(file);
    }

    /** Sends them, in order. {@link #refused} says which of them could not be sent after all, and why. */
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

    /** The person thought better of all. */
    public void cancel() {
        files.clear();
        caption.set("");
    }

    /** Puts the tray of the conversation that was open away. */
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

    /** Takes the tray of a conversation out, once everything else of it is on the screen. */
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
     * Limits what is kept to some conversations.
     *
     * @param known true for a conversation that the person is in: nothing is kept for any other
     */
    public void onlyFor(Predicate<String> known) {
        this.known = known;
    }

    /** Why some could not be sent; empty where all could. */
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
            refused.set("The chat no longer exists. The files were not sent.");
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

    /** The way into one conversation's tray. */
    public final class Intake {

        private final String conversation;

        private Intake(String conversation) {
            this.conversation = conversation;
        }

        /** Adds these files, once they were looked at. */
        public void add(List<Path> paths) {
            errand.run(() -> look(paths), looked -> take(conversation, looked), why -> say(conversation, why));
        }
    }

    private record Looked(List<Attachment> good, List<String> refused) {}

    /** What waits in a conversation that is not open. */
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
