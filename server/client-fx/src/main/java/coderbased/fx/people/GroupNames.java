package coderbased.fx.people;

import coderbased.protocol.NameRule;

/** What a group can be called. */
final class GroupNames {

    private GroupNames() {}

    /** What is wrong with a name; empty for nothing. */
    static String problem(String name) {
        return name.isBlank() ? "A group needs a name." : NameRule.problem(name).orElse("");
    }
}
