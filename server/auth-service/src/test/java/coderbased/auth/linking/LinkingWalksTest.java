package coderbased.auth.linking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.protocol.AuthHttp;
import coderbased.protocol.LinkChoices;
import coderbased.protocol.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random walks of two desktops, three phones and the clock. Each desktop comes to one outcome and hears nothing after
 * it, and a token goes only down the socket that showed the code, to the account whose phone approved, and, where a
 * number was asked for, after it was typed there.
 *
 * <p>A walk that fails is made shorter, and named with its seed; {@code -Dlinking.seed} begins with that one.
 */
final class LinkingWalksTest {

    private static final int LONGEST = 24;
    private static final long SEED = Long.getLong("linking.seed", new SecureRandom().nextLong());

    private static LinkStage stage;
    private static List<GuestRequest.Claimant> phones;

    private List<LinkStage.Desktop> desktops = List.of();
    private final List<Offer> offers = new ArrayList<>();
    private final Set<String> approved = new HashSet<>();

    /** A link that a phone holds, and the code it was claimed with. */
    private record Offer(GuestRequest.Claimant by, String code, AuthHttp.LinkOffer link) {}

    /** One action. {@code pick} chooses among codes and links. */
    record Step(Action action, int desktop, int phone, int pick) {}

    enum Action {
        SCAN,
        SCAN_WHAT_IS_SHOWN,
        TYPE_CODE,
        APPROVE,
        APPROVE_LOCKED,
        DENY,
        RIGHT_NUMBER,
        WRONG_NUMBER,
        CANCEL,
        LEAVE,
        BREAK,
        PHONE_OUT,
        WAIT_A_LITTLE,
        WAIT_FOR_THE_NEXT_CODE,
        WAIT_LONG
    }

    @BeforeAll
    static void open(@TempDir Path folder) throws IOException {
        stage = new LinkStage(folder);
        phones = List.of(stage.phone("ada"), stage.phone("bob"), stage.phone("eve"));
    }

    @AfterAll
    static void close() throws IOException {
        stage.close();
    }

    @Test
    void everySequenceHasOneOutcome() {
        walk(300);
    }

    @Test
    @Tag("nightly")
    void everyOneOfVeryManySequencesHasOneOutcome() {
        walk(100_000);
    }

    @Test
    void aShorterFailingSequenceIsFound() {
        Step harmless = new Step(Action.WAIT_A_LITTLE, 0, 0, 0);
        Step cause = new Step(Action.CANCEL, 1, 0, 0);
        List<Step> shortest = shortest(
                List.of(harmless, cause, harmless, cause),
                steps -> steps.contains(cause) ? Optional.of(new AssertionError()) : Optional.empty());
        assertEquals(List.of(cause), shortest);
    }

    private void walk(int walks) {
        for (long seed = SEED; seed < SEED + walks; seed++) {
            List<Step> steps = steps(new Random(seed));
            if (failure(steps).isPresent()) {
                List<Step> shortest = shortest(steps, this::failure);
                throw new AssertionError(
                        "-Dlinking.seed=" + seed + " " + shortest,
                        failure(shortest).orElse(null));
            }
        }
    }

    private Optional<Throwable> failure(List<Step> steps) {
        begin();
        try {
            play(steps);
            return Optional.empty();
        } catch (AssertionError | RuntimeException e) {
            return Optional.of(e);
        }
    }

    /** Leaves out one step after the other for as long as the rest fails. */
    private static List<Step> shortest(List<Step> steps, Function<List<Step>, Optional<Throwable>> failure) {
        for (int i = 0; i < steps.size(); i++) {
            List<Step> fewer = new ArrayList<>(steps);
            fewer.remove(i);
            if (failure.apply(fewer).isPresent()) {
                return shortest(fewer, failure);
            }
        }
        return steps;
    }

    private static List<Step> steps(Random random) {
        Action[] actions = Action.values();
        return Stream.generate(() -> new Step(
                        actions[random.nextInt(actions.length)],
                        random.nextInt(2),
                        random.nextInt(3),
                        random.nextInt(8)))
                .limit(random.nextInt(1, LONGEST + 1))
                .toList();
    }

    private void begin() {
        phones.forEach(stage::unlinkAll);
        desktops = List.of(stage.desktop(true), stage.desktop(false));
        offers.clear();
        approved.clear();
    }

    private void play(List<Step> steps) {
        for (Step step : steps) {
            take(step);
            check();
        }
        desktops.forEach(desktop -> desktop.guest.gone());
        stage.coordinator.sweep();
        check();
        int tokens =
                desktops.stream().mapToInt(desktop -> desktop.tokens.size()).sum();
        int sessions = phones.stream()
                .mapToInt(phone -> stage.store.linkedSessions(phone.accountId()).size())
                .sum();
        assertEquals(tokens, sessions, "a session for each token that reached somebody, and no other");
    }

