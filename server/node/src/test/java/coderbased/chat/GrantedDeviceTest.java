package coderbased.chat;

import static coderbased.chat.TestPerson.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.ChatClientMessage.GetHistory;
import coderbased.protocol.ChatClientMessage.GetHistory.Side;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.Batch;
import coderbased.protocol.ChatServerMessage.CaughtUp;
import coderbased.protocol.ChatServerMessage.Done;
import coderbased.protocol.ChatServerMessage.Found;
import coderbased.protocol.ChatServerMessage.HistoryPage;
import coderbased.protocol.ChatServerMessage.MessageChanged;
import coderbased.protocol.ChatServerMessage.Overview;
import coderbased.protocol.ChatServerMessage.PeopleFound;
import coderbased.protocol.ChatServerMessage.RequestFailed;
import coderbased.protocol.ChatServerMessage.SendRefused;
import coderbased.protocol.ChatServerMessage.Stored;
import coderbased.protocol.ConversationSettings;
import coderbased.protocol.ConversationSummary;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.FileHttp;
import coderbased.protocol.GroupChange;
import coderbased.protocol.LinkChoices;
import coderbased.protocol.Wire;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A desktop that was granted less than everything gets less than everything, on every path. */
final class GrantedDeviceTest extends TwoPeople {

    private static final LinkChoices READ_ONLY = new LinkChoices(null, true, false);
    private static final LinkChoices WITHOUT_HISTORY = new LinkChoices(null, false, true);

    @Test
    void aReadOnlyDeviceReads() throws Exception {
        var desktops = ada.linked(node.port(), READ_ONLY).live(node.port());
        bobs.say(text("m1", conversation, "hello"));
        assertEquals(1, desktops.next(MessageChanged.class).message().seq());
        desktops.say(new GetHistory("h", conversation, Side.BEFORE, Long.MAX_VALUE));
        assertEquals(1, desktops.next(HistoryPage.class).messages().size());
    }

    @Test
    void aReadOnlyDevicesWritesAreRefusedWithAReason() throws Exception {
        long mine = say("m1", "mine");
        var desktops = ada.linked(node.port(), READ_ONLY).live(node.port());

        desktops.say(text("w0", conversation, "no"));
        SendRefused refused = desktops.next(SendRefused.class);
        assertEquals(ErrorCode.NOT_ALLOWED, refused.problem().code());
        assertTrue(
                refused.problem().message().startsWith("This computer may only read."),
                refused.problem().message());
        for (ChatClientMessage write : List.of(
                new ChatClientMessage.Edit("w", conversation, mine, "other"),
                new ChatClientMessage.Delete("w", conversation, mine),
                new ChatClientMessage.React("w", conversation, mine, "x"),
                new ChatClientMessage.OpenDirect("w", bob.id()),
                new ChatClientMessage.CreateGroup("w", "Team", List.of(bob.id())),
                new ChatClientMessage.ChangeGroup("w", conversation, new GroupChange.Leave()))) {
            desktops.say(write);
            assertEquals(
                    ErrorCode.NOT_ALLOWED,
                    desktops.next(RequestFailed.class).problem().code(),
                    write.toString());
        }
        adas.say(new GetHistory("h", conversation, Side.BEFORE, Long.MAX_VALUE));
        assertEquals(
                List.of(new Body.Text("mine")),
                adas.next(HistoryPage.class).messages().stream()
                        .map(ChatMessage::body)
                        .toList());
    }

    @Test
    void aReadOnlyDeviceLeavesNoMarkers() throws Exception {
        bobs.say(text("m1", conversation, "read me"));
        bobs.next(Stored.class);
        var desktops = ada.linked(node.port(), READ_ONLY).live(node.port());

        desktops.say(new ChatClientMessage.MarkDelivered(conversation, 1));
        desktops.say(new ChatClientMessage.MarkRead(conversation, 1));
        desktops.say(new ChatClientMessage.Typing(conversation, true));
        desktops.say(new ChatClientMessage.SaveDraft(conversation, "half a"));
        desktops.say(new ChatClientMessage.SaveSettings(conversation, new ConversationSettings(true, true, null)));
        desktops.say(new ChatClientMessage.FindPeople("f", "bob"));
        desktops.next(PeopleFound.class); // what was said before it was answered, or passed over, by now

        ConversationSummary now = overview();
        assertEquals(ConversationSettings.DEFAULT, now.settings());
        assertEquals("", now.draft());
        assertEquals(
                0,
                now.members().stream()
                        .filter(member -> member.accountId().equals(ada.id()))
                        .findFirst()
                        .orElseThrow()
                        .readSeq());
        assertFalse(bobs.unheard().stream().anyMatch(heard -> heard.contains("\"typing\"")));
    }

    @Test
    void aReadOnlyDeviceUploadsNothing() throws Exception {
        TestPerson desktop = ada.linked(node.port(), READ_ONLY);
        FileHttp.NewUpload upload = new FileHttp.NewUpload("a".repeat(64), 10);
        assertEquals(
                403, desktop.call(node.port(), "POST", FileHttp.UPLOADS, upload).statusCode());
        assertEquals(
                201, ada.call(node.port(), "POST", FileHttp.UPLOADS, upload).statusCode());
    }

