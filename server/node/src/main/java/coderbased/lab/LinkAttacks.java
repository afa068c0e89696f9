package coderbased.lab;

import coderbased.lab.Attack.Sight;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.GuestToken;
import coderbased.protocol.LinkEnd;
import coderbased.protocol.LinkStatus;
import coderbased.protocol.Problem;
import coderbased.protocol.Secret;
import coderbased.protocol.Wire;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Attacks on linking by a code. */
final class LinkAttacks {

    private static final int PHONES = 6;
    private static final int GUESSES = 200;
    private static final int TYPED_GUESSES = 12;
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private LinkAttacks() {}

    static List<Attack> all() {
        return List.of(
                new Attack("relay", "a victim is shown the attacker's code and approves it", LinkAttacks::relay),
                new Attack("check number guessed", "the attacker guesses the check number", LinkAttacks::number),
                new Attack(
                        "photographed code", "somebody else's socket waits for the token", LinkAttacks::photographed),
                new Attack("double scan", "a second phone scans a code that was scanned", LinkAttacks::doubleScan),
                new Attack("race", PHONES + " phones claim one code in the same moment", LinkAttacks::race),
                new Attack("replay of a code", "used and denied codes are scanned again", LinkAttacks::replay),
                new Attack("guessed code", GUESSES + " made-up Guest Tokens are scanned", LinkAttacks::guess),
                new Attack("guessed typed code", TYPED_GUESSES + " made-up codes are typed", LinkAttacks::guessTyped),
                new Attack(
                        "foreign link", "another account approves a link that is not its own", LinkAttacks::foreign));
    }

    /** The attacker sees neither the phone nor its number; without it nothing comes. */
    private static Sight relay(TargetServer ground) throws Exception {
        LabDevice victim = LabDevice.signUp(ground);
        try (WaitingDesktop attacker = new WaitingDesktop(ground)) {
            AuthHttp.LinkOffer offer = victim.scan(attacker.code(victim)).orElseThrow();
            Optional<LinkStatus> approved = victim.approve(offer);
            boolean waits = approved.isPresent() && approved.get().step() == LinkStatus.Step.WAITING;
            return Sight.of(
                    offer.checkNumber() != null && waits && !attacker.plug().hasHeard("token"),
                    "no token before the check number is typed",
                    "a token without a check number");
        }
    }

    private static Sight number(TargetServer ground) throws Exception {
        LabDevice victim = LabDevice.signUp(ground);
        try (WaitingDesktop attacker = new WaitingDesktop(ground)) {
            AuthHttp.LinkOffer offer = victim.scan(attacker.code(victim)).orElseThrow();
            victim.approve(offer);
            attacker.type(new Secret("11").equals(offer.checkNumber()) ? "12" : "11");
            boolean ended = attacker.end()
                    .filter(end -> end.end() == LinkEnd.WRONG_NUMBER)
                    .isPresent();
            return Sight.of(ended, "the first wrong number ended it", "a wrong number did not end it");
        }
    }

    private static Sight photographed(TargetServer ground) throws Exception {
        LabDevice victim = LabDevice.signUp(ground);
        try (WaitingDesktop own = new WaitingDesktop(ground);
                WaitingDesktop attacker = new WaitingDesktop(ground)) {
            AuthHttp.LinkOffer offer = victim.scan(own.code(victim)).orElseThrow();
            String number =
                    offer.checkNumber() == null ? "11" : offer.checkNumber().value();
            attacker.type(number);
            own.type(number);
            victim.approve(offer);
            boolean came = own.letIn().isPresent();
            return Sight.of(
                    came && !attacker.plug().hasHeard("token"),
                    "the token went only to the socket that showed the code",
                    "the token went elsewhere");
        }
    }

