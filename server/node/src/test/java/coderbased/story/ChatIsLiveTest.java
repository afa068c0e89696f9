package coderbased.story;

import static coderbased.story.World.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import coderbased.client.PhoneClient;
import coderbased.client.WebClient;
import coderbased.client.chat.Chat;
import coderbased.client.chat.ConversationView;
import coderbased.client.chat.MessageView;
import coderbased.client.chat.MessageView.DeliveryStatus;
import coderbased.protocol.Contact;
import coderbased.protocol.MemberReceipt;
import coderbased.testing.Deadlines;
import java.nio.file.Path;
import java.util.List;
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
    void aMessageReachesEveryDeviceOfBothPeople() throws Exception {
        WebClient adasDesktop = world.linked(ada, "office");
        WebClient bobsDesktop = world.linked(bob, "home");
        List<Chat> all = List.of(ada.chat(), adasDesktop.chat(), bob.chat(), bobsDesktop.chat());
        String conversation = conversation(adasDesktop.chat(), "bob");

        for (Chat chat : all) {
            await(() -> chat.state().conversation(conversation), java.util.Objects::nonNull);
            chat.conversation(conversation).open();
        }
        adasDesktop.chat().conversation(conversation).send("hello from the desktop", null);
        await(() -> texts(bob.chat(), conversation), texts -> texts.contains("hello from the desktop"));
        bob.chat().conversation(conversation).send("hello from the phone", null);
        for (Chat chat : all) {
            awaitTexts(chat, conversation, List.of("hello from the desktop", "hello from the phone"));
        }
        assertEquals(
                List.of(true, false),
                lines(ada.chat(), conversation).stream().map(MessageView::mine).toList(),
                "what the desktop said is the phone's own too");
    }

    @Test
    void concurrentMessagesHaveOneOrder() throws Exception {
        WebClient adasDesktop = world.linked(ada, "office");
        String conversation = conversation(ada.chat(), "bob");
        await(() -> bob.chat().state().conversation(conversation), java.util.Objects::nonNull);
        bob.chat().conversation(conversation).open();
        for (int i = 0; i < 100; i++) {
            ada.chat().conversation(conversation).send("ada " + i, null);
            bob.chat().conversation(conversation).send("bob " + i, null);
        }
        awaitStatus(ada.chat(), conversation, 100, DeliveryStatus.STORED);
        awaitStatus(bob.chat(), conversation, 100, DeliveryStatus.STORED);
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
            ada.chat().conversation(conversation).send("line " + i, null);
        }
        awaitStatus(ada.chat(), conversation, 250, DeliveryStatus.STORED);

        Chat desktop = world.linked(bob, "home").chat();
        bob.chat().conversation(conversation).markRead(250);
        await(() -> desktop.state().conversation(conversation), view -> view != null && view.unread() == 0);
        desktop.conversation(conversation).open();
        await(() -> lines(desktop, conversation), lines -> lines.size() == 100);
        desktop.conversation(conversation).loadOlder();
        await(() -> lines(desktop, conversation), lines -> lines.size() == 200);
        desktop.conversation(conversation).loadOlder();
        await(() -> lines(desktop, conversation), lines -> lines.size() == 250);
        assertEquals(IntStream.rangeClosed(1, 250).mapToObj(i -> "line " + i).toList(), texts(desktop, conversation));
        assertEquals(false, desktop.state().conversation(conversation).older());
    }

    @Test
    void aReadMarkerReachesAllDevicesAndTheSender() throws Exception {
        WebClient bobsDesktop = world.linked(bob, "home");
        String conversation = conversation(ada.chat(), "bob");
        bob.chat().conversation(conversation(bob.chat(), "ada")).send("zero", null);
        await(() -> ada.chat().state().conversation(conversation), view -> view != null && view.unread() == 1);
        ada.chat().conversation(conversation).send("one", null);
        ada.chat().conversation(conversation).send("two", null);
        for (Chat chat : List.of(bob.chat(), bobsDesktop.chat())) {
            await(() -> chat.state().conversation(conversation), view -> view != null && view.unread() == 2);
        }

        bobsDesktop.chat().conversation(conversation).open();
        await(() -> lines(bobsDesktop.chat(), conversation), lines -> lines.size() == 3);
        bobsDesktop.chat().conversation(conversation).markRead(3);
        await(() -> bob.chat().state().conversation(conversation).unread(), unread -> unread == 0);
        awaitStatus(ada.chat(), conversation, 2, DeliveryStatus.READ);
    }

    @Test
    void ticksStayWhenTheOnlyOtherMemberDeletesTheAccount() throws Exception {
        String direct = conversation(ada.chat(), "bob");
        String bobsId =
                ada.chat().state().conversation(direct).others().getFirst().accountId();
        String group = ada.chat().createGroup("Tea", List.of(bobsId)).get(Deadlines.seconds(20), TimeUnit.SECONDS);
        ada.chat().conversation(group).open();
        ada.chat().conversation(group).send("one", null);
        await(() -> bob.chat().state().conversation(group), view -> view != null && view.unread() == 2);
        bob.chat().conversation(group).markRead(2);
        awaitStatus(ada.chat(), group, 2, DeliveryStatus.READ);

        bob.deleteAccount(World.PASSWORD).get(Deadlines.seconds(20), TimeUnit.SECONDS);
        await(
                () -> ada.chat().state().conversation(group),
                view -> view.others().isEmpty());
        awaitStatus(ada.chat(), group, 2, DeliveryStatus.READ);
        MemberReceipt receipt = ada.chat()
                .conversation(group)
                .receipts(2)
                .get(Deadlines.seconds(20), TimeUnit.SECONDS)
                .getFirst();
        assertEquals(bobsId, receipt.accountId());
        assertFalse(receipt.present(), "who left is listed as it stood");
        assertNotNull(receipt.readAt());
        Chat desktop = world.linked(ada, "office").chat();
        await(() -> desktop.state().conversation(group), java.util.Objects::nonNull);
        desktop.conversation(group).open();
        awaitStatus(desktop, group, 2, DeliveryStatus.READ);
    }

    @Test
    void forwardingAMessageDoesNotMarkAChatAsRead() throws Exception {
        PhoneClient cleo = world.signedUp("cleo");
        String withCleo = conversation(cleo.chat(), "ada");
        cleo.chat().conversation(withCleo).send("did you see this?", null);
        await(() -> ada.chat().state().conversation(withCleo), view -> view != null && view.unread() == 1);
        String withBob = conversation(ada.chat(), "bob");
        ada.chat().conversation(withBob).send("a good one", null);
        awaitStatus(ada.chat(), withBob, 1, DeliveryStatus.STORED);

        ada.chat().conversation(withBob).forward(1, withCleo);
        awaitTexts(cleo.chat(), withCleo, List.of("did you see this?", "a good one"));
        await(() -> ada.chat().state().conversation(withCleo), view -> view.unread() == 2);
        ConversationView seenByCleo = await(
                () -> cleo.chat().state().conversation(withCleo),
                view -> view.messages().getFirst().status() != DeliveryStatus.STORED);
        assertEquals(DeliveryStatus.DELIVERED, seenByCleo.messages().getFirst().status());
        assertEquals(0, seenByCleo.others().getFirst().readSeq(), "nobody saw what Cleo wrote");

        ada.chat().conversation(withCleo).send("and what do you think?", null);
        awaitStatus(cleo.chat(), withCleo, 1, DeliveryStatus.READ);
    }

    @Test
    void anyUnicodeReturnsByteForByte() throws Exception {
        String conversation = conversation(ada.chat(), "bob");
        String text = "tabs\tand\nlines, \u202Eright to left\u202C, e\u0301 is not \u00E9,"
                + " \uD83D\uDC69\u200D\uD83D\uDCBB, \u0000\u0007, \"<&>'\\";
        await(() -> bob.chat().state().conversation(conversation), java.util.Objects::nonNull);
        bob.chat().conversation(conversation).open();
        ada.chat().conversation(conversation).send(text, null);
        awaitTexts(bob.chat(), conversation, List.of(text));
        assertThrows(
                IllegalArgumentException.class,
                () -> ada.chat().conversation(conversation).send("  \n ", null));
        assertThrows(
                IllegalArgumentException.class,
                () -> ada.chat().conversation(conversation).send("x".repeat(8 * 1024 + 1), null));
    }

    @Test
    void aRestartLosesNoAcknowledgedMessage() throws Exception {
        String conversation = conversation(ada.chat(), "bob");
        for (int i = 1; i <= 50; i++) {
            ada.chat().conversation(conversation).send("line " + i, null);
            if (i == 25) {
                world.restartServer();
            }
        }
        awaitStatus(ada.chat(), conversation, 50, DeliveryStatus.STORED);
        await(() -> bob.chat().state().conversation(conversation), java.util.Objects::nonNull);
        bob.chat().conversation(conversation).open();
        awaitTexts(
                bob.chat(),
                conversation,
                IntStream.rangeClosed(1, 50).mapToObj(i -> "line " + i).toList());
    }

    /** Opens the conversation and pages back to its beginning. */
    private static void openWhole(Chat chat, String conversation) {
        await(() -> chat.state().conversation(conversation), java.util.Objects::nonNull);
        chat.conversation(conversation).open();
        for (long oldest = 0; oldest != 1; ) {
            oldest = await(() -> lines(chat, conversation), lines -> !lines.isEmpty())
                    .getFirst()
                    .seq();
            chat.conversation(conversation).loadOlder();
            long before = oldest;
            oldest = before == 1
                    ? 1
                    : await(() -> lines(chat, conversation).getFirst().seq(), seq -> seq < before);
        }
    }

    /** The conversation with that person, made if there is none yet, and open. */
    static String conversation(Chat chat, String handle) throws Exception {
        Contact contact = chat.findPeople(handle).get(Deadlines.seconds(20), TimeUnit.SECONDS).stream()
                .filter(c -> c.handle().equals(handle))
                .findFirst()
                .orElseThrow();
        String conversation = chat.openWith(contact.accountId()).get(Deadlines.seconds(20), TimeUnit.SECONDS);
        chat.conversation(conversation).open();
        return conversation;
    }

    static void awaitStatus(Chat chat, String conversation, int count, DeliveryStatus status) {
        await(
                () -> lines(chat, conversation),
                lines -> lines.stream().filter(line -> hasCome(line, status)).count() == count);
    }

    private static boolean hasCome(MessageView line, DeliveryStatus status) {
        return line.mine()
                && line.status() != DeliveryStatus.REFUSED
                && line.status().compareTo(status) >= 0;
    }

    static void awaitTexts(Chat chat, String conversation, List<String> texts) {
        await(() -> texts(chat, conversation), texts::equals);
    }

    static List<String> texts(Chat chat, String conversation) {
        return lines(chat, conversation).stream().map(MessageView::text).toList();
    }

    static List<MessageView> lines(Chat chat, String conversation) {
        ConversationView view = chat.state().conversation(conversation);
        return view == null ? List.of() : view.messages();
    }
}
