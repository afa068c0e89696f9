package coderbased.auth.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A list of the published events, which go no further. Confined to one thread. */
public record ToldEvents(List<AuthEvent> told) implements AuthEvents {

    /** Begins with none. */
    public ToldEvents() {
        this(new ArrayList<>());
    }

    @Override
    public void publish(AuthEvent event) {
        told.add(event);
    }

    @Override
    public AutoCloseable subscribe(Consumer<AuthEvent> listener) {
        throw new UnsupportedOperationException("nobody listens");
    }
}
