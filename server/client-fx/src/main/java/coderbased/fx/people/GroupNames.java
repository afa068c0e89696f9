package coderbased.fx.people;

import coderbased.protocol.Protocol;

/** What a group can be called. */
final class GroupNames {

    private GroupNames() {}

    /** What is wrong with a name; empty for nothing. */
    static String problem(String name) {
        if (name.isBlank()) {
            return "A group needs a name.";
        }
        int length = name.codePointCount(0, name.length());
        return length <= Protocol.MAX_NAME_CHARS
                ? ""
                : "The name has " + length + " characters; at most " + Protocol.MAX_NAME_CHARS + " fit.";
    }
}
