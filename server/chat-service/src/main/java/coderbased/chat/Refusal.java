package coderbased.chat;

import coderbased.auth.HttpCall;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Problem;
import coderbased.protocol.Protocol;

/** Why a change that was asked for cannot be made, for programs and in words for the person who asked. */
public enum Refusal {
    /** Somebody else's conversation and one that never was are the same to who asks. */
    NO_CONVERSATION(ErrorCode.NOT_FOUND, "There is no such conversation."),
    NO_MESSAGE(ErrorCode.NOT_FOUND, "There is no such message in this conversation, or it was taken back."),
    NO_PERSON(ErrorCode.NOT_FOUND, "There is no such person here."),
    NO_INVITATION(ErrorCode.NOT_FOUND, "This invitation is not open any more."),
    INVITATION_DECLINED(
            ErrorCode.NOT_ALLOWED,
            "This person declined your invitation to this group. You can add them after they write to you."),
    NO_FILE(ErrorCode.NOT_FOUND, "The server does not have this file from you. Upload it, then send it again."),
    NOTHING(ErrorCode.BAD_REQUEST, "There is nothing in this message. Write something."),
    NO_GROUP(ErrorCode.NOT_ALLOWED, "This is a conversation of two. Make a group to talk with more people."),
    NOT_ADMIN(ErrorCode.NOT_ALLOWED, "Only an admin of the group can do this. Ask one of them."),
    LAST_ADMIN(ErrorCode.NOT_ALLOWED, "A group needs an admin. Make somebody else one first."),
    NOT_YOURS(ErrorCode.NOT_ALLOWED, "Only who sent a message can change it or take it back."),
    NOT_THIS_KIND(ErrorCode.NOT_ALLOWED, "This cannot be done with what the group itself tells."),
    READ_ONLY(ErrorCode.NOT_ALLOWED, HttpCall.READ_ONLY),
    GROUP_FULL(
            ErrorCode.TOO_BIG,
            "A group holds at most " + Protocol.MAX_MEMBERS + " people. Make another group for the others."),
    GROUP_WORN(ErrorCode.TOO_BIG, "Too many people have come and gone in this group. Make a new one."),
    TOO_MUCH(ErrorCode.TOO_BIG, "This message cannot carry any more. Shorten it, or write a new one."),
    CHANGES_TODAY(
            ErrorCode.LIMIT_REACHED,
            "You have sent as much as one account may send in a day. Try again tomorrow, after midnight UTC."),
    CONVERSATIONS_TODAY(
            ErrorCode.LIMIT_REACHED,
            "You have begun as many conversations as one account may begin in a day. Try again tomorrow, after midnight UTC."),
    PEOPLE_TODAY(
            ErrorCode.LIMIT_REACHED,
            "You have added as many people to groups as one account may add in a day. Add fewer, or try again tomorrow, after"
                    + " midnight UTC."),
    INVITED_TODAY(
            ErrorCode.LIMIT_REACHED,
            "One of these people was invited or added too often today. Leave them out, or try again tomorrow, after midnight"
                    + " UTC."),
    TEXT_FULL(
            ErrorCode.LIMIT_REACHED,
            "Your messages fill the space that one account has on this server. Delete some of them, then try again."),
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

    /** What happened and what to do, for the person. */
    String sentence() {
        return sentence;
    }

    Problem problem() {
        return Problem.of(code, sentence);
    }
}
