package coderbased.lab;

import coderbased.lab.Attack.Sight;
import coderbased.protocol.ChatClientMessage.FindPeople;
import coderbased.protocol.ChatClientMessage.OpenDirect;
import coderbased.protocol.ChatClientMessage.Watch;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.Opened;
import coderbased.protocol.ChatServerMessage.PeopleFound;
import coderbased.protocol.ChatServerMessage.PresenceChanged;
import java.util.List;
import java.util.Optional;

/** Attacks on what people did not show to somebody. */
final class PrivacyAttacks {

    private PrivacyAttacks() {}

    static List<Attack> all() {
        return List.of(new Attack(
                "watched stranger", "an empty conversation is opened to see who is online", PrivacyAttacks::watched));
    }

    private static Sight watched(Ground ground) throws Exception {
        Caller victim = ground.somebody();
        Caller attacker = ground.somebody();
        try (Plug<ChatServerMessage> _ = victim.live();
                Plug<ChatServerMessage> eyes = attacker.live()) {
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
