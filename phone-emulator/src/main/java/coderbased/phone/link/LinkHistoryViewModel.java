package coderbased.phone.link;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.client.PhoneLinks;
import coderbased.fx.Times;
import coderbased.fx.text.SafeText;
import coderbased.phone.parts.RefusalWords;
import coderbased.protocol.LinkEntry;
import coderbased.protocol.LinkHistory;
import coderbased.protocol.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The history of this account's links. Each entry seals the one before it. The phone keeps the last seal it has seen,
 * so that a rewritten history is noticed.
 */
public final class LinkHistoryViewModel {

    /** The account id, the number of the last entry, and its seal. */
    private static final Pattern MARK = Pattern.compile("(\\S+) (\\d{1,18}) (\\S+)");

    private final PhoneLinks links;
    private final String accountId;
    private final StringProperty lastSeen;
    private final Executor fx;
    private final Times times;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private long newest;
    private LinkHistory history = new LinkHistory(List.of());

    /** @param lastSeen the last line that this phone has seen, as {@link #mark} writes it; empty for none */
    public LinkHistoryViewModel(PhoneLinks links, String accountId, StringProperty lastSeen, Executor fx, Times times) {
        this.links = links;
        this.accountId = accountId;
        this.lastSeen = lastSeen;
        this.fx = fx;
        this.times = times;
    }

    /** Returns the entries, newest first. */
    public ObservableList<Row> rows() {
        return rows;
    }

    /** True if the history has arrived and has no entries. */
    public ReadOnlyBooleanProperty empty() {
        return empty.getReadOnlyProperty();
    }

    /** Returns the reason why the history is outdated or cannot be trusted; empty if all is well. */
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** Returns the result in words; empty for none. */
    public ReadOnlyStringProperty notice() {
        return notice.getReadOnlyProperty();
    }

    /** Asks the server for it. */
    public void refresh() {
        long mine = ++newest;
        links.history()
                .whenCompleteAsync(
                        (now, failure) -> {
                            if (mine == newest) { // an older answer that comes late says nothing new
                                heard(now, failure);
                            }
                        },
                        fx);
    }

    /**
     * Saves it, oldest entry first, one a line, in words and with local times. A file that ends in {@code .json} gets
     * the entries as they came, seals included, for checking them.
     */
    public void export(Path file) {
        boolean sealed = file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
        try {
            Files.writeString(file, sealed ? Wire.write(history) : inWords(), StandardCharsets.UTF_8);
            notice.set(MESSAGES.text("history.saved", "file", String.valueOf(file.getFileName())));
        } catch (IOException _) {
            problem.set(MESSAGES.text("history.unsaved"));
        }
    }

    private String inWords() {
        return history.entries().stream()
                .map(entry -> MESSAGES.text(
                        "history.line",
                        "time",
                        times.exact(entry.at()),
                        "event",
                        words(entry.what()),
                        "where",
                        where(entry)))
                .collect(Collectors.joining(System.lineSeparator(), "", System.lineSeparator()));
    }

    private void heard(@Nullable LinkHistory now, @Nullable Throwable failure) {
        if (now == null) {
            problem.set(failure == null ? "" : RefusalWords.of(failure).message());
            return;
        }
        history = now;
        rows.setAll(now.entries().reversed().stream().map(this::row).toList());
        empty.set(rows.isEmpty());
        boolean genuine = now.unbroken() && holdsLastSeen(now);
        problem.set(genuine ? "" : MESSAGES.text("history.broken"));
        notice.set(genuine && !rows.isEmpty() ? MESSAGES.text("history.genuine") : "");
        if (genuine && !now.entries().isEmpty()) {
            lastSeen.set(mark(now.entries().getLast()));
        }
    }

    private boolean holdsLastSeen(LinkHistory now) {
        Matcher seen = MARK.matcher(lastSeen.get());
        return !seen.matches()
                || !seen.group(1).equals(accountId)
                || now.holds(Long.parseLong(seen.group(2)), seen.group(3));
    }

    private String mark(LinkEntry last) {
        return accountId + " " + last.number() + " " + last.seal();
    }

    private Row row(LinkEntry entry) {
        boolean alarming = switch (entry.what()) {
            case WRONG_NUMBER, DENIED, LIMIT, DISOWNED -> true;
            case SHOWN, SCANNED, APPROVED, LINKED, CANCELLED, EXPIRED, DESKTOP_GONE, PHONE_LOGGED_OUT, CONFIRMED ->
                false;
        };
        return new Row(words(entry.what()), where(entry), sentence(times.inSentence(entry.at())), alarming);
    }

    private static String where(LinkEntry entry) {
        return MESSAGES.text(
                "history.where",
                "name",
                SafeText.name(entry.device().name()),
                "address",
                SafeText.name(entry.address()));
    }

    private static String words(LinkEntry.What what) {
        return MESSAGES.text(
                switch (what) {
                    case SHOWN -> "history.event.shown";
                    case SCANNED -> "history.event.scanned";
                    case APPROVED -> "history.event.approved";
                    case LINKED -> "history.event.linked";
                    case DENIED -> "history.event.denied";
                    case CANCELLED -> "history.event.cancelled";
                    case EXPIRED -> "history.event.expired";
                    case WRONG_NUMBER -> "history.event.wrongNumber";
                    case DESKTOP_GONE -> "history.event.desktopGone";
                    case LIMIT -> "history.event.limit";
                    case PHONE_LOGGED_OUT -> "history.event.phoneLoggedOut";
                    case CONFIRMED -> "history.event.confirmed";
                    case DISOWNED -> "history.event.disowned";
                });
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /**
     * One entry, ready to draw.
     *
     * @param where which computer it was about, and where whoever did it was seen
     */
    public record Row(String what, String where, String when, boolean alarming) {}
}
