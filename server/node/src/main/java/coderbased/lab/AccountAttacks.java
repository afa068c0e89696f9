package coderbased.lab;

import coderbased.lab.Attack.Sight;
import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage.ChangeGroup;
import coderbased.protocol.ChatClientMessage.CreateGroup;
import coderbased.protocol.ChatClientMessage.OpenDirect;
import coderbased.protocol.ChatClientMessage.Resume;
import coderbased.protocol.ChatClientMessage.Send;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.CaughtUp;
import coderbased.protocol.ChatServerMessage.Done;
import coderbased.protocol.ChatServerMessage.Invitations;
import coderbased.protocol.ChatServerMessage.Opened;
import coderbased.protocol.ChatServerMessage.RequestFailed;
import coderbased.protocol.ChatServerMessage.SendRefused;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.GroupChange;
import coderbased.protocol.GroupInvitation;
import coderbased.protocol.Protocol;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Attacks by somebody who has an account and uses it without restraint. */
final class AccountAttacks {

    private static final int MESSAGES = 600;
    private static final int GROUPS = 120;
    private static final int INVITATIONS = 20;
    private static final int STRANGERS_INVITATIONS = 30;

    private AccountAttacks() {}

    static List<Attack> all() {
        return List.of(
                new Attack(
                        "flood of messages", MESSAGES + " messages of one account at once", AccountAttacks::messages),
                new Attack("flood of groups", GROUPS + " groups of one account at once", AccountAttacks::groups),
                new Attack(
                        "buried invitation",
                        STRANGERS_INVITATIONS + " invitations by one stranger bury another person's",
                        AccountAttacks::buried),
                new Attack(
                        "stranger's group",
                        "a person is put into a group by somebody they never wrote to",
                        AccountAttacks::strangersGroup),
                new Attack(
                        "repeated invitation",
                        "a stranger is invited and the invitation withdrawn " + INVITATIONS + " times",
                        AccountAttacks::invitations));
    }

    private static Sight messages(TargetServer ground) throws Exception {
        LabDevice victim = LabDevice.signUp(ground);
        try (RawSocket<ChatServerMessage> flooder = LabDevice.signUp(ground).live()) {
            flooder.say(new OpenDirect("open", victim.in().profile().accountId()));
            String conversation = opened(flooder);
            for (int i = 0; i < MESSAGES; i++) {
                flooder.say(new Send("m" + i, conversation, new Body.Text("flood"), null, false));
                Optional<ChatServerMessage> answer = flooder.next(ChatServerMessage.class);
                if (answer.isEmpty()
                        || (answer.get() instanceof SendRefused refused
                                && refused.problem().code() == ErrorCode.SLOW_DOWN)) {
                    return new Sight(true, "slowed down after " + i);
                }
            }
            return new Sight(false, "no limit");
        }
    }

    private static Sight groups(TargetServer ground) throws Exception {
        try (RawSocket<ChatServerMessage> flooder = LabDevice.signUp(ground).live()) {
            for (int i = 0; i < GROUPS; i++) {
                flooder.say(new CreateGroup("g" + i, "Flood", List.of()));
                Optional<ChatServerMessage> answer = flooder.next(ChatServerMessage.class);
                if (answer.isEmpty() || answer.get() instanceof RequestFailed) {
                    return new Sight(true, "refused after " + i + " answers");
                }
            }
            return new Sight(false, "no limit");
        }
    }

    private static Sight buried(TargetServer ground) throws Exception {
        LabDevice victim = LabDevice.signUp(ground);
        List<String> victims = List.of(victim.in().profile().accountId());
        try (RawSocket<ChatServerMessage> other = LabDevice.signUp(ground).live();
                RawSocket<ChatServerMessage> flooder = LabDevice.signUp(ground).live()) {
            other.say(new CreateGroup("g", "Walkers", victims));
            String wanted = opened(other);
            for (int i = 0; i < STRANGERS_INVITATIONS; i++) {
                flooder.say(new CreateGroup("g" + i, "Flood", victims));
                answered(flooder);
            }
            List<GroupInvitation> open = asked(victim);
            boolean found = open.stream()
                    .anyMatch(invitation -> invitation.conversationId().equals(wanted));
            return Sight.of(
                    found && open.size() <= Protocol.MAX_INVITATIONS,
                    "the other is among " + open.size(),
                    found ? open.size() + " at once" : "the other is lost");
        }
    }

    /** Waits until the last request was met or refused. */
    private static void answered(RawSocket<ChatServerMessage> plug) throws Exception {
        Optional<ChatServerMessage> next = plug.next(ChatServerMessage.class);
        while (next.isPresent() && !(next.get() instanceof Opened) && !(next.get() instanceof RequestFailed)) {
            next = plug.next(ChatServerMessage.class);
        }
    }

    /** Returns what somebody is asked to join, as they come in. The last list holds. */
    private static List<GroupInvitation> asked(LabDevice by) throws Exception {
        try (RawSocket<ChatServerMessage> plug = by.connect().plug()) {
            plug.say(new Resume(Map.of()));
            return plug.until(CaughtUp.class).stream()
                    .filter(Invitations.class::isInstance)
                    .map(message -> ((Invitations) message).open())
                    .reduce(List.of(), (_, later) -> later);
        }
    }

    private static Sight strangersGroup(TargetServer ground) throws Exception {
        String victim = LabDevice.signUp(ground).in().profile().accountId();
        try (RawSocket<ChatServerMessage> stranger = LabDevice.signUp(ground).live()) {
            stranger.say(new CreateGroup("g", "Trap", List.of(victim)));
            boolean isIn = stranger.next(Opened.class).orElseThrow().conversation().members().stream()
                    .anyMatch(member -> member.accountId().equals(victim));
            return Sight.of(!isIn, "the person is asked first", "added at once");
        }
    }

    private static Sight invitations(TargetServer ground) throws Exception {
        String victim = LabDevice.signUp(ground).in().profile().accountId();
        try (RawSocket<ChatServerMessage> stranger = LabDevice.signUp(ground).live()) {
            stranger.say(new CreateGroup("g", "Bell", List.of(victim)));
            String group = opened(stranger);
            for (int i = 1; i < INVITATIONS; i++) {
                stranger.say(new ChangeGroup("withdraw" + i, group, new GroupChange.Remove(victim)));
                boolean withdrawn = isDone(stranger);
                stranger.say(new ChangeGroup("again" + i, group, new GroupChange.Add(List.of(victim))));
                if (!withdrawn || !isDone(stranger)) {
                    return new Sight(true, "refused after " + i + " invitations");
                }
            }
            return new Sight(false, "as often as somebody likes");
        }
    }

    /** Returns true if the next answer to a request is that it was done. */
    private static boolean isDone(RawSocket<ChatServerMessage> plug) throws Exception {
        ChatServerMessage answer;
        do {
            answer = plug.next(ChatServerMessage.class).orElse(null);
        } while (answer != null && !(answer instanceof Done) && !(answer instanceof RequestFailed));
        return answer instanceof Done;
    }

    private static String opened(RawSocket<ChatServerMessage> plug) throws Exception {
        return plug.next(Opened.class).orElseThrow().conversation().id();
    }
}
