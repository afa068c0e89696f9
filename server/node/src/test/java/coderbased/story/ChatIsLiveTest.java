package coderbased.story;

import static coderbased.story.World.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import coderbased.client.Chat;
import coderbased.client.ConversationView;
import coderbased.client.ConversationView.Line;
import coderbased.client.ConversationView.Mark;
import coderbased.client.PhoneClient;
import coderbased.client.WebClient;
import coderbased.protocol.Contact;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people, each with a phone and a desktop: everything said is on all four screens, in one order. */
class ChatIsLiveTest {

    @TempDir
    Path folder;

    private World world;
    private PhoneClient ada;
    private PhoneClient bob;

    @BeforeEach
    void open() throws Exception {
        world = new World(folder);
        ada = world.signedUp("ada");
        bob = world.signedUp("bob");
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    @Test
    void whatIsSaidIsOnEveryDeviceOfBothPeople() throws Exception {
        WebClient adasDesktop = world.linked(ada, "office");
        WebClient bobsDesktop = world.linked(bob, "home");
        List<Chat> all = List.of(ada.chat(), adasDesktop.chat(), bob.chat(), bobsDesktop.chat());
        String conversation = conversation(adasDesktop.chat(), "bob");

        for (Chat chat : all) {
            await(() -> chat.state().conversation(conversation), java.util.Objects::nonNull);
            chat.open(conversation);
        }
        adasDesktop.chat().send(conversation, "hello from the desktop");
        await(() -> texts(bob.chat(), conversation), texts -> texts.contains("hello from the desktop"));
        bob.chat().send(conversation, "hello from the phone");
        for (Chat chat : all) {
            awaitTexts(chat, conversation, List.of("hello from the desktop", "hello from the phone"));
        }
        assertEquals(
                List.of(true, false),
                lines(ada.chat(), conversation).stream().map(Line::mine).toList(),
                "what the desktop said is the phone's own too");
    }

    @Test
    void bothTalkAtOnceAndEverybodySeesOneOrder() throws Exception {
        WebClient adasDesktop = world.linked(ada, "office");
        String conversation = conversation(ada.chat(), "bob");
        await(() -> bob.chat().state().conversation(conversation), java.util.Objects::nonNull);
        for (int i = 0; i < 100; i++) {
            ada.chat().send(conversation, "ada " + i);
            bob.chat().send(conversation, "bob " + i);
        }
        awaitMarks(ada.chat(), conversation, 200, Mark.STORED);
        for (Chat chat : List.of(ada.chat(), bob.chat(), adasDesktop.chat())) {
            openWhole(chat, conversation);
            await(
                    () -> lines(chat, conversation),
                    lines -> lines.size() == 200 && lines.stream().allMatch(l -> l.seq() > 0));
        }
        List<String> order = texts(ada.chat(), conversation);
        assertEquals(order, texts(bob.chat(), conversation));
        assertEquals(order, texts(adasDesktop.chat(), conversation));
        for (String who : List.of("ada", "bob")) {
            assertEquals(
                    IntStream.range(0, 100).mapToObj(i -> who + " " + i).toList(),
                    order.stream().filter(text -> text.startsWith(who)).toList());
        }
    }

    @Test
    void aNewDesktopReadsTheHistoryPageByPage() throws Exception {
        String conversation = conversation(ada.chat(), "bob");
        for (int i = 1; i <= 250; i++) {
            ada.chat().send(conversation, "line " + i);
        }
        awaitMarks(ada.chat(), conversation, 250, Mark.STORED);

        Chat desktop = world.linked(bob, "home").chat();
        await(() -> desktop.state().conversation(conversation), java.util.Objects::nonNull);
        desktop.open(conversation);
        await(() -> lines(desktop, conversation), lines -> lines.size() == 100);
        desktop.loadOlder(conversation);
        await(() -> lines(desktop, conversation), lines -> lines.size() == 200);
        desktop.loadOlder(conversation);
        await(() -> lines(desktop, conversation), lines -> lines.size() == 250);
        assertEquals(IntStream.rangeClosed(1, 250).mapToObj(i -> "line " + i).toList(), texts(desktop, conversation));
        assertEquals(false, desktop.state().conversation(conversation).hasOlder());
    }

    @Test
    void readOnOneDeviceIsReadOnAllAndTheSenderSeesIt() throws Exception {
        WebClient bobsDesktop = world.linked(bob, "home");
        String conversation = conversation(ada.chat(), "bob");
        ada.chat().send(conversation, "one");
        ada.chat().send(conversation, "two");
        for (Chat chat : List.of(bob.chat(), bobsDesktop.chat())) {
            await(() -> chat.state().conversation(conversation), view -> view != null && view.unread() == 2);
        }

        bobsDesktop.chat().open(conversation);
        await(() -> lines(bobsDesktop.chat(), conversation), lines -> lines.size() == 2);
        bobsDesktop.chat().markRead(conversation);
        await(() -> bob.chat().state().conversation(conversation).unread(), unread -> unread == 0);
        awaitMarks(ada.chat(), conversation, 2, Mark.READ);
    }

    @Test
    void anyUnicodeComesBackByteForByte() throws Exception {
        String conversation = conversation(ada.chat(), "bob");
        String text =
                "tabs\tand\nlines, \u202Eright to left\u202C, e\u0301 is not \u00E9, \uD83D\uDC69\u200D\uD83D\uDCBB, \u0000\u0007, \"<&>'\\";
        await(() -> bob.chat().state().conversation(conversation), java.util.Objects::nonNull);
        bob.chat().open(conversation);
        ada.chat().send(conversation, text);
        awaitTexts(bob.chat(), conversation, List.of(text));
        assertThrows(IllegalArgumentException.class, () -> ada.chat().send(conversation, "  \n "));
        assertThrows(IllegalArgumentException.class, () -> ada.chat().send(conversation, "x".repeat(8 * 1024 + 1)));
    }

    @Test
    void theServersRestartLosesNothingThatWasAcknowledged() throws Exception {
        String conversation = conversation(ada.chat(), "bob");
        for (int i = 1; i <= 50; i++) {
            ada.chat().send(conversation, "line " + i);
            if (i == 25) {
                world.restartServer();
            }
        }
        awaitMarks(ada.chat(), conversation, 50, Mark.STORED);
        world.online(bob);
        bob.chat().open(conversation);
        awaitTexts(
                bob.chat(),
                conversation,
                IntStream.rangeClosed(1, 50).mapToObj(i -> "line " + i).toList());
    }

    /** Opens the conversation and pages back to its beginning. */
    private static void openWhole(Chat chat, String conversation) {
        await(() -> chat.state().conversation(conversation), java.util.Objects::nonNull);
        chat.open(conversation);
        for (long oldest = 0; oldest != 1; ) {
            oldest = await(() -> lines(chat, conversation), lines -> !lines.isEmpty())
                    .getFirst()
                    .seq();
            chat.loadOlder(conversation);
            long before = oldest;
            oldest = before == 1
                    ? 1
                    : await(() -> lines(chat, conversation).getFirst().seq(), seq -> seq < before);
        }
    }

    /** The conversation with that person, made if there is none yet. */
    static String conversation(Chat chat, String handle) throws Exception {
        Contact contact = await(
                        () -> chat.state().contacts(),
                        contacts -> contacts.stream().anyMatch(c -> c.handle().equals(handle)))
                .stream()
                .filter(c -> c.handle().equals(handle))
                .findFirst()
                .orElseThrow();
        CompletableFuture<String> opened = new CompletableFuture<>();
        chat.openWith(contact.accountId(), opened::complete);
        return opened.get(20, TimeUnit.SECONDS);
    }

    static void awaitMarks(Chat chat, String conversation, int count, Mark mark) {
        await(
                () -> lines(chat, conversation),
                lines -> lines.stream().filter(line -> line.mark() == mark).count() == count);
    }

    static void awaitTexts(Chat chat, String conversation, List<String> texts) {
        await(() -> texts(chat, conversation), texts::equals);
    }

    static List<String> texts(Chat chat, String conversation) {
        return lines(chat, conversation).stream().map(Line::text).toList();
    }

    static List<Line> lines(Chat chat, String conversation) {
        ConversationView view = chat.state().conversation(conversation);
        return view == null ? List.of() : view.lines();
    }
}
