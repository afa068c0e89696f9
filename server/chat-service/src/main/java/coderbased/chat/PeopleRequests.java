package coderbased.chat;

import coderbased.auth.Directory;
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

/** Requests to find people, and news of who is here and who is typing. Nothing of it is stored. */
final class PeopleRequests {

    private final ChatStore store;
    private final Directory people;
    private final ChatFanout fanout;
    private final Presence presence;
    private final GapRecovery gaps;
    private final ChatContext context;

    PeopleRequests(
            ChatStore store,
            Directory people,
            ChatFanout fanout,
            Presence presence,
            GapRecovery gaps,
            ChatContext context) {
        this.store = store;
        this.people = people;
        this.fanout = fanout;
        this.presence = presence;
        this.gaps = gaps;
        this.context = context;
    }

    void find(LiveDevice device, FindPeople request) throws InterruptedException {
        device.connection()
                .sendInTurn(Wire.write(new PeopleFound(
                        request.requestId(), people.find(device.accountId(), request.words(), Protocol.MAX_HITS))));
    }

    void typing(LiveDevice device, Typing request) {
        Set<String> others = store.readersOf(request.conversationId(), device.accountId());
        if (!others.isEmpty()) {
            TypingChanged news = new TypingChanged(request.conversationId(), device.accountId(), request.now());
            fanout.publish(new Delivery(others, null, null, Wire.write(news)));
        }
    }

    void watch(LiveDevice device, Watch request) throws BadMessage {
        if (request.accountIds().size() > Protocol.MAX_WATCHED) {
            throw new BadMessage("A device can watch at most " + Protocol.MAX_WATCHED + " people.");
        }
        device.watching().want(new HashSet<>(request.accountIds()));
        review(device);
    }

    /**
     * Reviews which of the people that the device wants to watch it may watch now: those who wrote to its account. If
     * the store cannot answer, a retry follows.
     */
    void review(LiveDevice device) {
        PresenceSubscriptions watching = device.watching();
        try {
            watching.review(
                    asked -> store.writersTo(device.accountId(), asked), people::lastSeen, presence, context.clock());
        } catch (RuntimeException | Error e) {
            watching.beginRetry().ifPresent(failures -> gaps.again(() -> retry(device), failures, e));
        }
    }

    private void retry(LiveDevice device) {
        device.watching().endRetry();
        review(device);
    }
}
