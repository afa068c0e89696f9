package coderbased.chat;

import coderbased.chat.ChatFanout.Delivery;
import coderbased.chat.ChatFanout.Place;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatServerMessage.Batch;
import coderbased.protocol.ChatServerMessage.CaughtUp;
import coderbased.protocol.ChatServerMessage.Overview;
import coderbased.protocol.Protocol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives a device that comes back exactly what it missed. See {@link Feed} for why nothing falls between. */
final class Backlog {

    private final ChatStore store;
    private final People people;

    Backlog(ChatStore store, People people) {
        this.store = store;
        this.people = people;
    }

    /**
     * Says everything that the device missed, at the pace it reads, and makes it live.
     *
     * @param have the last number it has of each conversation it knows; conversations that are not its own are passed over
     * @throws InterruptedException where the connection ends meanwhile
     */
    void replay(LiveDevice device, Map<String, Long> have) throws InterruptedException {
        String reader = device.session().accountId();
        List<Conversation> conversations = store.conversationsOf(reader);
        device.peer().sendInTurn(new Overview(people.contactsOf(reader), people.summaries(conversations, reader)));
        Map<String, Long> told = new HashMap<>();
        for (Conversation conversation : conversations) {
            Long from = have.get(conversation.id());
            told.put(conversation.id(), from == null ? conversation.lastSeq() : missed(device, conversation, from));
        }
        catchUp(device, told);
    }

    /** Says what is missing of one conversation; returns the number of the last message the device has then. */
    private long missed(LiveDevice device, Conversation conversation, long have) throws InterruptedException {
        // A number beyond the newest is of a time that this store does not remember; the newest here is what counts.
        long told = Math.clamp(have, 0, conversation.lastSeq());
        List<ChatMessage> next = store.after(conversation.id(), told, Protocol.BATCH_SIZE);
        while (!next.isEmpty()) {
            for (List<ChatMessage> page : Pages.inOrder(next)) {
                device.peer().sendInTurn(new Batch(conversation.id(), page));
            }
            told = next.getLast().seq();
            next = next.size() < Protocol.BATCH_SIZE
                    ? List.of()
                    : store.after(conversation.id(), told, Protocol.BATCH_SIZE);
        }
        return told;
    }

    private static void catchUp(LiveDevice device, Map<String, Long> told) throws InterruptedException {
        List<Delivery> held = device.feed().release(new CaughtUp());
        while (!held.isEmpty()) {
            for (Delivery delivery : held) {
                if (isNews(delivery.place(), told)) {
                    device.peer().sendEncodedInTurn(delivery.text());
                }
            }
            held = device.feed().release(new CaughtUp());
        }
    }

    private static boolean isNews(@Nullable Place place, Map<String, Long> told) {
        return place == null || place.seq() > told.getOrDefault(place.conversationId(), 0L);
    }
}
