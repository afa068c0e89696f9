package coderbased.chat;

import coderbased.chat.ChatFanout.Delivery;
import coderbased.protocol.ChatClientMessage.FindPeople;
import coderbased.protocol.ChatClientMessage.Typing;
import coderbased.protocol.ChatClientMessage.Watch;
import coderbased.protocol.ChatServerMessage.PeopleFound;
import coderbased.protocol.ChatServerMessage.TypingChanged;
import coderbased.protocol.Protocol;
import coderbased.protocol.Wire;
import java.util.HashSet;
import java.util.Set;

/** Tells who there is, who is here now and who is typing. Nothing of it is stored. */
final class PeopleRequests {

    private final ChatStore store;
    private final People people;
    private final ChatFanout fanout;
    private final Presence presence;
    private final GapRecovery missed;
    private final ChatContext outside;

    PeopleRequests(
            ChatStore store,
            People people,
            ChatFanout fanout,
            Presence presence,
            GapRecovery missed,
            ChatContext outside) {
        this.store = store;
        this.people = people;
        this.fanout = fanout;
        this.presence = presence;
        this.missed = missed;
        this.outside = outside;
    }

    void find(LiveDevice device, FindPeople said) throws InterruptedException {
        device.peer()
                .sendInTurn(
                        Wire.write(new PeopleFound(said.requestId(), people.find(device.accountId(), said.words()))));
    }

    void typing(LiveDevice device, Typing said) {
        Set<String> others = store.readersOf(said.conversationId(), device.accountId());
        if (!others.isEmpty()) {
            TypingChanged news = new TypingChanged(said.conversationId(), device.accountId(), said.now());
            fanout.publish(new Delivery(others, null, null, Wire.write(news)));
        }
    }

    void watch(LiveDevice device, Watch said) throws BadMessage {
        if (said.accountIds().size() > Protocol.MAX_WATCHED) {
            throw new BadMessage("A device can watch at most " + Protocol.MAX_WATCHED + " people.");
        }
        device.watching().want(new HashSet<>(said.accountIds()));
        review(device);
    }

    /**
     * Looks who of those that the device wants to watch it may watch now: those who wrote to its account. Where the store
     * cannot say that, it is asked again later.
     */
    void review(LiveDevice device) {
        PresenceSubscriptions watching = device.watching();
        try {
            watching.review(
                    asked -> store.writersTo(device.accountId(), asked), people::lastSeen, presence, outside.clock());
        } catch (RuntimeException | Error e) {
            watching.beginRetry().ifPresent(failures -> missed.again(() -> retry(device), failures, e));
        }
    }

    private void retry(LiveDevice device) {
        device.watching().endRetry();
        review(device);
    }
}
