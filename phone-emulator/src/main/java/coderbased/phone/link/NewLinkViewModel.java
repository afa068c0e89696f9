package coderbased.phone.link;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.client.PhoneLinks;
import coderbased.client.net.Subscription;
import coderbased.fx.Times;
import coderbased.fx.text.SafeText;
import coderbased.phone.parts.RefusalWords;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.NewLink;
import coderbased.protocol.Problem;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The question "Was it you?" after a new link. Asked on every phone of the account except the one that approved it,
 * about one computer at a time, and again at each opening until it was answered.
 */
public final class NewLinkViewModel implements AutoCloseable {

    private final PhoneLinks phone;
    private final Executor fx;
    private final Times times;
    private final Subscription subscription;
    private final ReadOnlyStringWrapper question = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper advice = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private List<NewLink> links = List.of();
    private @Nullable NewLink asked;

    public NewLinkViewModel(PhoneLinks phone, Executor fx, Times times) {
        this.phone = phone;
        this.fx = fx;
        this.times = times;
        this.subscription = phone.onNew(links -> fx.execute(() -> show(links)));
    }

    /** Returns the question; empty for none. */
    public ReadOnlyStringProperty question() {
        return question.getReadOnlyProperty();
    }

    /** Returns the advice after a link that was not the person's; empty for none. */
    public ReadOnlyStringProperty advice() {
        return advice.getReadOnlyProperty();
    }

    /** Returns the reason why the answer was not delivered; empty if all is well. */
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** True while an answer is being sent. */
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Confirms that the link was the person's own. */
    public void mine() {
        answer(true);
    }

    /** Reports that the link was not the person's own: the computer is logged out. */
    public void notMine() {
        answer(false);
    }

    /** Hides the advice. */
    public void dismissAdvice() {
        advice.set("");
    }

    @Override
    public void close() {
        subscription.close();
    }

    private void show(List<NewLink> now) {
        links = now;
        asked = links.isEmpty() ? null : links.getFirst();
        problem.set("");
        question.set(asked == null ? "" : words(asked));
    }

    private String words(NewLink link) {
        return MESSAGES.text(
                "newLink.question",
                "name",
                SafeText.name(link.device().name()),
                "when",
                times.inSentence(link.linkedAt()),
                "address",
                SafeText.name(link.address()));
    }

    private void answer(boolean mine) {
        NewLink about = asked;
        if (about != null && !busy.get()) {
            busy.set(true);
            phone.answerNew(about.sessionId(), mine)
                    .whenCompleteAsync((done, failure) -> answered(about, mine, failure), fx);
        }
    }

    /** Asks about the next new link. */
    private void answered(NewLink about, boolean mine, @Nullable Throwable failure) {
        busy.set(false);
        Problem refused = failure == null ? null : RefusalWords.of(failure);
        if (refused == null || refused.code() == ErrorCode.NOT_FOUND) {
            show(links.stream()
                    .filter(link -> !link.sessionId().equals(about.sessionId()))
                    .toList());
            advice.set(mine ? "" : MESSAGES.text("newLink.advice"));
        } else if (about.equals(asked)) {
            problem.set(refused.message());
        }
    }
}
