package coderbased.chat;

import coderbased.protocol.Problem;
import coderbased.protocol.ProblemReason;
import coderbased.protocol.Protocol;

/** The reason why a change is refused. */
public enum RefusalReason {
    /** The answer is the same for other people's conversations and for those that never existed. */
    NO_CONVERSATION(ProblemReason.CONVERSATION_UNKNOWN),
    NO_MESSAGE(ProblemReason.MESSAGE_UNKNOWN),
    NO_PERSON(ProblemReason.PERSON_UNKNOWN),
    NO_INVITATION(ProblemReason.INVITATION_UNKNOWN),
    INVITATION_DECLINED(ProblemReason.INVITATION_DECLINED),
    NO_FILE(ProblemReason.FILE_NOT_UPLOADED),
    NOTHING(ProblemReason.MESSAGE_EMPTY),
    NO_GROUP(ProblemReason.GROUP_NEEDED),
    NOT_ADMIN(ProblemReason.GROUP_ADMIN_NEEDED),
    LAST_ADMIN(ProblemReason.GROUP_LAST_ADMIN),
    NOT_YOURS(ProblemReason.MESSAGE_NOT_YOURS),
    NOT_THIS_KIND(ProblemReason.EVENT_UNCHANGEABLE),
    READ_ONLY(ProblemReason.DEVICE_READ_ONLY),
    GROUP_FULL(ProblemReason.GROUP_FULL, "maxPeople", Protocol.MAX_MEMBERS),
    GROUP_WORN(ProblemReason.GROUP_WORN),
    TOO_MUCH(ProblemReason.MESSAGE_WORN),
    CHANGES_TODAY(ProblemReason.MESSAGES_TODAY),
    CONVERSATIONS_TODAY(ProblemReason.CONVERSATIONS_TODAY),
    PEOPLE_TODAY(ProblemReason.PEOPLE_TODAY),
    INVITED_TODAY(ProblemReason.INVITED_TODAY),
    TEXT_FULL(ProblemReason.MESSAGES_STORED),
    NOT_NOW(ProblemReason.STORE_UNAVAILABLE),
    /** Nor ever: repeating the request does not help. */
    NOT_STORABLE(ProblemReason.REQUEST_REJECTED);

    @SuppressWarnings("ImmutableEnumChecker") // nobody changes it
    private final Problem problem;

    RefusalReason(ProblemReason reason, Object... namesAndValues) {
        this.problem = reason.problem(namesAndValues);
    }

    Problem problem() {
        return problem;
    }
}