    @Test
    void aDeviceWithoutHistorySeesOnlyMessagesFromAfterItsLink() throws Exception {
        for (int i = 1; i <= 5; i++) {
            say("old" + i, "old needle " + i);
        }
        TestPerson desktop = ada.linked(node.port(), WITHOUT_HISTORY);
        var desktops = desktop.connect(node.port());
        desktops.say(new ChatClientMessage.Resume(Map.of(conversation, 0L)));
        ConversationSummary summary = only(desktops.next(Overview.class));
        assertNull(summary.last());
        assertEquals(6, summary.firstSeq());
        ChatServerMessage next = desktops.next();
        while (!(next instanceof CaughtUp)) {
            assertFalse(next instanceof Batch, "nothing old is sent after");
            next = desktops.next();
        }

        say("new1", "new needle");
        assertEquals(6, desktops.next(MessageChanged.class).message().seq());
        for (GetHistory page : List.of(
                new GetHistory("h", conversation, Side.BEFORE, Long.MAX_VALUE),
                new GetHistory("h", conversation, Side.BEFORE, 7),
                new GetHistory("h", conversation, Side.AROUND, 3),
                new GetHistory("h", conversation, Side.AFTER, 0))) {
            desktops.say(page);
            HistoryPage got = desktops.next(HistoryPage.class);
            assertEquals(List.of(6L), seqs(got.messages()), page.toString());
            assertFalse(got.older(), page.toString());
        }
        desktops.say(new GetHistory("h", conversation, Side.BEFORE, 6));
        HistoryPage before = desktops.next(HistoryPage.class);
        assertTrue(before.messages().isEmpty() && !before.older());
        desktops.say(new ChatClientMessage.Search("s", "needle", null, null));
        assertEquals(List.of(6L), seqs(desktops.next(Found.class).messages()));
    }

    @Test
    void changesOfEarlierMessagesStayHidden() throws Exception {
        long old = say("old", "old");
        var desktops = ada.linked(node.port(), WITHOUT_HISTORY).live(node.port());

        adas.say(new ChatClientMessage.Edit("e", conversation, old, "old and changed"));
        adas.next(Done.class);
        adas.say(new ChatClientMessage.Send("reply", conversation, new Body.Text("as I said"), old, false));
        adas.next(Stored.class);

        ChatMessage first = desktops.next(MessageChanged.class).message();
        assertEquals(new Body.Text("as I said"), first.body(), "the edit was not told");
        assertNull(first.quote(), "and what it answers is not quoted");
    }

    @Test
    void earlierFilesLookUnknown() throws Exception {
        byte[] bytes = "a picture".getBytes(StandardCharsets.UTF_8);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        upload(bytes, sha256);
        Body.File file = new Body.File(sha256, "a.txt", "text/plain", bytes.length, null, "");
        adas.say(new ChatClientMessage.Send("f1", conversation, file, null, false));
        long old = adas.next(Stored.class).seq();
        TestPerson desktop = ada.linked(node.port(), WITHOUT_HISTORY);
        adas.say(new ChatClientMessage.Send("f2", conversation, file, null, false));
        long fresh = adas.next(Stored.class).seq();

        assertEquals(404, fetch(desktop, old).statusCode());
        assertEquals(200, fetch(desktop, fresh).statusCode());
        assertEquals(200, fetch(ada, old).statusCode());
    }

    private long say(String name, String words) throws Exception {
        adas.say(text(name, conversation, words));
        return adas.next(Stored.class).seq();
    }

    private ConversationSummary overview() throws Exception {
        var again = ada.connect(node.port());
        again.say(new ChatClientMessage.Resume(Map.of()));
        try (again) {
            return only(again.next(Overview.class));
        }
    }

    private static ConversationSummary only(Overview overview) {
        assertEquals(1, overview.conversations().size());
        return overview.conversations().getFirst();
    }

    private static List<Long> seqs(List<ChatMessage> messages) {
        return messages.stream().map(ChatMessage::seq).toList();
    }

    private void upload(byte[] bytes, String sha256) throws Exception {
        String announced = ada.call(node.port(), "POST", FileHttp.UPLOADS, new FileHttp.NewUpload(sha256, bytes.length))
                .body();
        FileHttp.Upload upload = Wire.read(announced, FileHttp.Upload.class);
        HttpRequest piece = request(ada, "PATCH", FileHttp.UPLOAD.replace("{id}", upload.id()))
                .header(FileHttp.OFFSET_HEADER, "0")
                .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build();
        assertEquals(200, send(piece).statusCode());
    }

    private HttpResponse<String> fetch(TestPerson device, long seq) throws Exception {
        String path =
                FileHttp.MESSAGE_FILE.replace("{conversation}", conversation).replace("{seq}", Long.toString(seq));
        return send(request(device, "GET", path).build());
    }

    private static HttpRequest.Builder request(TestPerson device, String method, String path) {
        URI address = URI.create("http://127.0.0.1:" + node.port() + path);
        return HttpRequest.newBuilder(address).headers(device.headers(method, address));
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
