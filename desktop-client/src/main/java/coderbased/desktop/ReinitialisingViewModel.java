package coderbased.desktop;

import static coderbased.desktop.DesktopMessages.MESSAGES;

import coderbased.client.SessionState;
import coderbased.fx.text.SafeText;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The token is being presented: the last moment before the Authenticated State. */
final class ReinitialisingViewModel implements Screen {

    private final Runnable retry;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");

    ReinitialisingViewModel(Runnable retry) {
        this.retry = retry;
    }

    ReinitialisingViewModel show(SessionState.Reinitialising state) {
        title.set(
                state.profile() == null
                        ? MESSAGES.text("reinitialising.title")
                        : MESSAGES.text(
                                "reinitialising.titleAs",
                                "name",
                                SafeText.name(state.profile().name())));
        trouble.set(state.trouble() == null ? "" : state.trouble());
        return this;
    }

    /** Returns the title. */
    ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    /** Returns the reason for the delay; empty while all is well. */
    ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** Tries again now. */
    void retry() {
        retry.run();
    }
}
