package coderbased.fx.thread;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.client.chat.ConversationView;
import coderbased.client.chat.MessageView;
import coderbased.client.files.Transfer;
import coderbased.fx.FileKind;
import coderbased.fx.PersonNames;
import coderbased.fx.Sizes;
import coderbased.fx.Tick;
import coderbased.fx.Times;
import coderbased.fx.text.SafeText;
import coderbased.protocol.Body;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes bubbles of messages. */
final class Bubbles {

    private final ConversationView conversation;
    private final Times times;
    private final Set<String> going;

    /**
     * @param conversation in a group, a bubble names its sender
     * @param going ids of messages whose deletion can still be undone
     */
    Bubbles(ConversationView conversation, Times times, Set<String> going) {
        this.conversation = conversation;
        this.times = times;
        this.going = going;
    }

    ThreadRow.Bubble bubble(MessageView message, boolean first) {
        boolean gone = message.body() instanceof Body.Deleted;
        boolean leaving = going.contains(message.clientMessageId());
        return new ThreadRow.Bubble(
                message.clientMessageId(),
                message.seq(),
                message.mine(),
                first,
                conversation.group() != null && first && !message.mine()
                        ? new ThreadRow.Sender(
                                SafeText.name(message.senderName()), PersonNames.colour(message.senderId()))
                        : null,
                leaving ? new ThreadRow.Going() : said(message),
                gone || leaving ? null : quote(message.quote()),
                message.forwarded() && !gone && !leaving,
                gone || leaving
                        ? List.of()
                        : message.reactions().stream().map(Bubbles::reaction).toList(),
                new ThreadRow.Foot(
                        times.time(message.at()),
                        message.edited() && !gone,
                        leaving ? Tick.NONE : Tick.of(message),
                        refusal(message)));
    }

    private static @Nullable String refusal(MessageView message) {
        String why = message.refusal();
        return why != null && message.seq() > 0 ? MESSAGES.text("thread.changeRefused", "reason", why) : why;
    }

    private static ThreadRow.Content said(MessageView message) {
        return switch (message.body()) {
            case Body.Text(String text) -> new ThreadRow.Words(text);
            case Body.File file -> file(message, file);
            case Body.Deleted _ -> new ThreadRow.Gone();
            case Body.GroupEvent _ -> throw new IllegalArgumentException("a group event has no bubble");
        };
    }

    private static ThreadRow.File file(MessageView message, Body.File file) {
        String name = SafeText.fileName(file.name());
        Body.Preview preview = file.preview();
        return new ThreadRow.File(
                name,
                Sizes.words(file.size()),
                FileKind.of(name),
                preview == null ? null : new ThreadRow.Preview(preview.width(), preview.height(), preview.jpeg()),
                file.caption(),
                moving(message.transfer()),
                message.file());
    }

    private static ThreadRow.@Nullable Moving moving(@Nullable Transfer transfer) {
        if (transfer == null) {
            return null;
        }
        double share = transfer.total() == 0 ? 0 : (double) transfer.done() / transfer.total();
        String words = transfer.waiting()
                ? MESSAGES.text("file.waiting")
                : MESSAGES.text(
                        "file.progress", "done", Sizes.words(transfer.done()), "total", Sizes.words(transfer.total()));
        return new ThreadRow.Moving(share, words);
    }

    private ThreadRow.@Nullable Quote quote(MessageView.@Nullable Quote quote) {
        if (quote == null) {
            return null;
        }
        String name = quote.mine() ? MESSAGES.text("people.you") : SafeText.name(quote.senderName());
        return new ThreadRow.Quote(quote.seq(), new ThreadRow.Sender(name, colour(quote)), brief(quote.body()));
    }

    /** Returns the colour of a quote, which has only a name: that of the member with that name. */
    private int colour(MessageView.Quote quote) {
        return conversation.names().entrySet().stream()
                .filter(person -> person.getValue().equals(quote.senderName()))
                .map(person -> PersonNames.colour(person.getKey()))
                .findFirst()
                .orElse(0);
    }

    /** Returns the content of a message as one line. */
    static String brief(Body body) {
        return switch (body) {
            case Body.Text(String text) -> SafeText.preview(text);
            case Body.File file ->
                file.caption().isBlank() ? SafeText.fileLine(file.name()) : SafeText.preview(file.caption());
            case Body.Deleted _ -> MESSAGES.text("thread.deleted");
            case Body.GroupEvent _ -> "";
        };
    }

    private static ThreadRow.Reaction reaction(MessageView.Reaction reaction) {
        List<String> names = reaction.names().stream().map(SafeText::name).toList();
        return new ThreadRow.Reaction(reaction.emoji(), names, reaction.mine());
    }
}
