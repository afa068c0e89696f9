package coderbased.lab;

import coderbased.lab.Attack.Sight;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage.FindPeople;
import coderbased.protocol.ChatClientMessage.GetHistory;
import coderbased.protocol.ChatClientMessage.OpenDirect;
import coderbased.protocol.ChatClientMessage.Resume;
import coderbased.protocol.ChatClientMessage.SaveDraft;
import coderbased.protocol.ChatClientMessage.Search;
import coderbased.protocol.ChatClientMessage.Send;
import coderbased.protocol.ChatClientMessage.Typing;
import coderbased.protocol.ChatClientMessage.Watch;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.Found;
import coderbased.protocol.ChatServerMessage.MessageChanged;
import coderbased.protocol.ChatServerMessage.Opened;
import coderbased.protocol.ChatServerMessage.PeopleFound;
import coderbased.protocol.ChatServerMessage.PresenceChanged;
import coderbased.protocol.ChatServerMessage.Stored;
import coderbased.protocol.ChatServerMessage.TypingChanged;
import coderbased.protocol.LinkChoices;
import coderbased.protocol.Wire;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Attacks on what people did not show to somebody. */
final class PrivacyAttacks {

    private PrivacyAttacks() {}

    static List<Attack> all() {
        return List.of(
                new Attack(
                        "watched stranger",
                        "an empty conversation is opened to see who is online",
                        PrivacyAttacks::watched),
                new Attack(
                        "typing to strangers",
                        "somebody types to a stranger, and the stranger types before they answer",
                        PrivacyAttacks::typing),
                new Attack(
                        "old words",
                        "a desktop without history looks for them in lists, pages, quotes, searches and drafts",
                        PrivacyAttacks::oldWords));
    }

    private static Sight typing(TargetServer ground) throws Exception {
        LabDevice victim = LabDevice.signUp(ground);
        LabDevice attacker = LabDevice.signUp(ground);
        try (RawSocket<ChatServerMessage> theirs = victim.live();
                RawSocket<ChatServerMessage> eyes = attacker.live()) {
            String conversation = opened(eyes, victim);
            eyes.say(new Typing(conversation, true));
            say(eyes, conversation, "hello", null);
            boolean shown = hasTyped(theirs.until(MessageChanged.class));
            theirs.say(new Typing(conversation, true));
            say(theirs, conversation, "who are you?", null);
            boolean told = hasTyped(eyes.until(MessageChanged.class));
            return Sight.of(
                    !shown && !told,
                    "neither hears of it",
                    shown ? "a stranger seems to be here" : "a stranger is seen");
        }
    }

    private static Sight oldWords(TargetServer ground) throws Exception {
        LabDevice victim = LabDevice.signUp(ground);
        LabDevice friend = LabDevice.signUp(ground);
        try (WaitingDesktop desktop = new WaitingDesktop(ground);
                RawSocket<ChatServerMessage> phone = victim.live();
                RawSocket<ChatServerMessage> friends = friend.live()) {
            String conversation = opened(phone, friend);
            phone.say(new SaveDraft(conversation, "buried draft"));
            long old = say(phone, conversation, "buried words", null);
            AuthHttp.Approval withoutHistory = new AuthHttp.Approval(new LinkChoices(null, false, true), null);
            LabDevice web = desktop.linkedBy(victim, withoutHistory);
            say(friends, conversation, "as you said", old);
            List<ChatServerMessage> seen = everything(web, conversation);
            boolean any = seen.stream().anyMatch(message -> Wire.write(message).contains("as you said"));
            boolean buried =
                    seen.stream().anyMatch(message -> Wire.write(message).contains("buried"));
            return Sight.of(any && !buried, "nothing older is shown", any ? "old words are shown" : "nothing was seen");
        }
    }

    private static List<ChatServerMessage> everything(LabDevice web, String conversation) throws Exception {
        try (RawSocket<ChatServerMessage> eyes = web.connect().plug()) {
            eyes.say(new Resume(Map.of(conversation, 0L)));
            eyes.say(new GetHistory("page", conversation, GetHistory.Side.BEFORE, Long.MAX_VALUE));
            eyes.say(new Search("found", "buried", null, null));
            return eyes.until(Found.class);
        }
    }

    private static String opened(RawSocket<ChatServerMessage> by, LabDevice with) throws Exception {
        by.say(new OpenDirect("open", with.in().profile().accountId()));
        return by.next(Opened.class).orElseThrow().conversation().id();
    }

    private static long say(RawSocket<ChatServerMessage> by, String conversation, String words, @Nullable Long replyTo)
            throws Exception {
        by.say(new Send(words, conversation, new Body.Text(words), replyTo, false));
        return by.next(Stored.class).orElseThrow().seq();
    }

    private static boolean hasTyped(List<ChatServerMessage> heard) {
        return heard.stream().anyMatch(TypingChanged.class::isInstance);
    }

    private static Sight watched(TargetServer ground) throws Exception {
        LabDevice victim = LabDevice.signUp(ground);
        LabDevice attacker = LabDevice.signUp(ground);
        try (RawSocket<ChatServerMessage> _ = victim.live();
                RawSocket<ChatServerMessage> eyes = attacker.live()) {
            String victimId = victim.in().profile().accountId();
            eyes.say(new OpenDirect("open", victimId));
            eyes.await(Opened.class);
            eyes.say(new Watch(List.of(victimId)));
            eyes.say(new FindPeople("end", "nobody at all"));
            boolean seen = false;
            Optional<ChatServerMessage> next = eyes.next(ChatServerMessage.class);
            while (next.isPresent() && !(next.get() instanceof PeopleFound)) {
                seen |= next.get() instanceof PresenceChanged;
                next = eyes.next(ChatServerMessage.class);
            }
            return Sight.of(
                    next.isPresent() && !seen, "nothing is shown before the person answers", "a stranger is watched");
        }
    }
}
