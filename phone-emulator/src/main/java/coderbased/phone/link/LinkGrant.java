package coderbased.phone.link;

import coderbased.protocol.LinkChoices;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** The rights that a person grants a computer: everything until they log it out, unless they limit them. */
public final class LinkGrant {

    private final BooleanProperty untilTonight = new SimpleBooleanProperty();
    private final BooleanProperty readOnly = new SimpleBooleanProperty();
    private final BooleanProperty withoutHistory = new SimpleBooleanProperty();

    /** True if it is logged out at midnight, in the phone's time zone. */
    public BooleanProperty untilTonight() {
        return untilTonight;
    }

    /** True if it can only read. */
    public BooleanProperty readOnly() {
        return readOnly;
    }

    /** True if it sees no earlier messages. */
    public BooleanProperty withoutHistory() {
        return withoutHistory;
    }

    /** Returns the rights as they are sent to the server. */
    LinkChoices choices(Instant now, ZoneId zone) {
        LocalDate tomorrow = now.atZone(zone).toLocalDate().plusDays(1);
        return new LinkChoices(
                untilTonight.get() ? tomorrow.atStartOfDay(zone).toInstant() : null,
                readOnly.get(),
                withoutHistory.get());
    }
}
