package coderbased.desktop;

import static coderbased.desktop.DesktopMessages.MESSAGES;

import coderbased.client.WebClient;
import coderbased.client.net.Subscription;
import coderbased.fx.Times;
import coderbased.fx.text.SafeText;
import coderbased.protocol.NewLink;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The notice that another computer was linked to this account, until it is closed or answered on the phone. */
final class NewLinkViewModel implements AutoCloseable {

    private final Times times;
    private final Subscription subscription;
    private final Set<String> closed = new HashSet<>();
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private List<NewLink> links = List.of();

    NewLinkViewModel(WebClient client, Executor fx, Times times) {
        this.times = times;
        this.subscription = client.onNewLinks(fresh -> fx.execute(() -> show(fresh)));
    }

    /** Returns the sentence about a new link; empty if the person has seen them all. */
    ReadOnlyStringProperty words() {
        return words.getReadOnlyProperty();
    }

    /** Hides it: the person has read it. */
    void dismiss() {
        links.forEach(link -> closed.add(link.sessionId()));
        show(links);
    }

    @Override
    public void close() {
        subscription.close();
    }

    private void show(List<NewLink> fresh) {
        links = fresh;
        words.set(fresh.stream()
                .filter(link -> !closed.contains(link.sessionId()))
                .findFirst()
                .map(this::sentence)
                .orElse(""));
    }

    private String sentence(NewLink link) {
        return MESSAGES.text(
                "newLink.words",
                "device",
                SafeText.name(link.device().name()),
                "time",
                times.inSentence(link.linkedAt()),
                "address",
                SafeText.name(link.address()));
    }
}
