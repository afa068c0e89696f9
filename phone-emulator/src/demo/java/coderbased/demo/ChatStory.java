package coderbased.demo;

import coderbased.phone.parts.PhoneIds;
import coderbased.desktop.DesktopIds;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;

/**
 * The chat part of the story: people write both ways, answer, react, send a picture, make a group, look something
 * up, and go on while the server is away.
 */
final class ChatStory {

    private static final String GROUP = "Friday lunch";
    private static final int LONG_HISTORY = 150;

    private final Story story;
    private final Nodes server;
    private final People people;
    private final Hands desktop;
    private final Hands phone;
    private final Path pictures;

    ChatStory(Story story, Nodes server, People people, Hands desktop, Hands phone, Path pictures) {
        this.story = story;
        this.server = server;
        this.people = people;
        this.desktop = desktop;
        this.phone = phone;
        this.pictures = pictures;
    }

    void play() {
        theyWrite();
        theyAnswerAndReact();
        aPictureTravels();
        aGroupIsMade();
        muchIsSaid();
        somethingIsLookedUp();
        theServerIsAwayForAWhile();
    }

    private void theyWrite() {
        story.step("the desktop shows the history", () -> {
            desktop.awaitText("On my way.");
            desktop.press("#conversation-list .list-cell");
            desktop.awaitText("Did you see the new office?");
            desktop.picture("desktop-chat-history");
        });
        story.step("the desktop writes, Bob and the phone read", () -> {
            desktop.fill("#composer", "I am in, with nothing typed");
            desktop.press("#send");
            Story.until("Bob has it", 20, () -> people.bobReads("I am in, with nothing typed"));
            phone.press("#" + PhoneIds.LINK_DONE);
            phone.await("#" + PhoneIds.DEVICE_LIST);
            phone.awaitText("Ada's desktop");
            phone.picture("phone-devices");
            phone.press("#" + PhoneIds.TAB_CHATS);
            phone.awaitText("I am in, with nothing typed");
        });
        story.step("Bob answers, the desktop and the phone read", () -> {
            people.bobSays("That was quick!");
            desktop.awaitText("That was quick!");
            phone.awaitText("That was quick!");
        });
        story.step("the phone writes, Bob and the desktop read", () -> {
            phone.press("#conversation-list .list-cell");
            phone.fill("#composer", "And this from the phone");
            phone.press("#send");
            Story.until("Bob has it", 20, () -> people.bobReads("And this from the phone"));
            desktop.awaitText("And this from the phone");
        });
    }

    private void theyAnswerAndReact() {
        story.step("Bob reacts and answers with a quote, both screens show it", () -> {
            people.bobReactsTo("I am in, with nothing typed", "\uD83C\uDF89");
            people.bobAnswers("And this from the phone", "Both at once, then \uD83D\uDC4D");
            for (Hands screen : new Hands[] {desktop, phone}) {
                screen.awaitText("Both at once, then");
                screen.await(".reaction");
                screen.await(".bubble-quote");
            }
        });
    }

    private void aPictureTravels() {
        story.step("the desktop pastes a picture with a caption, the phone shows it", () -> {
            Hands.copy(pictures.resolve("desktop-guest.png"));
            desktop.press("#composer");
            desktop.key(KeyCode.V, KeyCode.CONTROL);
            desktop.awaitCursorIn("#attachment-caption");
            desktop.write("The code I scanned");
            desktop.picture("desktop-attachment");
            desktop.key(KeyCode.ENTER);
            Story.until("Bob has it", 20, () -> people.bobReads("The code I scanned"));
            desktop.awaitText("The code I scanned");
            phone.awaitText("The code I scanned");
            phone.await(".bubble-picture");
            phone.picture("phone-chat");
            desktop.picture("desktop-chat");
            phone.press("#thread-back");
        });
    }

    private void aGroupIsMade() {
        story.step("the desktop makes a group by keyboard, Bob writes in it", () -> {
            desktop.key(KeyCode.N, KeyCode.CONTROL, KeyCode.SHIFT);
            desktop.awaitCursorIn("#group-name");
            desktop.write(GROUP);
            desktop.key(KeyCode.TAB);
            desktop.write("Bob");
            desktop.await("#people-list .conversation-cell:filled");
            desktop.key(KeyCode.ENTER);
            desktop.await(".chip");
            desktop.picture("desktop-new-group");
            desktop.press("#group-create");
            Story.until("Bob is in it", 20, () -> people.bobIsIn(GROUP));
            people.bobSaysIn(GROUP, "Twelve at the lake?");
            desktop.awaitText("Twelve at the lake?");
            phone.awaitText("Twelve at the lake?");
            desktop.picture("desktop-group");
            phone.picture("phone-list");
        });
    }

    private void muchIsSaid() {
        story.step("Bob writes " + LONG_HISTORY + " messages, the desktop scrolls back through them, in a small"
                + " window too", () -> {
            for (int i = 1; i <= LONG_HISTORY; i++) {
                String praise = i % 4 == 0 ? ", and the best so far" : "";
                people.bobSaysIn(GROUP, "Reason " + i + " to have lunch at the lake" + praise);
            }
            desktop.awaitText("Reason " + (LONG_HISTORY - 1) + " ");
            desktop.scrollBack("#message-list");
            desktop.await("#jump-to-newest");
            desktop.picture("desktop-chat-long");
            desktop.smallPicture("desktop-chat-small");
            desktop.press("#jump-to-newest");
            desktop.awaitText("Reason " + LONG_HISTORY + " ");
        });
    }

    private void somethingIsLookedUp() {
        story.step("the desktop finds a word in all chats", () -> {
            desktop.key(KeyCode.F, KeyCode.CONTROL);
            desktop.awaitCursorIn("#conversation-search");
            desktop.write("laptop");
            desktop.awaitText("Bring your");
            desktop.picture("desktop-search");
            desktop.key(KeyCode.ESCAPE);
        });
        story.step("the phone finds it, too", () -> {
            phone.fill("#conversation-search", "laptop");
            phone.awaitText("Bring your");
            phone.picture("phone-search");
            phone.key(KeyCode.ESCAPE);
        });
    }

    private void theServerIsAwayForAWhile() {
        story.step("the server stops, both apps say so, and typing still works", () -> {
            server.stop();
            desktop.await("#" + DesktopIds.OFFLINE_BANNER);
            phone.await("#" + PhoneIds.OFFLINE_RETRY);
            desktop.fill("#composer", "Written while it was away");
            desktop.press("#send");
            desktop.awaitText("Written while it was away");
            desktop.picture("desktop-offline");
            Hands.copy(pictures.resolve("desktop-guest.png"));
            desktop.press("#composer");
            desktop.key(KeyCode.V, KeyCode.CONTROL);
            desktop.awaitCursorIn("#attachment-caption");
            desktop.write("Sent while it was away");
            desktop.key(KeyCode.ENTER);
            desktop.awaitText("Sent while it was away");
            desktop.picture("desktop-attachment-waiting");
        });
        story.step("the server starts again, and the waiting messages arrive", () -> {
            server.startAgain();
            Story.until("Bob has all of it", 60, () -> people.bobReadsIn(GROUP, "Sent while it was away"));
            phone.awaitText("Sent while it was away");
        });
    }
}
