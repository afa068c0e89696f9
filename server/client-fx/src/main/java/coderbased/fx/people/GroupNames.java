package coderbased.fx.people;

import coderbased.protocol.NameRule;

/** Rules for group names. */
final class GroupNames {

    private GroupNames() {}

    /** Returns the problem with a name; empty for none. */
    static String problem(String name) {
        return name.isBlank() ? "A group needs a name." : NameRule.problem(name).orElse("");
    }
}
