package coderbased.auth.session;

import coderbased.protocol.ErrorCode;
import coderbased.protocol.LinkEnd;
import coderbased.protocol.LogoutReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A list of the counted links and ends: "linked", the end of a link, or that of a session. Confined to one thread. */
public record CountedLinks(List<String> links) implements AuthMeter {

    /** Begins with none. */
    public CountedLinks() {
        this(new ArrayList<>());
    }

    @Override
    public void linked() {
        links.add("linked");
    }

    @Override
    public void notLinked(LinkEnd why) {
        links.add(why.name());
    }

    @Override
    public void ended(LogoutReason reason) {
        links.add("session " + reason);
    }

    @Override
    public void wiped(Duration afterItsEnd) {}

    @Override
    public void signInRefused(ErrorCode why) {}
}