    private static Sight doubleScan(TargetServer ground) throws Exception {
        LabDevice first = LabDevice.signUp(ground);
        LabDevice second = LabDevice.signUp(ground);
        try (WaitingDesktop desktop = new WaitingDesktop(ground)) {
            String code = desktop.code(first);
            boolean claimed = first.scan(code).isPresent();
            return Sight.of(claimed && second.scan(code).isEmpty(), "used already", "claimed twice");
        }
    }

    private static Sight race(TargetServer ground) throws Exception {
        List<LabDevice> phones = new ArrayList<>();
        for (int i = 0; i < PHONES; i++) {
            phones.add(LabDevice.signUp(ground));
        }
        CyclicBarrier together = new CyclicBarrier(PHONES);
        try (WaitingDesktop desktop = new WaitingDesktop(ground);
                ExecutorService threads = Executors.newFixedThreadPool(PHONES)) {
            List<Callable<Boolean>> scans = new ArrayList<>();
            for (LabDevice phone : phones) {
                String code = desktop.code(phone);
                scans.add(() -> {
                    together.await();
                    return phone.scan(code).isPresent();
                });
            }
            int winners = 0;
            for (Future<Boolean> scan : threads.invokeAll(scans)) {
                winners += scan.get() ? 1 : 0;
            }
            return Sight.of(winners == 1, "exactly one winner", winners + " winners");
        }
    }

    private static Sight replay(TargetServer ground) throws Exception {
        LabDevice victim = LabDevice.signUp(ground);
        LabDevice attacker = LabDevice.signUp(ground);
        try (WaitingDesktop used = new WaitingDesktop(ground);
                WaitingDesktop denied = new WaitingDesktop(ground)) {
            used.linkedBy(victim);
            victim.deny(victim.scan(denied.code(victim)).orElseThrow());
            boolean again = attacker.scan(used.code(victim)).isPresent()
                    || attacker.scan(denied.code(victim)).isPresent()
                    || victim.scan(denied.code(victim)).isPresent();
            return Sight.of(!again, "neither is accepted", "a dead code was accepted");
        }
    }

    private static Sight guess(TargetServer ground) throws Exception {
        LabDevice attacker = LabDevice.signUp(ground);
        try (WaitingDesktop waiting = new WaitingDesktop(ground)) {
            String node = waiting.code(attacker).substring(0, GuestToken.NODE_CHARS);
            for (int i = 0; i < GUESSES; i++) {
                if (attacker.scan(node + letters(ground, GuestToken.ID_CHARS - 1) + "0")
                        .isPresent()) {
                    return new Sight(false, "a guess was right");
                }
            }
            return new Sight(true, "128 random bits: none was right");
        }
    }

    private static Sight guessTyped(TargetServer ground) throws Exception {
        LabDevice attacker = LabDevice.signUp(ground);
        boolean slowed = false;
        try (WaitingDesktop waiting = new WaitingDesktop(ground)) {
            waiting.code(attacker);
            for (int i = 0; i < TYPED_GUESSES; i++) {
                HttpResponse<String> answer = attacker.call(
                        "POST", AuthHttp.LINKS, new AuthHttp.ClaimCode(null, new Secret(letters(ground, 8))));
                slowed |= Wire.read(answer.body(), Problem.class).code() == ErrorCode.SLOW_DOWN;
            }
        }
        return Sight.of(slowed, "slowed down after a few", "no limit");
    }

    private static Sight foreign(TargetServer ground) throws Exception {
        LabDevice victim = LabDevice.signUp(ground);
        LabDevice attacker = LabDevice.signUp(ground);
        try (WaitingDesktop desktop = new WaitingDesktop(ground)) {
            AuthHttp.LinkOffer offer = victim.scan(desktop.code(victim)).orElseThrow();
            boolean done =
                    attacker.approve(offer).isPresent() || attacker.deny(offer).isPresent();
            return Sight.of(!done, "answered like an unknown id", "somebody else answered");
        }
    }

    private static String letters(TargetServer ground, int count) {
        StringBuilder letters = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            letters.append(LETTERS.charAt(ground.random().nextInt(LETTERS.length())));
        }
        return letters.toString();
    }
}
