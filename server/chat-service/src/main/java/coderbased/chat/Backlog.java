package coderbased.chat;

import coderbased.chat.ChatFanout.Delivery;
import coderbased.chat.ChatFanout.State;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatServerMessage.Batch;
import coderbased.protocol.ChatServerMessage.CaughtUp;
import coderbased.protocol.ChatServerMessage.Overview;
import coderbased.protocol.ChatServerMessage.Resuming;
import coderbased.protocol.ConversationSummary;
import coderbased.protocol.Protocol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Gives a device that comes back exactly what it missed. See {@link Feed} for why nothing falls between. */
final class Backlog {

    private final ChatStore store;
    private final LiveSockets live;

    Backlog(ChatStore store, LiveSockets live) {
        this.store = store;
        this.live = live;
    }

    /**
     * Says how much the device missed, then all of it, at the pace it reads, and makes it live.
     *
     * @param have the last change it has of each conversation it knows; conversations that are not its own are passed over
     * @throws InterruptedException where the connection ends meanwhile
     */
    void replay(LiveDevice device, Map<String, Long> have) throws InterruptedException {
        String reader = device.session().accountId();
        live.awaitHearing(reader);
        List<Conversation> conversations = store.conversationsOf(reader);
        live.resumes(reader, conversations);
        Map<String, Long> told = told(conversations, have);
        device.tellInTurn(new Resuming(conversations.size(), missing(conversations, told, device)));
        List<ConversationSummary> summaries =
                conversations.stream().map(device.horizon()::summary).toList();
        for (List<ConversationSummary> page : Pages.inOrder(summaries)) {
            device.tellInTurn(new Overview(page));
        }
        OpenInvitations invitations = store.invitationsOf(reader);
        if (!invitations.open().isEmpty()) {
            device.tellInTurn(invitations.message());
        }
        for (Conversation conversation : conversations) {
            tell(device, conversation, told);
        }
        catchUp(device, told, states(conversations, invitations), notes(conversations));
    }

    /** What the device has of each of its conversations; of one that it does not name, it wants nothing older. */
    private static Map<String, Long> told(List<Conversation> conversations, Map<String, Long> have) {
        Map<String, Long> told = new HashMap<>();
        for (Conversation conversation : conversations) {
            Long from = have.get(conversation.id());
            // A number beyond the newest is of a time that this store does not remember; the newest here is what
            // counts.
            told.put(
                    conversation.id(),
                    from == null ? conversation.lastRev() : Math.clamp(from, 0, conversation.lastRev()));
        }
        return told;
    }

    private long missing(List<Conversation> conversations, Map<String, Long> told, LiveDevice device) {
        long missing = 0;
        for (Conversation conversation : conversations) {
            long from = told.getOrDefault(conversation.id(), 0L);
            if (from < conversation.lastRev()) {
                missing += missing(conversation, from, device);
            }
        }
        return missing;
    }

    /** A device that does not see everything is not told of what it does not see; that has to be counted by looking. */
    private long missing(Conversation conversation, long from, LiveDevice device) {
        if (device.horizon().isOpen()) {
            return store.countChanged(conversation.id(), device.accountId(), from);
        }
        long missing = 0;
        long at = from;
        while (at < conversation.lastRev()) {
            List<ChatMessage> next = store.changed(conversation.id(), device.accountId(), at, Protocol.BATCH_SIZE);
            missing += device.horizon().messages(next).size();
            at = reached(at, next, conversation);
        }
        return missing;
    }

    /** Returns the change up to which a page was read; the last one where nothing follows, or the page's number is damaged. */
    private static long reached(long from, List<ChatMessage> page, Conversation conversation) {
        boolean goesOn = !page.isEmpty() && page.getLast().rev() > from;
        return goesOn ? page.getLast().rev() : conversation.lastRev();
    }

    /** Says what is missing of one conversation, and notes what the device has then. */
    private void tell(LiveDevice device, Conversation conversation, Map<String, Long> told)
            throws InterruptedException {
        long from = told.getOrDefault(conversation.id(), 0L);
        while (from < conversation.lastRev()) {
            List<ChatMessage> next =
                    store.changed(conversation.id(), device.session().accountId(), from, Protocol.BATCH_SIZE);
            for (List<ChatMessage> page : Pages.inOrder(device.horizon().messages(next))) {
                device.peer().sendInTurn(new Batch(conversation.id(), page));
            }
            from = reached(from, next, conversation);
            told.put(conversation.id(), from);
            device.feed().told(conversation.id(), from);
        }
    }

    private static Map<String, Long> states(List<Conversation> conversations, OpenInvitations invitations) {
        Map<String, Long> states = new HashMap<>();
        conversations.forEach(conversation -> states.put(conversation.id(), conversation.lastRev()));
        states.put(State.INVITATIONS, invitations.number());
        return states;
    }

    private static Map<String, Long> notes(List<Conversation> conversations) {
        return conversations.stream()
                .collect(Collectors.toMap(
                        Conversation::id, conversation -> conversation.own().noteNumber()));
    }

    private static void catchUp(
            LiveDevice device, Map<String, Long> told, Map<String, Long> states, Map<String, Long> notes)
            throws InterruptedException {
        List<Delivery> held = device.feed().release(new CaughtUp());
        while (!held.isEmpty()) {
            for (Delivery delivery : held) {
                if (delivery.isNews(told) && !delivery.isOlderThan(states, notes)) {
                    device.peer().sendEncodedInTurn(delivery.text());
                }
            }
            held = device.feed().release(new CaughtUp());
        }
    }
}
