package coderbased.chat;

import coderbased.chat.ChatFanout.Delivery;
import coderbased.chat.ChatFanout.State;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.Batch;
import coderbased.protocol.ChatServerMessage.CaughtUp;
import coderbased.protocol.ChatServerMessage.Overview;
import coderbased.protocol.ChatServerMessage.Resuming;
import coderbased.protocol.ConversationSummary;
import coderbased.protocol.Protocol;
import coderbased.protocol.Wire;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SequencedMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/** Replay of exactly what a returning device missed. {@link Feed} explains why nothing falls between. */
final class Backlog {

    private static final long HEAP_PER_START = 64L << 20;
    private static final int MAX_AT_ONCE = 16;

    private final ChatStore store;
    private final LiveSockets live;
    private final Semaphore starts;

    /** @param atOnce the number of devices whose conversations may all be in memory at a time; the others wait */
    Backlog(ChatStore store, LiveSockets live, int atOnce) {
        this.store = store;
        this.live = live;
        starts = new Semaphore(atOnce, true);
    }

    /** Returns the number of devices whose conversations fit together into a heap of that many bytes. */
    static int atOnce(long heap) {
        return (int) Math.clamp(heap / HEAP_PER_START, 1, MAX_AT_ONCE);
    }

    /**
     * The state of a device's conversations that is needed until it has caught up.
     *
     * @param texts the messages that it is told first
     * @param told the change up to which it was told each conversation
     * @param revs the newest change of each conversation, in the order in which they are told
     * @param invitations the number of the list of invitations
     * @param notes the number of the reader's own notes in each conversation
     */
    private record Start(
            Queue<String> texts,
            Map<String, Long> told,
            SequencedMap<String, Long> revs,
            long invitations,
            Map<String, Long> notes) {

        /** Returns the newest state of each conversation that the texts tell. */
        Map<String, Long> states() {
            Map<String, Long> states = new HashMap<>(revs);
            states.put(State.INVITATIONS, invitations);
            return states;
        }
    }

    /**
     * Tells the device how much it missed, then all of it, at the pace at which it reads, and makes it live.
     *
     * @param have the last change that it has of each conversation it knows; others' conversations are ignored
     * @throws InterruptedException if the connection ends meanwhile
     */
    void replay(LiveDevice device, Map<String, Long> have) throws InterruptedException {
        live.awaitHearing(device.accountId());
        Start start;
        starts.acquire();
        try {
            start = start(device, have);
        } finally {
            starts.release();
        }
        device.connection().sendInTurn(start.texts());
        for (Map.Entry<String, Long> conversation : start.revs().entrySet()) {
            tell(device, conversation.getKey(), conversation.getValue(), start.told());
        }
        catchUp(device, start.told(), start.states(), start.notes());
    }

    private Start start(LiveDevice device, Map<String, Long> have) {
        String reader = device.accountId();
        List<Conversation> conversations = store.conversationsOf(reader);
        live.resumes(reader, conversations);
        Map<String, Long> told = told(conversations, have);
        Queue<String> texts = new ArrayDeque<>();
        add(texts, device, new Resuming(conversations.size(), missing(conversations, told, device)));
        List<ConversationSummary> summaries =
                conversations.stream().map(device.visibility()::summary).toList();
        for (List<ConversationSummary> page : Pages.inOrder(summaries)) {
            add(texts, device, new Overview(page));
        }
        OpenInvitations invitations = store.invitationsOf(reader);
        if (!invitations.open().isEmpty()) {
            add(texts, device, invitations.message());
        }
        return new Start(texts, told, revs(conversations), invitations.number(), notes(conversations));
    }

    private static void add(Queue<String> texts, LiveDevice device, ChatServerMessage message) {
        device.visibility().seen(message).map(Wire::write).ifPresent(texts::add);
    }

    /**
     * Returns the last change that the device has of each of its conversations. Of a conversation that it does not
     * name, it needs no older changes.
     */
    private static Map<String, Long> told(List<Conversation> conversations, Map<String, Long> have) {
        Map<String, Long> told = new HashMap<>();
        for (Conversation conversation : conversations) {
            Long from = have.get(conversation.id());
            // A number beyond the newest comes from a later state that this store has lost; the newest number here
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

    /** For a device with limited history, only reading shows how much of a page it sees. */
    private long missing(Conversation conversation, long from, LiveDevice device) {
        if (device.visibility().isOpen()) {
            return store.countChanged(conversation.id(), device.accountId(), from);
        }
        long missing = 0;
        long at = from;
        while (at < conversation.lastRev()) {
            List<ChatMessage> next = store.changed(conversation.id(), device.accountId(), at, Protocol.BATCH_SIZE);
            missing += device.visibility().messages(next).size();
            at = reached(at, next, conversation.lastRev());
        }
        return missing;
    }

    /**
     * Returns the change up to which a page was read; the last one if nothing follows or the page's number is damaged.
     */
    private static long reached(long from, List<ChatMessage> page, long lastRev) {
        boolean goesOn = !page.isEmpty() && page.getLast().rev() > from;
        return goesOn ? page.getLast().rev() : lastRev;
    }

    /** Tells the missing changes of one conversation, and records that the device has them. */
    private void tell(LiveDevice device, String conversation, long lastRev, Map<String, Long> told)
            throws InterruptedException {
        long from = told.getOrDefault(conversation, 0L);
        while (from < lastRev) {
            Queue<String> texts = new ArrayDeque<>();
            from = read(device, conversation, from, lastRev, texts);
            device.connection().sendInTurn(texts);
            told.put(conversation, from);
            device.feed().told(conversation, from);
        }
    }

    /** Adds the next changes to the texts and returns the number of the last one. */
    private long read(LiveDevice device, String conversation, long from, long lastRev, Queue<String> texts) {
        List<ChatMessage> next = store.changed(conversation, device.accountId(), from, Protocol.BATCH_SIZE);
        for (List<ChatMessage> page : Pages.inOrder(device.visibility().messages(next))) {
            texts.add(Wire.write(new Batch(conversation, page)));
        }
        return reached(from, next, lastRev);
    }

    private static SequencedMap<String, Long> revs(List<Conversation> conversations) {
        SequencedMap<String, Long> revs = new LinkedHashMap<>();
        conversations.forEach(conversation -> revs.put(conversation.id(), conversation.lastRev()));
        return revs;
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
                    device.connection().sendInTurn(delivery.text());
                }
            }
            held = device.feed().release(new CaughtUp());
        }
    }
}
