package coderbased.desktop;

import static coderbased.desktop.DesktopMessages.MESSAGES;

import coderbased.client.SessionState.Notice;
import coderbased.client.messages.EndWords;
import coderbased.fx.Times;
import coderbased.fx.text.SafeText;
import coderbased.protocol.Logout;
import coderbased.protocol.LogoutReason;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The reason why the person is back in the Guest State, until it is read and closed.
 *
 * <p>Way out 4.
 */
final class NoticeViewModel {

    /**
     * The text of the banner.
     *
     * @param detail when, until when, and what the people who run the server say about it; may be empty
     * @param loggedOut whether a session ended, not just a link that came to nothing
     */
    record Text(String headline, String detail, boolean loggedOut) {}

    private final Times times;
    private final ReadOnlyObjectWrapper<@Nullable Text> text = new ReadOnlyObjectWrapper<>();
    private @Nullable Notice shown;
    private @Nullable Notice closed;

    NoticeViewModel(Clock clock) {
        this.times = new Times(clock);
    }

    /** Shows it unless the person has closed this very one. */
    void show(@Nullable Notice notice) {
        shown = notice;
        text.set(notice != null && !notice.equals(closed) ? words(notice) : null);
    }

    /** Returns the text to show; null for none. */
    ReadOnlyObjectProperty<@Nullable Text> text() {
        return text.getReadOnlyProperty();
    }

    /** Hides it: the person has read it. */
    void close() {
        closed = shown;
        text.set(null);
    }

    private Text words(Notice notice) {
        return switch (notice) {
            case Notice.LoggedOut(Logout logout) -> new Text(EndWords.of(logout.reason()), detail(logout), true);
            case Notice.LoginSetAside(String what) -> new Text(what, MESSAGES.text("notice.link"), false);
            case Notice.LinkEnded(var end) -> new Text(EndWords.onDesktop(end), "", false);
        };
    }

    private String detail(Logout logout) {
        List<String> detail = new ArrayList<>();
        if (logout.reason() != LogoutReason.LOGGED_OUT_HERE) {
            detail.add(MESSAGES.text("notice.at", "time", times.inSentence(logout.at())));
        }
        if (logout.until() != null) {
            detail.add(MESSAGES.text("notice.until", "time", times.inSentence(logout.until())));
        }
        if (logout.note() != null && !logout.note().isBlank()) {
            detail.add(MESSAGES.text("notice.note", "note", SafeText.preview(logout.note())));
        }
        return String.join(" ", detail);
    }
}
