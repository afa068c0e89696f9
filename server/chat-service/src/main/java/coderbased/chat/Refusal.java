package coderbased.chat;

import coderbased.auth.HttpCall;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Problem;
import coderbased.protocol.Protocol;

/** The reason why a change is refused, for programs and in words for the person who asked. */
public enum Refusal {
    /** The answer is the same for other people's conversations and for those that never existed. */
    NO_CONVERSATION(ErrorCode.NOT_FOUND, "There is no such conversation."),
    NO_MESSAGE(ErrorCode.NOT_FOUND, "There is no such message in this conversation, or it was deleted."),
    NO_PERSON(ErrorCode.NOT_FOUND, "There is no such person on this server."),
    NO_INVITATION(ErrorCode.NOT_FOUND, "This invitation is no longer open."),
    INVITATION_DECLINED(
            ErrorCode.NOT_ALLOWED,
            "This person declined your invitation to this group. You can add them after they write to you."),
    NO_FILE(ErrorCode.NOT_FOUND, "The server does not have this file from you. Upload it, then send it again."),
    NOTHING(ErrorCode.BAD_REQUEST, "The message is empty. Write something."),
    NO_GROUP(ErrorCode.NOT_ALLOWED, "This is a conversation between two people. Make a group to talk with more."),
    NOT_ADMIN(ErrorCode.NOT_ALLOWED, "Only an admin of the group can do this. Ask one of them."),
    LAST_ADMIN(ErrorCode.NOT_ALLOWED, "A group needs an admin. Make someone else an admin first."),
    NOT_YOURS(ErrorCode.NOT_ALLOWED, "Only the sender can edit or delete a message."),
    NOT_THIS_KIND(ErrorCode.NOT_ALLOWED, "This cannot be done with a group event."),
    READ_ONLY(ErrorCode.NOT_ALLOWED, HttpCall.READ_ONLY),
    GROUP_FULL(
            ErrorCode.TOO_BIG,
            "A group can have at most " + Protocol.MAX_MEMBERS + " people. Make another group for the others."),
    GROUP_WORN(ErrorCode.TOO_BIG, "Too many people have joined and left this group. Make a new one."),
    TOO_MUCH(ErrorCode.TOO_BIG, "This message has reached its limit. Shorten it, or write a new one."),
    CHANGES_TODAY(
            ErrorCode.LIMIT_REACHED,
            "You have reached today's limit for sending. Try again tomorrow, after midnight UTC."),
    CONVERSATIONS_TODAY(
            ErrorCode.LIMIT_REACHED,
            "You have reached today's limit for new conversations. Try again tomorrow, after midnight UTC."),
    PEOPLE_TODAY(
            ErrorCode.LIMIT_REACHED,
            "You have reached today's limit for adding people to groups. Add fewer, or try again tomorrow, after"
                    + " midnight UTC."),
    INVITED_TODAY(
            ErrorCode.LIMIT_REACHED,
            "One of these people was invited or added too often today. Leave them out, or try again tomorrow, after"
                    + " midnight UTC."),
    TEXT_FULL(
            ErrorCode.LIMIT_REACHED,
            "Your messages have reached this account's storage limit. Delete some of them, then try again."),
    NOT_NOW(ErrorCode.TRY_LATER, "The server cannot store anything now. Try again in a moment.");

    private final ErrorCode code;
    private final String sentence;

    Refusal(ErrorCode code, String sentence) {
        this.code = code;
        this.sentence = sentence;
    }

    ErrorCode code() {
        return code;
    }

    /** Returns a sentence for the person: what happened and what to do. */
    String sentence() {
        return sentence;
    }

    Problem problem() {
        return Problem.of(code, sentence);
    }
}
