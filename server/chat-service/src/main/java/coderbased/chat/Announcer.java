package coderbased.chat;

import coderbased.chat.ChatFanout.Delivery;
import coderbased.chat.ChatFanout.Place;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.Arranged;
import coderbased.protocol.ChatServerMessage.ConversationChanged;
import coderbased.protocol.ChatServerMessage.ConversationGone;
import coderbased.protocol.ChatServerMessage.Drafted;
import coderbased.protocol.ChatServerMessage.Marked;
import coderbased.protocol.ChatServerMessage.Said;
import coderbased.protocol.ConversationSummary.Member;
import coderbased.protocol.Wire;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells everybody who has to hear of a change that is on disk. Encodes it once, however many devices hear it. */
final class Announcer implements Consumer<ChatWritten> {

    private final ChatFanout fanout;
    private final People people;

    Announcer(ChatFanout fanout, People people) {
        this.fanout = fanout;
        this.people = people;
    }

    @Override
    public void accept(ChatWritten change) {
        switch (change) {
            case ChatWritten.Said said -> said(said.message(), said.hearers());
            case ChatWritten.Changed changed -> said(changed.message(), changed.hearers());
            case ChatWritten.Marked moved -> publish(moved.hearers(), marked(moved));
            case ChatWritten.Arranged arranged ->
                publish(Set.of(arranged.accountId()), new Arranged(arranged.conversationId(), arranged.arrangement()));
            case ChatWritten.Drafted drafted -> drafted(drafted);
            case ChatWritten.Made made -> conversation(made.seenBy());
            case ChatWritten.GroupChanged group -> group(group);
            case ChatWritten.Opened opened -> {}
            case ChatWritten.Repeated repeated -> {}
            case ChatWritten.Unchanged unchanged -> {}
            case ChatWritten.Refused refused -> {}
        }
    }

    private void said(ChatMessage message, Set<String> hearers) {
        publish(hearers, null, new Place(message.conversationId(), message.rev()), new Said(message));
    }

    private void drafted(ChatWritten.Drafted drafted) {
        publish(
                Set.of(drafted.accountId()),
                drafted.sessionId(),
                null,
                new Drafted(drafted.conversationId(), drafted.text()));
    }

    /** Who stays hears the notices and then what the group is now; who is new only that, for the notices are in it. */
    private void group(ChatWritten.GroupChanged group) {
        group.notices().forEach(notice -> said(notice, group.hearers()));
        conversation(group.seenBy());
        publish(group.gone(), new ConversationGone(group.conversationId()));
    }

    /** Each hears it as they see it; who is not connected gets it from the store when they resume. */
    private void conversation(Map<String, Conversation> seenBy) {
        Map<String, Conversation> heardBy = new LinkedHashMap<>(seenBy);
        heardBy.keySet().removeIf(account -> !fanout.isHeard(account));
        people.summaries(heardBy)
                .forEach((member, summary) -> publish(Set.of(member), new ConversationChanged(summary)));
    }

    private void publish(Set<String> accounts, ChatServerMessage message) {
        publish(accounts, null, null, message);
    }

    private void publish(
            Set<String> accounts, @Nullable String exceptSession, @Nullable Place place, ChatServerMessage message) {
        if (!accounts.isEmpty()) {
            fanout.publish(new Delivery(accounts, exceptSession, place, Wire.write(message)));
        }
    }

    private static Marked marked(ChatWritten.Marked moved) {
        Member member = moved.member();
        return new Marked(moved.conversationId(), member.accountId(), member.deliveredSeq(), member.readSeq());
    }
}
