package coderbased.fx.thread;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.client.chat.ConversationView;
import coderbased.client.chat.ConversationView.Person;
import coderbased.client.chat.MessageView;
import coderbased.fx.Face;
import coderbased.fx.Tick;
import coderbased.fx.Times;
import coderbased.fx.text.SafeText;
import coderbased.protocol.MemberReceipt;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Facts about a message: when it was sent and last edited, and its delivery, member by member.
 *
 * @param sent time of sending and editing, in words; empty if it is not stored
 * @param people by name, present members first; empty for a message of somebody else
 */
public record MessageInfo(String sent, List<Reached> people) {

    /** Nothing is known. */
    static final MessageInfo NONE = new MessageInfo("", List.of());

    /**
     * Delivery state for one member.
     *
     * @param tick delivered, read, or only stored
     * @param words the same as words, with the times that are known
     */
    public record Reached(Face face, Tick tick, String words) {}

    /** Returns what the conversation tells before the server has answered. */
    static MessageInfo of(ConversationView conversation, MessageView message, Times times) {
        List<MemberReceipt> unknown = conversation.others().stream()
                .map(person -> new MemberReceipt(person.accountId(), true, false, false, null, null))
                .toList();
        return of(conversation, message, unknown, times);
    }

    /** @param receipts state for each of those to whom the message was sent; nobody else is listed */
    static MessageInfo of(
            ConversationView conversation, MessageView message, List<MemberReceipt> receipts, Times times) {
        String sent = times.inSentence(message.at());
        String when = message.editedAt() == null
                ? MESSAGES.text("messageInfo.sent", "time", sent)
                : MESSAGES.text(
                        "messageInfo.sentAndEdited", "time", sent, "edited", times.inSentence(message.editedAt()));
        if (!message.mine()) {
            return new MessageInfo(when, List.of());
        }
        List<String> present =
                conversation.others().stream().map(Person::accountId).toList();
        Comparator<MemberReceipt> order = Comparator.comparing((MemberReceipt receipt) -> !receipt.present())
                .thenComparingInt(receipt -> present.indexOf(receipt.accountId()))
                .thenComparing(receipt -> name(conversation, receipt));
        return new MessageInfo(
                when,
                receipts.stream()
                        .sorted(order)
                        .map(receipt -> reached(conversation, message.seq(), receipt, times))
                        .toList());
    }

    /** Returns the later of two states: the conversation may have learned more since the server answered. */
    private static Reached reached(ConversationView conversation, long seq, MemberReceipt told, Times times) {
        Person person = conversation.others().stream()
                .filter(other -> told.present() && other.accountId().equals(told.accountId()))
                .findFirst()
                .orElse(null);
        if (person == null) {
            return departed(conversation, told, times);
        }
        MemberReceipt latest = new MemberReceipt(
                told.accountId(),
                true,
                told.delivered() || person.deliveredSeq() >= seq,
                told.read() || person.readSeq() >= seq,
                told.deliveredAt(),
                told.readAt());
        return reached(Face.of(person), latest, times);
    }

    private static Reached departed(ConversationView conversation, MemberReceipt receipt, Times times) {
        Reached stood = reached(Face.of(receipt.accountId(), name(conversation, receipt)), receipt, times);
        return receipt.present()
                ? stood
                : new Reached(
                        stood.face(), stood.tick(), MESSAGES.text("messageInfo.departed", "state", stood.words()));
    }

    private static String name(ConversationView conversation, MemberReceipt receipt) {
        return SafeText.name(conversation.names().getOrDefault(receipt.accountId(), ""));
    }

    private static Reached reached(Face face, MemberReceipt receipt, Times times) {
        Tick tick = receipt.read() ? Tick.READ : receipt.delivered() ? Tick.DELIVERED : Tick.STORED;
        return new Reached(face, tick, words(tick, receipt.deliveredAt(), receipt.readAt(), times));
    }

    private static String words(Tick tick, @Nullable Instant delivered, @Nullable Instant read, Times times) {
        if (tick == Tick.STORED) {
            return MESSAGES.text("messageInfo.notDelivered");
        }
        if (tick == Tick.DELIVERED) {
            return delivered == null
                    ? MESSAGES.text("messageInfo.delivered")
                    : MESSAGES.text("messageInfo.deliveredAt", "time", time(delivered, times));
        }
        if (read == null) {
            return MESSAGES.text("messageInfo.read");
        }
        return delivered == null
                ? MESSAGES.text("messageInfo.readAt", "time", time(read, times))
                : MESSAGES.text(
                        "messageInfo.deliveredAndRead", "delivered", time(delivered, times), "read", time(read, times));
    }

    private static String time(Instant at, Times times) {
        return times.day(at).equals(times.today()) ? times.time(at) : times.inSentence(at);
    }
}
