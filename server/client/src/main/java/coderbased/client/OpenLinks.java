package coderbased.client;

import coderbased.client.net.Listeners;
import coderbased.client.net.Subscription;
import coderbased.protocol.LinkStatus;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Links that this phone started and whose end it does not know. Used on the client thread, except {@link #listen}.
 *
 * <p>Changes of a link are not sent to a phone that is offline, so it queries them after it reconnects.
 */
final class OpenLinks {

    private final Set<String> open = new LinkedHashSet<>();
    private final Listeners<LinkStatus> news = new Listeners<>();

    Subscription listen(Consumer<LinkStatus> listener) {
        return news.listen(listener);
    }

    void begun(String linkId) {
        open.add(linkId);
    }

    /** Applies a status that was received or queried. */
    void heard(LinkStatus status) {
        switch (status.step()) {
            case LINKED, ENDED -> open.remove(status.linkId());
            case WAITING, APPROVED -> open.add(status.linkId());
        }
        news.tell(status);
    }

    List<String> unfinished() {
        return List.copyOf(open);
    }

    void forget() {
        open.clear();
    }
}
