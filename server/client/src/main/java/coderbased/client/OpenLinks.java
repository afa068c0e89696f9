package coderbased.client;

import coderbased.client.net.Listeners;
import coderbased.client.net.Subscription;
import coderbased.protocol.LinkStatus;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The links that this phone began, as far as it does not know how they ended. Used on the client's own thread, except
 * {@link #listen}.
 *
 * <p>What happens to a link while the phone is not connected is told to nobody, so it is asked for afterwards.
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

    /** Told or asked for. */
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
