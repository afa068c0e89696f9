package coderbased.chat;

import static coderbased.chat.TestPerson.openWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.node.Node;
import coderbased.node.Settings;
import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage.ChangeGroup;
import coderbased.protocol.ChatClientMessage.CreateGroup;
import coderbased.protocol.ChatClientMessage.Delete;
import coderbased.protocol.ChatClientMessage.Edit;
import coderbased.protocol.ChatClientMessage.Send;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.Done;
import coderbased.protocol.ChatServerMessage.MessageChanged;
import coderbased.protocol.ChatServerMessage.Opened;
import coderbased.protocol.ChatServerMessage.RequestFailed;
import coderbased.protocol.ChatServerMessage.SendRefused;
import coderbased.protocol.ChatServerMessage.Stored;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.FileHttp;
import coderbased.protocol.GroupChange;
import coderbased.protocol.Wire;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The right to send and to fetch a file follows from the right to see its message. */
final class FileMessageTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final byte[] BYTES = "the plan, version 7".getBytes(StandardCharsets.UTF_8);

    private int asked;

    private static Node node;
    private static int round;
    private TestPerson ada;
    private TestPerson bob;
    private TestPerson cleo;
    private TestSocket<ChatServerMessage> adas;
    private TestSocket<ChatServerMessage> bobs;
    private String conversation;

    @BeforeAll
    static void startServer(@TempDir Path data) {
        node = Node.start(
                Settings.standard(data)
                        .withPort(0)
                        .with(ChatLimits.standard().withPerAddress(0).withAccounts(AccountLimits.unlimited())),
                Clock.systemUTC());
    }

    @AfterAll
    static void stopServer() {
        node.close();
    }

    @BeforeEach
    void adaAndBobTalkAndCleoIsElsewhere() throws Exception {
        round++;
        ada = TestPerson.signUp(node.port(), "ada-" + round);
        bob = TestPerson.signUp(node.port(), "bob-" + round);
        cleo = TestPerson.signUp(node.port(), "cleo-" + round);
        adas = ada.live(node.port());
        bobs = bob.live(node.port());
        conversation = openWith(adas, bob);
    }

    @AfterEach
    void hangUp() {
        adas.close();
        bobs.close();
    }

    @Test
    void anUploadedFileIsSentAndFetchedByBoth() throws Exception {
        Body.File file = uploaded(ada);

        adas.say(new Send("m", conversation, file, null, false));

        long seq = adas.next(Stored.class).seq();
        assertEquals(file, bobs.next(MessageChanged.class).message().body());
        assertArrayEquals(BYTES, fetch(bob, conversation, seq).body());
        assertArrayEquals(BYTES, fetch(ada, conversation, seq).body());
        assertEquals(404, fetch(cleo, conversation, seq).statusCode());
    }

    @Test
    void aFileThatWasNotUploadedIsRefused() throws Exception {
        uploaded(ada);
        Body.File announced = uploaded(ada);

        bobs.say(new Send("m", conversation, announced, null, false));
        assertEquals(ErrorCode.NOT_FOUND, bobs.next(SendRefused.class).problem().code());

        Body.File otherSize = new Body.File(announced.sha256(), "x", "a/b", BYTES.length + 1, null, "");
        adas.say(new Send("m", conversation, otherSize, null, false));
        assertEquals(ErrorCode.NOT_FOUND, adas.next(SendRefused.class).problem().code());
    }

    @Test
    void aReaderForwardsAFileWithoutUploadingIt() throws Exception {
        Body.File file = uploaded(ada);
        adas.say(new Send("m", conversation, file, null, false));
        bobs.next(MessageChanged.class);
        String withCleo = openWith(bobs, cleo);

        bobs.say(new Send("forward", withCleo, file, null, true));

        long seq = bobs.next(Stored.class).seq();
        assertArrayEquals(BYTES, fetch(cleo, withCleo, seq).body());
        assertEquals(404, fetch(cleo, conversation, 1).statusCode());
    }

    @Test
    void aDeletedFileIsNotFetchedAndAnEditedCaptionKeepsTheFile() throws Exception {
        adas.say(new Send("m", conversation, uploaded(ada), null, false));
        long seq = adas.next(Stored.class).seq();
        adas.say(new Edit("e", conversation, seq, "better words"));
        adas.next(Done.class);
        assertEquals(200, fetch(bob, conversation, seq).statusCode());

        adas.say(new Delete("d", conversation, seq));
        adas.next(Done.class);

        assertEquals(404, fetch(bob, conversation, seq).statusCode());
        assertEquals(404, fetch(ada, conversation, seq).statusCode());
    }

    @Test
    void laterAndFormerMembersFetchNothing() throws Exception {
        String group = group(bob);
        adas.say(new Send("m", group, uploaded(ada), null, false));
        long seq = adas.next(Stored.class).seq();
        assertEquals(200, fetch(bob, group, seq).statusCode());

        change(group, new GroupChange.Add(List.of(cleo.id())));
        change(group, new GroupChange.Remove(bob.id()));

        assertEquals(404, fetch(cleo, group, seq).statusCode());
        assertEquals(404, fetch(bob, group, seq).statusCode());
        assertEquals(200, fetch(ada, group, seq).statusCode());
    }

    @Test
    void anAdminUploadsTheGroupPictureAndMembersSeeIt() throws Exception {
        String group = group(bob);
        String bobsFile = uploaded(bob).sha256();
        adas.say(new ChangeGroup("no", group, new GroupChange.SetPicture(bobsFile)));
        assertEquals(
                ErrorCode.NOT_FOUND, adas.next(RequestFailed.class).problem().code());

        change(group, new GroupChange.SetPicture(uploaded(ada).sha256()));

        String path = FileHttp.GROUP_PICTURE.replace("{conversation}", group);
        assertArrayEquals(BYTES, call(bob, "GET", path, BodyPublishers.noBody()).body());
        assertEquals(404, call(cleo, "GET", path, BodyPublishers.noBody()).statusCode());
    }

    private String fresh() {
        asked++;
        return "asked " + asked;
    }

    private String group(TestPerson... others) throws Exception {
        adas.say(new CreateGroup(
                fresh(), "Tea", List.of(others).stream().map(TestPerson::id).toList()));
        return adas.next(Opened.class).conversation().id();
    }

    private void change(String group, GroupChange change) throws Exception {
        adas.say(new ChangeGroup(fresh(), group, change));
        adas.next(Done.class);
    }

    private Body.File uploaded(TestPerson sender) throws Exception {
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(BYTES));
        String announced = new String(
                call(
                                sender,
                                "POST",
                                FileHttp.UPLOADS,
                                BodyPublishers.ofString(Wire.write(new FileHttp.NewUpload(hash, BYTES.length))))
                        .body(),
                StandardCharsets.UTF_8);
        FileHttp.Upload upload = Wire.read(announced, FileHttp.Upload.class);
        if (!upload.complete()) {
            String path = FileHttp.UPLOAD.replace("{id}", upload.id());
            BodyPublisher piece = BodyPublishers.ofByteArray(BYTES);
            assertEquals(
                    200,
                    call(sender, "PATCH", path, piece, FileHttp.OFFSET_HEADER, "0")
                            .statusCode());
        }
        return new Body.File(hash, "plan.txt", "text/plain", BYTES.length, null, "as promised");
    }

    private HttpResponse<byte[]> fetch(TestPerson person, String where, long seq) throws Exception {
        String path = FileHttp.MESSAGE_FILE.replace("{conversation}", where).replace("{seq}", Long.toString(seq));
        return call(person, "GET", path, BodyPublishers.noBody());
    }

    private HttpResponse<byte[]> call(
            TestPerson person, String method, String path, BodyPublisher body, String... headers) throws Exception {
        URI address = URI.create(node.address() + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .headers(person.headers(method, address))
                .header("Content-Type", "application/json")
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
