package coderbased.protocol;

import static coderbased.protocol.ErrorCode.BAD_REQUEST;
import static coderbased.protocol.ErrorCode.LIMIT_REACHED;
import static coderbased.protocol.ErrorCode.LINK_OVER;
import static coderbased.protocol.ErrorCode.NOT_ALLOWED;
import static coderbased.protocol.ErrorCode.NOT_FOUND;
import static coderbased.protocol.ErrorCode.SLOW_DOWN;
import static coderbased.protocol.ErrorCode.TOO_BIG;
import static coderbased.protocol.ErrorCode.TRY_LATER;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reasons why the server refuses a request: the closed list from which every refusal is made. A client words each
 * reason itself; the English text goes along for other clients. Thread-safe.
 *
 * <p>The names in braces are the names of the reason's arguments. A name ends with its unit.
 */
public enum ProblemReason {
    // Accounts and sessions
    ACCOUNT_UNKNOWN(NOT_FOUND, "There is no account with this handle."),
    ADMIN_TOKEN_NEEDED(NOT_ALLOWED, "This needs the admin token."),
    BAN_OVER(BAD_REQUEST, "The ban would end before it begins: {until}."),
    DEVICE_FROZEN(NOT_ALLOWED, DisconnectReason.FROZEN.sentence()),
    DEVICE_KEY_INVALID(BAD_REQUEST, "The device's key is not valid. Install the app again."),
    DEVICE_READ_ONLY(
            NOT_ALLOWED, "This computer may only read. To write here, log it out on the phone and link it again."),
    DEVICE_UNKNOWN(NOT_FOUND, "This device is no longer linked."),
    HANDLE_FORM(BAD_REQUEST, "A handle has 3 to 30 characters: a-z, 0-9, dot, hyphen, underscore."),
    HANDLE_TAKEN(ErrorCode.HANDLE_TAKEN, "This handle is taken. Choose another one."),
    HANDLE_OR_PASSWORD_WRONG(ErrorCode.WRONG_PASSWORD, "The handle or the password is wrong."),
    LOGGED_OUT(ErrorCode.LOGGED_OUT, "This device was logged out. Sign in again."),
    NOT_SIGNED_IN(ErrorCode.NOT_SIGNED_IN, "This device is not signed in. Sign in first."),
    PASSWORD_LENGTH(BAD_REQUEST, "A password has {minChars} to {maxChars} characters. A short sentence works well."),
    PASSWORD_WRONG(ErrorCode.WRONG_PASSWORD, "The password is wrong."),
    PHONE_ONLY(NOT_ALLOWED, "Only the phone may do this."),
    PROOF_CLOCK_WRONG(ErrorCode.PROOF_STALE, "This device's clock is wrong, or the request took too long. Try again."),
    PROOF_NOT_RECORDED(ErrorCode.PROOF_STALE, "The server cannot record this request now. Try again."),
    PROOF_REFUSED(ErrorCode.PROOF_REFUSED, "The request does not prove that it comes from this device. Try again."),
    SESSION_NOT_ENDED(NOT_ALLOWED, "This session has not ended."),
    SESSION_UNKNOWN(ErrorCode.NOT_SIGNED_IN, "This device is not signed in. Sign in again."),

