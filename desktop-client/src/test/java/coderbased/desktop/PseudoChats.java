package coderbased.desktop;

import coderbased.client.chat.ConversationView;
import coderbased.client.chat.MessageView;
import coderbased.client.chat.MessageView.DeliveryStatus;
import coderbased.fx.AConversation;
import coderbased.fx.ALine;
import coderbased.fx.FakeChat;
import coderbased.fx.text.EmojiSet;
import coderbased.protocol.Body;
import coderbased.protocol.Contact;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Chats of the tests in the pseudo-language: all that is data in them is in Cyrillic, with emoji. */
final class PseudoChats {

    static final Contact EVE = new Contact("a-eve", "ева", "Ева 🌹");
    static final Contact IVO = new Contact("a-ivo", "иво", "Иво 🌙");
    static final String PICTURE =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    static final String LAKE = "🌊 Озеро";

    private PseudoChats() {}

    /** Returns what is plain in them nevertheless. */
    static Stream<String> data() {
        return Stream.concat(
                Stream.of("Ada", "ada", "Bob", "bob", "https", "example.org", "jpg", "bin", "pdf", "zip"),
                Stream.of("👍", "❤️", "😂", "😮", "😢", "🙏")
                        .map(EmojiSet.all()::of)
                        .map(emoji -> emoji == null ? "" : emoji.name()));
    }

    /** Returns a message of every kind. */
    static List<MessageView> lines() {
        MessageView first = ALine.bobs(1, "Привет").build();
        List<MessageView> lines = new ArrayList<>(List.of(
                first,
                ALine.bobs(2, "Привет").answers(first).edited().forwarded().build(),
                ALine.mine(3, "Привет")
                        .answers(ALine.mine(1, "Да").build())
                        .reaction("👍", true, "Ada", "Bob")
                        .build(),
                ALine.mine(4, "Привет ".repeat(900)).build(),
                ALine.bobs(5, "").body(new Body.Deleted()).build(),
                ALine.mine(6, "").body(new Body.Deleted()).build(),
                file(7, "🎁 отчёт.pdf", null),
                file(8, "отчёт.zip", null),
                file(9, "фото.jpg", new Body.Preview(1, 1, PICTURE)),
                ALine.mine(10, "")
                        .body(body("отчёт.bin", null))
                        .moving(1, 5_000_000, false)
                        .build(),
                ALine.mine(11, "")
                        .body(body("отчёт.bin", null))
                        .moving(1, 50_000, true)
                        .build(),
                ALine.mine(12, "Привет").changeRefused("Нет").build(),
                ALine.bobs(13, "Привет")
                        .reaction("\u263A\u263A", false, EVE.name())
                        .build()));
        for (DeliveryStatus status : DeliveryStatus.values()) {
            lines.add(ALine.mine(20 + status.ordinal(), "Привет").status(status).build());
        }
        lines.add(ALine.mine(30, "Привет").refused("Нет").build());
        return lines;
    }

    static Body.File body(String name, Body.Preview preview) {
        return new Body.File("0".repeat(64), name, "application/octet-stream", 1, preview, "");
    }

    static MessageView file(long seq, String name, Body.Preview preview) {
        return ALine.bobs(seq, "").body(body(name, preview)).build();
    }

    static ConversationView chat(String number, MessageView line) {
        return AConversation.with("c-" + number, EVE).lines(line).build();
    }

    static AConversation group(String number) {
        return AConversation.group("g-" + number, LAKE, EVE, FakeChat.BOB);
    }
}
