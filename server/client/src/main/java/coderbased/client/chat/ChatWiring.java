package coderbased.client.chat;

import coderbased.client.files.FileTransfers;
import coderbased.client.net.ClientContext;
import coderbased.client.net.ClientThread;
import coderbased.client.net.Reconnector;
import coderbased.client.storage.KeptConversation;
import coderbased.client.storage.OutboxEntry;
import coderbased.protocol.Profile;
import coderbased.protocol.Protocol;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** Assembles the chat of one session. */
final class ChatWiring {

    private final ChatParts parts;
    private final MessageDispatcher dispatcher;
    private final Remembering remembering;

    /** @param changed called when the state is out of date */
    ChatWiring(Profile me, ClientThread thread, ClientContext context, ChatStorage storage, Runnable changed) {
        Clock clock = context.clock();
        FileTransfers files = storage.files();
        ChatBook book = new ChatBook(me, files::kept, changed);
        Uplink uplink = new Uplink();
        FreshNames names = new FreshNames(context.random());
        List<OutboxEntry> kept = storage.journal().read();
        Outbox outbox = new Outbox(
                storage.journal(),
                kept.stream().filter(Predicate.not(Drafts::isOne)).toList());
        OutboxSender sending = new OutboxSender(outbox, uplink, new Reconnector(thread, context));
        MessageUploads uploads = new MessageUploads(book, sending, files);
        Drafts drafts = new Drafts(thread, clock, book, uplink, storage.journal());
        drafts.restore(kept);
        List<KeptConversation> known = storage.known().read();
        known.forEach(book::restore);
        parts = new ChatParts(
                book,
                uplink,
                new Questions(uplink, names),
                new OutgoingMessages(book, outbox, sending, uploads, names, clock),
                sending,
                new Receipts(thread, book, uplink),
                drafts,
                new TypingTold(uplink, clock),
                new SettingsSync(book, uplink),
                new WatchedPeople(book, uplink),
                new Fetching(book, files),
                files);
        Typists typists = new Typists(thread, book, Duration.ofSeconds(Protocol.TYPING_SECONDS));
        dispatcher = new MessageDispatcher(parts, new CatchingUp(book), typists);
        dispatcher.restored(known);
        remembering = new Remembering(thread, book, storage.known());
    }

    Remembering remembering() {
        return remembering;
    }

    ChatParts parts() {
        return parts;
    }

    MessageDispatcher dispatcher() {
        return dispatcher;
    }
}