    private void take(Step step) {
        LinkStage.Desktop desktop = desktops.get(step.desktop());
        GuestRequest.Claimant phone = phones.get(step.phone());
        switch (step.action()) {
            case SCAN -> scan(phone, desktop.shown.get(step.pick() % desktop.shown.size()));
            case SCAN_WHAT_IS_SHOWN -> scan(phone, desktop.shown.getLast());
            case TYPE_CODE -> claim(phone, desktop.typed.getLast(), true);
            case APPROVE -> approve(phone, step.pick(), true);
            case APPROVE_LOCKED -> approve(phone, step.pick(), false);
            case DENY ->
                link(step.pick())
                        .ifPresent(id -> stage.coordinator.answer(new GuestRequest.Deny(id, phone.phoneSession())));
            case RIGHT_NUMBER -> desktop.type(number(step.pick(), "42"));
            case WRONG_NUMBER -> desktop.type("1" + number(step.pick(), "42"));
            case CANCEL -> desktop.guest.cancel();
            case LEAVE -> desktop.guest.gone();
            case BREAK -> desktop.breakSocket();
            case PHONE_OUT -> stage.coordinator.phoneEnded(phone.phoneSession());
            case WAIT_A_LITTLE -> pass(Duration.ofSeconds(7));
            case WAIT_FOR_THE_NEXT_CODE -> pass(Duration.ofSeconds(61));
            case WAIT_LONG -> pass(Duration.ofSeconds(121));
        }
    }

    private void pass(Duration time) {
        stage.clock.turn(time);
        stage.coordinator.sweep();
    }

    private void scan(GuestRequest.Claimant phone, String code) {
        claim(phone, code, false);
    }

    private void claim(GuestRequest.Claimant phone, String code, boolean typed) {
        GuestResponse answer = stage.coordinator.answer(
                typed
                        ? new GuestRequest.ClaimTyped(new Secret(code), phone)
                        : new GuestRequest.ClaimScanned(new Secret(code), phone));
        if (answer instanceof GuestResponse.Offered offered) {
            String link = offered.offer().linkId();
            // Who scanned a code and types it too is told the same link once more.
            boolean isNew =
                    offers.stream().noneMatch(offer -> offer.link().linkId().equals(link));
            offers.add(new Offer(phone, code, offered.offer()));
            assertTrue(
                    !typed || !isNew || offered.offer().checkNumber() != null,
                    "a typed code always asks for the number");
        }
    }

    /** Anybody tries to approve any link; only its own phone's press is one. */
    private void approve(GuestRequest.Claimant phone, int pick, boolean unlocked) {
        if (offers.isEmpty()) {
            return;
        }
        Offer offer = offers.get(pick % offers.size());
        if (unlocked && offer.by().equals(phone)) {
            approved.add(offer.link().linkId());
        }
        stage.coordinator.answer(new GuestRequest.Approve(
                offer.link().linkId(), phone.phoneSession(), new GrantedLink(LinkChoices.FULL, null), unlocked));
    }

    private Optional<String> link(int pick) {
        return offers.isEmpty()
                ? Optional.empty()
                : Optional.of(offers.get(pick % offers.size()).link().linkId());
    }

    private String number(int pick, String otherwise) {
        if (offers.isEmpty()) {
            return otherwise;
        }
        Secret number = offers.get(pick % offers.size()).link().checkNumber();
        return number == null ? otherwise : number.value();
    }

    private void check() {
        for (LinkStage.Desktop desktop : desktops) {
            assertTrue(desktop.tokens.size() + desktop.ends.size() <= 1, "one outcome");
            assertFalse(desktop.toldAfterTheEnd, "and nothing after it");
            desktop.tokens.forEach(token -> checkToken(desktop, token.profile().accountId()));
        }
    }

    private void checkToken(LinkStage.Desktop desktop, String accountId) {
        assertTrue(
                offers.stream()
                        .anyMatch(offer -> offer.by().accountId().equals(accountId)
                                && approved.contains(offer.link().linkId())
                                && (desktop.shown.contains(offer.code()) || desktop.typed.contains(offer.code()))
                                && numberWasTyped(desktop, offer)),
                "a token to a desktop that was not shown the code, not approved, or without its number");
    }

    private static boolean numberWasTyped(LinkStage.Desktop desktop, Offer offer) {
        Secret number = offer.link().checkNumber();
        return number == null || desktop.numbers.contains(number.value());
    }
}
