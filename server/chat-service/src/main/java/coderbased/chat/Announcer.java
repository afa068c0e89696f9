package coderbased.chat;

import coderbased.chat.ChatFanout.Delivery;
import coderbased.chat.ChatFanout.Place;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.ConversationChanged;
import coderbased.protocol.ChatServerMessage.Read;
import coderbased.protocol.ChatServerMessage.Said;
import coderbased.protocol.Wire;
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
            case ChatWritten.Said said -> said(said.message(), said.members());
            case ChatWritten.ReadMoved moved ->
                publish(moved.members(), null, new Read(moved.conversationId(), moved.accountId(), moved.seq()));
            case ChatWritten.Opened opened -> opened(opened);
            case ChatWritten.Repeated repeated -> {}
            case ChatWritten.Unchanged unchanged -> {}
        }
    }

    private void said(ChatMessage message, Set<String> members) {
        publish(members, new Place(message.conversationId(), message.seq()), new Said(message));
    }

    private void opened(ChatWritten.Opened opened) {
        if (!opened.made()) {
            return;
        }
        Conversation conversation = opened.conversation();
        for (String member : conversation.readSeqs().keySet()) {
            publish(Set.of(member), null, new ConversationChanged(people.summary(conversation, member)));
        }
    }

    private void publish(Set<String> accounts, @Nullable Place place, ChatServerMessage message) {
        fanout.publish(new Delivery(accounts, place, Wire.write(message)));
    }
}
