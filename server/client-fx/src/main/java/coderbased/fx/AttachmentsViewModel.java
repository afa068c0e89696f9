package coderbased.fx;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The files the person is about to send, and what stands beside them. */
public final class AttachmentsViewModel {

    private final Errand errand;
    private final Errand sending;
    private final Supplier<BiConsumer<Path, String>> here;
    private final ObservableList<Attachment> files = FXCollections.observableArrayList();
    private final StringProperty caption = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper refused = new ReadOnlyStringWrapper("");
    private final ObservableValue<String> captionProblem = caption.map(TextLimit::problem);

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

    /** Why the caption can not be sent; empty where it can. */
    public ObservableValue<String> captionProblem() {
        return captionProblem;
    }

    /** The person chose, dropped or pasted these. */
    public void add(List<Path> paths) {
        errand.run(() -> look(paths), this::take, refused::set);
    }

    /** The person pasted something that has no file yet; {@code writer} makes one, and may take a while. */
    public void addMade(Callable<Path> writer) {
        errand.run(writer, path -> add(List.of(path)), why -> refused.set("What was pasted can not be sent."));
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
        cancel();
        sending.run(() -> send(all, beside, to), refused::set, refused::set);
    }

    /** The person thought better of all. */
    public void cancel() {
        files.clear();
        caption.set("");
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

    private void take(Looked looked) {
        refused.set(String.join("\n", looked.refused()));
        files.addAll(looked.good());
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

    private record Looked(List<Attachment> good, List<String> refused) {}
}