    // Linking
    CODE_EXPIRED(ErrorCode.CODE_EXPIRED, "This code has expired. Scan the one that the computer shows now."),
    CODE_MISSING(BAD_REQUEST, "Scan a code or type one."),
    CODE_NOT_SHOWN(
            ErrorCode.CODE_EXPIRED,
            "No computer shows this code now. Check it against the screen, character by character."),
    CODE_UNREADABLE(BAD_REQUEST, "This is not a login code, or part of it is missing. Scan it again."),
    CODE_USED(ErrorCode.CODE_USED, "This code was already used. Scan the new one on the computer."),
    DESKTOP_GONE(ErrorCode.DESKTOP_GONE, LinkEnd.DESKTOP_GONE.phoneSentence()),
    LINK_CANCELLED(LINK_OVER, LinkEnd.CANCELLED.phoneSentence()),
    LINK_CODES_OVER(LINK_OVER, LinkEnd.NO_MORE_CODES.phoneSentence()),
    LINK_DENIED(LINK_OVER, LinkEnd.DENIED.phoneSentence()),
    LINK_END_TIME(BAD_REQUEST, "Choose an end time within the next 24 hours, and check this phone's clock."),
    LINK_EXPIRED(LINK_OVER, LinkEnd.EXPIRED.phoneSentence()),
    LINK_PHONE_LOGGED_OUT(LINK_OVER, LinkEnd.PHONE_LOGGED_OUT.phoneSentence()),
    LINK_UNKNOWN(NOT_FOUND, "There is no such link. Scan the code on the computer again."),
    LINK_WRONG_NUMBER(LINK_OVER, LinkEnd.WRONG_NUMBER.phoneSentence()),
    PASSWORD_NEEDED(ErrorCode.PASSWORD_NEEDED, "Type your password to link a computer."),
    TOO_MANY_DEVICES(ErrorCode.TOO_MANY_DEVICES, LinkEnd.LIMIT.phoneSentence()),

    // Rates
    ATTEMPTS_TOO_MANY(SLOW_DOWN, "Too many attempts. Wait a moment and try again."),
    DEVICE_REQUESTS_TOO_MANY(SLOW_DOWN, "This device sends too many requests. Wait a moment and try again."),
    LINKS_TOO_MANY(SLOW_DOWN, "Too many links in a short time. Wait a few minutes and try again."),
    MESSAGES_TOO_MANY(SLOW_DOWN, "Too many messages at once. This one is sent again in a moment."),
    PASSWORDS_TOO_MANY(SLOW_DOWN, "Too many wrong passwords. Wait a few minutes and try again."),
    REQUESTS_TOO_MANY(SLOW_DOWN, "Too many requests at once. Wait a moment and try again."),
    SIGN_INS_TOO_MANY(TRY_LATER, "Too many people are signing in at once. Try again in a moment."),
    TYPED_CODES_TOO_MANY(SLOW_DOWN, "Too many wrong codes. Scan the code instead, or wait a few minutes."),

    // Names
    FILE_NAME_BLANKS(BAD_REQUEST, "This file's name has blanks around it, or several in a row. Rename the file."),
    FILE_NAME_INCOMPLETE(BAD_REQUEST, "This file's name holds half a character. Rename the file."),
    FILE_NAME_LENGTH(BAD_REQUEST, "A file's name has at most {maxChars} characters. Rename the file."),
    FILE_NAME_PATH(BAD_REQUEST, "A file's name is not a path. Rename the file."),
    GROUP_NAME_LENGTH(BAD_REQUEST, "A group's name has 1 to {maxChars} characters on one line."),
    NAME_ACCENTS(BAD_REQUEST, "This name has accents without a letter, or too many on one. Type it with fewer."),
    NAME_HIDDEN(
            BAD_REQUEST,
            "This name holds a character that cannot be seen here ({codePoint}). Type the name without it."),
    NAME_INCOMPLETE(BAD_REQUEST, "This name holds half a character. Type it again."),
    NAME_INVISIBLE(BAD_REQUEST, "A name needs at least one character that can be seen."),
    NAME_LENGTH(BAD_REQUEST, "This name is too long by {over} characters."),

