package coderbased.fx.people;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.client.messages.ProblemWords;
import coderbased.protocol.NameRule;

/** Rules for group names. */
final class GroupNames {

    private GroupNames() {}

    /** Returns the problem with a name; empty for none. */
    static String problem(String name) {
        return name.isBlank()
                ? MESSAGES.text("group.name.missing")
                : NameRule.problem(name).map(ProblemWords::sentence).orElse("");
    }
}
