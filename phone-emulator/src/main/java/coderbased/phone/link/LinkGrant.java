package coderbased.phone.link;

import coderbased.protocol.LinkChoices;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** What a person grants a computer: everything until they log it out, unless they say less. */
public final class LinkGrant {

    private final BooleanProperty untilTonight = new SimpleBooleanProperty();
    private final BooleanProperty readOnly = new SimpleBooleanProperty();
    private final BooleanProperty withoutHistory = new SimpleBooleanProperty();

    /** Whether it is logged out at midnight, where the phone is. */
    public BooleanProperty untilTonight() {
        return untilTonight;
    }

    /** Whether it may only read. */
    public BooleanProperty readOnly() {
        return readOnly;
    }

    /** Whether it sees only what is said from now on. */
    public BooleanProperty withoutHistory() {
        return withoutHistory;
    }

    /** All of it, as it is told to the server. */
    LinkChoices choices(Instant now, ZoneId zone) {
        LocalDate tomorrow = now.atZone(zone).toLocalDate().plusDays(1);
        return new LinkChoices(
                untilTonight.get() ? tomorrow.atStartOfDay(zone).toInstant() : null,
                readOnly.get(),
                withoutHistory.get());
    }
}
