package coderbased.chat;

import coderbased.chat.ChatFanout.Delivery;
import coderbased.chat.ChatFanout.Place;
import coderbased.chat.ChatFanout.State;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.ConversationGone;
import coderbased.protocol.ChatServerMessage.Drafted;
import coderbased.protocol.ChatServerMessage.MarkersMoved;
import coderbased.protocol.ChatServerMessage.MessageChanged;
import coderbased.protocol.ChatServerMessage.SettingsChanged;
import coderbased.protocol.ConversationSummary.Member;
import coderbased.protocol.Wire;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Publisher of changes that are on disk. Each change is encoded once, however many devices are told. */
final class ChangePublisher implements Consumer<ChatWritten> {

    private final ChatFanout fanout;

    ChangePublisher(ChatFanout fanout) {
        this.fanout = fanout;
    }

    @Override
    public void accept(ChatWritten change) {
        switch (change) {
            case ChatWritten.Stored said -> {
                conversation(said.newTo(), false);
                said(said.message(), said.hearers());
                toldNow(said);
            }
            case ChatWritten.Changed changed -> said(changed.message(), changed.hearers());
            case ChatWritten.MarkersMoved moved -> part(moved.conversationId(), moved.hearers(), null, markers(moved));
            case ChatWritten.SettingsChanged settings ->
                part(
                        State.notes(settings.conversationId(), 0, settings.noteNumber()),
                        Set.of(settings.accountId()),
                        null,
                        new SettingsChanged(settings.conversationId(), settings.settings()));
            case ChatWritten.Drafted drafted ->
                part(
                        State.notes(drafted.conversationId(), drafted.number(), drafted.noteNumber()),
                        Set.of(drafted.accountId()),
                        drafted.sessionId(),
                        new Drafted(drafted.conversationId(), drafted.text()));
            case ChatWritten.Made made -> {
                conversation(made.seenBy(), false);
                invitations(made.invitations());
            }
            case ChatWritten.GroupChanged group -> group(group);
            case ChatWritten.Recalled recalled -> recalled(recalled);
            case ChatWritten.Opened opened -> {}
            case ChatWritten.Repeated repeated -> {}
            case ChatWritten.Unchanged unchanged -> {}
            case ChatWritten.Refused refused -> {}
        }
    }

    private void toldNow(ChatWritten.Stored said) {
        Member member = said.toldNow();
        if (member != null) {
            String conversation = said.message().conversationId();
            ChatWritten.MarkersMoved told = new ChatWritten.MarkersMoved(
                    conversation, member, said.hearers().all());
            part(conversation, told.hearers(), null, markers(told));
        }
    }

    private void said(ChatMessage message, ChatWritten.Hearers hearers) {
        said(message, hearers.whole());
        if (!hearers.withoutQuote().isEmpty()) {
            said(message.withoutQuote(), hearers.withoutQuote());
        }
    }

    private void said(ChatMessage message, Set<String> hearers) {
        deliver(new Delivery(hearers, null, place(message), Wire.write(new MessageChanged(message))));
    }

    /** Publishes a change of markers. */
    private void part(
            String conversation, Set<String> hearers, @Nullable String exceptSession, ChatServerMessage news) {
        part(new State(conversation, State.PART, 0), hearers, exceptSession, news);
    }

    private void part(State about, Set<String> hearers, @Nullable String exceptSession, ChatServerMessage news) {
        deliver(new Delivery(hearers, exceptSession, null, Wire.write(news), false, about));
    }

    /**
     * Members who stay are told the group events and then the group as it is now. New members are told only the group,
     * which contains the events. Without an event the group has the same number as before: only the invitations
     * changed.
     */
    private void group(ChatWritten.GroupChanged group) {
        boolean parts = !group.gone().isEmpty();
        for (ChatMessage event : group.events()) {
            deliver(new Delivery(
                    group.hearers(), null, place(event), Wire.write(new MessageChanged(event)), parts, null));
        }
        conversation(group.seenBy(), group.events().isEmpty());
        if (!group.gone().isEmpty()) {
            gone(
                    group.gone(),
                    new State(group.conversationId(), group.events().getLast().rev(), 0));
        }
        invitations(group.invitations());
    }

    private void invitations(Map<String, OpenInvitations> lists) {
        lists.forEach((account, list) -> deliver(Delivery.invitations(account, list)));
    }

    private void recalled(ChatWritten.Recalled recalled) {
        ChatMessage message = recalled.message();
        if (message != null) {
            said(message, recalled.hearers());
        }
        conversation(recalled.seenBy(), recalled.parts());
        gone(recalled.gone(), new State(recalled.conversationId(), message == null ? 0 : message.rev(), 0));
        invitations(recalled.invitations());
    }

    private void gone(Set<String> accounts, State about) {
        String news = Wire.write(new ConversationGone(about.conversationId()));
        deliver(new Delivery(accounts, null, null, news, true, about));
    }

    /** Each reader is told its own view. A reader who is not connected gets it from the store on resuming. */
    private void conversation(Map<String, Conversation> seenBy, boolean parts) {
        seenBy.forEach((member, conversation) -> {
            if (fanout.isHeard(member)) {
                Delivery news = Delivery.changed(member, conversation);
                deliver(parts ? news.asPart() : news);
            }
        });
    }

    private void deliver(Delivery delivery) {
        if (!delivery.accounts().isEmpty()) {
            fanout.publish(delivery);
        }
    }

    private static Place place(ChatMessage message) {
        return new Place(message.conversationId(), message.rev());
    }

    private static MarkersMoved markers(ChatWritten.MarkersMoved moved) {
        Member member = moved.member();
        return new MarkersMoved(moved.conversationId(), member.accountId(), member.deliveredSeq(), member.readSeq());
    }
}
