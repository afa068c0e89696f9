package coderbased.story;

import static coderbased.story.World.await;
import static coderbased.story.World.done;
import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.client.PhoneClient;
import coderbased.client.SessionState;
import coderbased.client.WebClient;
import coderbased.client.chat.Chat;
import coderbased.client.chat.MessageView.DeliveryStatus;
import coderbased.client.net.ProblemException;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.LinkStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Phones and desktops are far away, and lose their connections again and again: a link is there on both sides in the
 * end or on neither, and what is said arrives once and in order.
 *
 * <p>{@code -Dhistory.seed=NUMBER} draws the same moments again.
 */
@Tag("nightly")
class SlowNetworkTest {

    private static final int LINKS = Integer.getInteger("slow.links", 10);
    private static final int MESSAGES = Integer.getInteger("slow.messages", 20);

    /** Longer than a phone may take to approve, and than a linked desktop may take to come back with its token. */
    private static final Duration LONGER_THAN_A_LINK_WAITS = Duration.ofSeconds(150);

    private final long seed = Long.getLong("history.seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);

    @TempDir
    Path folder;

    private World world;
    private PhoneClient ada;

    @BeforeEach
    void open() throws Exception {
        System.out.println("history.seed=" + seed);
        world = new World(folder);
        ada = world.signedUp("ada");
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    @Test
    void aLinkExistsOnBothSidesOrNeither() throws Exception {
        int linked = 0;
        for (int round = 0; round < LINKS; round++) {
            String name = "desktop" + round;
            WebClient desktop = world.desktop(name);
            String linkId;
            try (BadWeather _ = badWeather()) {
                linkId = tryToLink(desktop);
            }
            world.clock.turn(LONGER_THAN_A_LINK_WAITS);
            boolean in = await(() -> trueEnd(desktop, name, linkId), Optional::isPresent)
                    .orElseThrow();
            if (in) {
                linked++;
                done(ada.devices().unlinkAll());
                world.guest(desktop);
            }
            desktop.close();
        }
        System.out.printf("%d of %d links over a bad network were made%n", linked, LINKS);
    }

    /** Returns the link, as soon as the phone knows it. */
    private @Nullable String tryToLink(WebClient desktop) throws Exception {
        String linkId = null;
        try {
            linkId = world.scan(ada, world.code(desktop)).linkId();
            done(ada.links().approve(linkId));
            await(desktop::state, state -> isIn(state) || isOut(state));
        } catch (ProblemException e) {
            System.out.println("the phone was told: " + e.getMessage());
        }
        return linkId;
    }

    /** True if the desktop is linked; nothing while the two sides do not agree on it, or do not reach the server. */
    private Optional<Boolean> trueEnd(WebClient desktop, String name, @Nullable String linkId) {
        try {
            boolean in = isIn(desktop.state());
            boolean agree = isListed(name) == in && (in || isOut(desktop.state()));
            LinkStatus.Step end = in ? LinkStatus.Step.LINKED : LinkStatus.Step.ENDED;
            return agree && (linkId == null || step(linkId) == end) ? Optional.of(in) : Optional.empty();
        } catch (Exception _) {
            return Optional.empty();
        }
    }

    @Test
    void messagesArriveOnceAndInOrder() throws Exception {
        PhoneClient bob = world.signedUp("bob");
        WebClient desktop = world.linked(ada, "office");
        List<Chat> all = List.of(desktop.chat(), ada.chat(), bob.chat());
        String conversation = ChatIsLiveTest.conversation(desktop.chat(), "bob");
        for (Chat chat : all) {
            await(() -> chat.state().conversation(conversation), Objects::nonNull);
            chat.conversation(conversation).open();
        }
        try (BadWeather weather = badWeather()) {
            for (int i = 1; i <= MESSAGES; i++) {
                desktop.chat().conversation(conversation).send("desktop " + i, null);
                bob.chat().conversation(conversation).send("bob " + i, null);
                ChatIsLiveTest.awaitStatus(desktop.chat(), conversation, i, DeliveryStatus.STORED);
                ChatIsLiveTest.awaitStatus(bob.chat(), conversation, i, DeliveryStatus.STORED);
            }
            System.out.printf("connections were lost %d times%n", weather.struck());
        }
        for (Chat chat : all) {
            await(() -> ChatIsLiveTest.lines(chat, conversation).size(), size -> size >= 2 * MESSAGES);
        }
        List<String> order = ChatIsLiveTest.texts(bob.chat(), conversation);
        for (Chat chat : all) {
            ChatIsLiveTest.awaitTexts(chat, conversation, order);
        }
        for (String who : List.of("desktop", "bob")) {
            assertEquals(
                    IntStream.rangeClosed(1, MESSAGES)
                            .mapToObj(i -> who + " " + i)
                            .toList(),
                    order.stream().filter(text -> text.startsWith(who)).toList());
        }
    }

    private BadWeather badWeather() {
        return new BadWeather(random.split(), world.cable, world.phoneCable);
    }

    private boolean isListed(String name) throws Exception {
        return done(ada.devices().list()).devices().stream()
                .anyMatch(device -> device.facts().name().equals(name));
    }

    /** Returns how far the phone takes the link to have come; one that nobody knows any more came to nothing. */
    private LinkStatus.Step step(String linkId) throws Exception {
        try {
            return done(ada.links().status(linkId)).step();
        } catch (ProblemException e) {
            if (e.problem().code() == ErrorCode.TRY_LATER) {
                throw e;
            }
            return LinkStatus.Step.ENDED;
        }
    }

    private static boolean isIn(SessionState state) {
        return state instanceof SessionState.Authenticated in && in.trouble() == null;
    }

    private static boolean isOut(SessionState state) {
        return state instanceof SessionState.Guest || state instanceof SessionState.Paused;
    }
}