    // Messages, conversations and groups
    CONVERSATION_UNKNOWN(NOT_FOUND, "There is no such conversation."),
    CONVERSATIONS_TODAY(
            LIMIT_REACHED,
            "You have reached today's limit for new conversations. Try again tomorrow, after midnight UTC."),
    EVENT_BY_SERVER(BAD_REQUEST, "Only the server can report what happens in a group."),
    EVENT_UNCHANGEABLE(NOT_ALLOWED, "This cannot be done with a group event."),
    GROUP_ADMIN_NEEDED(NOT_ALLOWED, "Only an admin of the group can do this. Ask one of them."),
    GROUP_FULL(TOO_BIG, "A group can have at most {maxPeople} people. Make another group for the others."),
    GROUP_LAST_ADMIN(NOT_ALLOWED, "A group needs an admin. Make someone else an admin first."),
    GROUP_NEEDED(NOT_ALLOWED, "This is a conversation between two people. Make a group to talk with more."),
    GROUP_WORN(TOO_BIG, "Too many people have joined and left this group. Make a new one."),
    INVITATION_DECLINED(
            NOT_ALLOWED,
            "This person declined your invitation to this group. You can add them after they write to you."),
    INVITATION_UNKNOWN(NOT_FOUND, "This invitation is no longer open."),
    INVITED_TODAY(
            LIMIT_REACHED,
            "One of these people was invited or added too often today. Leave them out, or try again tomorrow, after"
                    + " midnight UTC."),
    MESSAGE_DELETION(BAD_REQUEST, "To take a message back, delete it."),
    MESSAGE_EMPTY(BAD_REQUEST, "The message is empty. Write something."),
    MESSAGE_INCOMPLETE(BAD_REQUEST, "This message contains an incomplete character. Type it again."),
    MESSAGE_LENGTH(TOO_BIG, "This message is too long by {over} characters. Send it in parts."),
    MESSAGE_NOT_YOURS(NOT_ALLOWED, "Only the sender can edit or delete a message."),
    MESSAGE_UNKNOWN(NOT_FOUND, "There is no such message in this conversation, or it was deleted."),
    MESSAGE_WORN(TOO_BIG, "This message has reached its limit. Shorten it, or write a new one."),
    MESSAGES_STORED(
            LIMIT_REACHED,
            "Your messages have reached this account's storage limit. Delete some of them, then try again."),
    MESSAGES_TODAY(
            LIMIT_REACHED, "You have reached today's limit for sending. Try again tomorrow, after midnight UTC."),
    MUTE_END(BAD_REQUEST, "The end of a mute must be before the year 10000."),
    PEOPLE_TODAY(
            LIMIT_REACHED,
            "You have reached today's limit for adding people to groups. Add fewer, or try again tomorrow, after"
                    + " midnight UTC."),
    PERSON_UNKNOWN(NOT_FOUND, "There is no such person on this server."),
    REACTION_FORM(BAD_REQUEST, "A reaction is one emoji. Choose one."),
    SEARCH_LENGTH(TOO_BIG, "Search for at most {maxWords} words of {maxChars} characters together. Leave some out."),
    SEARCH_PAGE_UNKNOWN(NOT_FOUND, "This page of the search no longer exists. Search again."),

    // Files
    FILE_DAMAGED(ErrorCode.DAMAGED, "The file was damaged on the way or changed during the upload. Send it again."),
    FILE_DESCRIPTION(BAD_REQUEST, "The server did not understand the description of the file."),
    FILE_HASH(BAD_REQUEST, "The SHA-256 of a file must be in lower-case hex."),
    FILE_LENGTH(TOO_BIG, "A file can have at most {maxMegabytes} MB."),
    FILE_MEDIA_TYPE(BAD_REQUEST, "A file's media type looks like image/png."),
    FILE_NOT_UPLOADED(NOT_FOUND, "The server does not have this file from you. Upload it, then send it again."),
    FILE_OFFSET_MISSING(BAD_REQUEST, "The header {header} must say where the piece of the file starts."),
    FILE_OFFSET_WRONG(ErrorCode.WRONG_OFFSET, "The next bytes of this file start at {offsetBytes}."),
    FILE_PIECE_LENGTH(TOO_BIG, "A piece of a file can have at most {maxBytes} bytes."),
    FILE_PREVIEW(BAD_REQUEST, "The preview is missing or too large."),
    FILE_TOO_SLOW(TRY_LATER, "The file arrives too slowly. Try again with smaller pieces."),
    FILE_UNKNOWN(NOT_FOUND, "There is no such file."),
    FILES_AT_ONCE(SLOW_DOWN, "Too many files are being transferred at once. Wait a moment."),
    FILES_STORED(
            TOO_BIG,
            "Your files on this server can take up {maxMegabytes} MB in total, and this one would exceed that. Delete"
                    + " messages with files, then send it again."),
    FILES_UNAVAILABLE(TRY_LATER, "The server cannot store or send files now. Try again later."),
    SERVER_FILES_AT_ONCE(TRY_LATER, "Too many files come to the server at once. Try again in a moment."),
    UPLOAD_LENGTH(BAD_REQUEST, "The upload is larger than announced."),
    UPLOAD_UNKNOWN(NOT_FOUND, "There is no such upload. Send the file again."),
    UPLOADS_AT_ONCE(SLOW_DOWN, "Too many of your files are being uploaded. Wait until some are done, or cancel them."),

    // The server and the form of requests
    ADDRESS_NOT_TEXT(BAD_REQUEST, "The address has an escape that is not UTF-8."),
    ADDRESS_UNKNOWN(NOT_FOUND, "There is nothing at this address."),
    BODY_LENGTH(TOO_BIG, "The request is too large. The limit is {maxBytes} bytes."),
    BODY_NOT_JSON(ErrorCode.NOT_JSON, "The server did not understand this app: the Content-Type must be {type}."),
    BODY_NOT_TEXT(BAD_REQUEST, "The server did not understand this app: not UTF-8."),
    BODY_NOT_UNDERSTOOD(BAD_REQUEST, "The server did not understand this app: {fault}."),
    BODY_TOO_SLOW(TRY_LATER, "The request arrived too slowly. Try again."),
    HEADER_REPEATED(BAD_REQUEST, "The request has the header {header} more than once."),
    HOST_REFUSED(
            BAD_REQUEST,
            "This host name is not allowed here. Programs on the server's own machine use localhost. The people who"
                    + " run the server allow other names and ports with --allowed-hosts, or set the proxy with"
                    + " --trusted-proxies."),
    PROOF_REPEATED(ErrorCode.PROOF_REFUSED, "The request has the header {header} more than once."),
    REQUEST_INCOMPLETE(BAD_REQUEST, "The request is incomplete. Send it again."),
    REQUEST_NOT_UNDERSTOOD(BAD_REQUEST, "The server did not understand this request: {fault}."),
    REQUEST_REFUSED(BAD_REQUEST, "{fault}"),
    REQUEST_REJECTED(BAD_REQUEST, "The server cannot handle this. Change it before you send it again."),
    SERVER_BUSY(TRY_LATER, "The server is busy. Try again in a moment."),
    SERVER_FAILED(ErrorCode.INTERNAL, "Something went wrong on the server. Try again in a moment."),
    SERVER_STOPPING(TRY_LATER, "The server is stopping. Try again in a moment."),
    SERVER_UNAVAILABLE(TRY_LATER, "The server cannot answer now. Try again in a moment."),
    STORE_UNAVAILABLE(TRY_LATER, "The server cannot store anything now. Try again in a moment.");

    private final ErrorCode code;
    private final String text;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that cannot be changed
    private final Set<String> arguments;

    ProblemReason(ErrorCode code, String text) {
        this.code = code;
        this.text = text;
        Set<String> names = new LinkedHashSet<>();
        Matcher argument = Argument.NAME.matcher(text);
        while (argument.find()) {
            names.add(argument.group(1));
        }
        this.arguments = Set.copyOf(names);
    }

    /** Returns the reason with that name; empty for one of a newer server. */
    public static Optional<ProblemReason> of(String name) {
        for (ProblemReason reason : values()) {
            if (reason.name().equals(name)) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }

    /** Returns the kind of failure, for programs. */
    public ErrorCode code() {
        return code;
    }

    /** Returns the names of the arguments. */
    public Set<String> arguments() {
        return arguments;
    }

    /**
     * Returns the refusal.
     *
     * @param namesAndValues the arguments: a name, its value, the next name, and so on
     * @throws IllegalArgumentException if the names are not those of this reason
     */
    public Problem problem(Object... namesAndValues) {
        Map<String, Object> given = new LinkedHashMap<>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            given.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        if (!given.keySet().equals(arguments)) {
            throw new IllegalArgumentException(
                    this + " has the arguments " + arguments + ", given were " + given.keySet());
        }
        String message = Argument.NAME
                .matcher(text)
                .replaceAll(name -> Matcher.quoteReplacement(String.valueOf(given.get(name.group(1)))));
        return new Problem(code, name(), given.isEmpty() ? null : given, message, null, null);
    }

    /** Apart from the constants, which are made before the fields of their own class. */
    private static final class Argument {
        static final Pattern NAME = Pattern.compile("\\{([A-Za-z]+)\\}");
    }
}
