package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.TestKey;
import coderbased.node.Node;
import coderbased.node.Settings;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.ChatClientMessage.ChangeGroup;
import coderbased.protocol.ChatClientMessage.CreateGroup;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.Done;
import coderbased.protocol.ChatServerMessage.Opened;
import coderbased.protocol.ChatServerMessage.Stored;
import coderbased.protocol.FileHttp;
import coderbased.protocol.GroupChange;
import coderbased.protocol.GuestClientMessage;
import coderbased.protocol.GuestServerMessage;
import coderbased.protocol.GuestServerMessage.ShowCode;
import coderbased.protocol.GuestServerMessage.WebAuthToken;
import coderbased.protocol.Protocol;
import coderbased.protocol.QrText;
import coderbased.protocol.Secret;
import coderbased.protocol.Wire;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ada calls every address of the server that names something, by every method, with every kind of name that is not
 * hers: what belongs to Bob, what is gone and what never was get the same answer, and nothing of Bob's changes. The
 * addresses come from the protocol's own constants, so that a new one is tried as soon as there is one.
 */
final class MadeUpIdsOverHttpTest {

    private static final byte[] BYTES = "the bytes of Bob's file".getBytes(StandardCharsets.UTF_8);
    private static final Pattern NAMED = Pattern.compile("\\{(\\w+)}");
    private static final String GUESSED = "GUESSEDGUESSEDGUESSEDGUESS";
    private static final int TRIES = 5;
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    /** Malformed ids: refused without a look-up, and never with an internal error. */
    private static final Map<String, String> MALFORMED = Map.of(
            "nothing", "%00",
            "up", "..%2f..%2f",
            "quoted", encoded("'\"--;"),
            "blank", "%20",
            "half", "%ed%a0%80",
            "emoji", encoded("🙂"),
            "long", "A".repeat(3_000),
            "huge", "99999999999999999999",
            "negative", "-1",
            "zero", "0");

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path data;

    private TestPerson ada;
    private TestPerson bob;
    private String conversation;
    private String goneConversation;
    private String upload;
    private String goneUpload;
    private String device;
    private String link;

    @Test
    void everyCallWithAForeignIdIsAnsweredLikeOneWithAnUnknownId() throws Exception {
        try (Node node = Node.start(
                Settings.standard(data)
                        .withPort(0)
                        .with(ChatLimits.standard().withPerAddress(0).withAccounts(AccountLimits.unlimited())),
                Clock.systemUTC())) {
            ada = TestPerson.signUp(node.port(), "ada");
            bob = TestPerson.signUp(node.port(), "bob");
            var bobs = bob.live(node.port());
            bobHasSomething(node, bobs);
            List<String> before = whatBobHas(node);
            List<String> wrong = new ArrayList<>();
            Map<Integer, Integer> statuses = new TreeMap<>();
            int cases = 0;
            for (String address : addresses()) {
                for (String method : METHODS) {
                    for (String token : List.of(ada.token(), "", "not.a.token")) {
                        HttpResponse<String> missing = call(node, method, filled(address, Map.of()), token);
                        for (Map<String, String> names : names(address)) {
                            cases++;
                            HttpResponse<String> said = call(node, method, filled(address, names), token);
                            statuses.merge(said.statusCode(), 1, Integer::sum);
                            if (!isFine(names, said, missing)) {
                                wrong.add(method + " " + address + " " + names.keySet() + ": " + said.statusCode() + " "
                                        + said.body() + ", to a missing one " + missing.statusCode() + " "
                                        + missing.body());
                            }
                        }
                    }
                }
            }
            System.out.println(cases + " calls with made-up names, answered " + statuses);
            assertEquals(List.of(), wrong.stream().limit(20).toList(), wrong.size() + " of " + cases);
            assertTrue(cases >= 1_000, cases + " cases");
            assertEquals(before, whatBobHas(node), "nothing of Bob's changed");
            assertTrue(bobs.isOpen(), "and he is still there");
        }
    }

    private static boolean isFine(Map<String, String> names, HttpResponse<String> said, HttpResponse<String> missing) {
        boolean refused = said.statusCode() >= 400 && said.statusCode() < 500;
        boolean same = said.statusCode() == missing.statusCode() && said.body().equals(missing.body());
        boolean malformed = names.keySet().stream().anyMatch(each -> MALFORMED.containsKey(each.split("=")[1]));
        return refused && (same || malformed);
    }

    /** Each choice of names for an address, by {@code name=kind}. What is not named is guessed. */
    private List<Map<String, String>> names(String address) {
        List<Map<String, String>> choices = new ArrayList<>(List.of(Map.of()));
        Matcher named = NAMED.matcher(address);
        while (named.find()) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> choice : choices) {
                values(address, named.group(1)).forEach((kind, value) -> {
                    Map<String, String> more = new LinkedHashMap<>(choice);
                    more.put(named.group(1) + "=" + kind, value);
                    longer.add(more);
                });
            }
            choices = longer;
        }
        return choices;
    }

    private Map<String, String> values(String address, String name) {
        Map<String, String> values = new LinkedHashMap<>(MALFORMED);
        if (name.equals("seq")) {
            values.put("first", "2");
            return values;
        }
        Stream.of(conversation, upload, device, link, bob.id(), bob.handle())
                .forEach(foreign -> values.put("foreign" + values.size(), foreign));
        values.put("goneUpload", goneUpload);
        values.put("goneConversation", goneConversation);
        return values;
    }

    private static String filled(String address, Map<String, String> names) {
        String filled = address;
        for (Map.Entry<String, String> each : names.entrySet()) {
            filled = filled.replace("{" + each.getKey().split("=")[0] + "}", each.getValue());
        }
        return filled.replace("{seq}", "2").replaceAll("\\{\\w+}", GUESSED);
    }

    private static List<String> addresses() {
        return Stream.of(AuthHttp.class, FileHttp.class)
                .flatMap(each -> Stream.of(each.getDeclaredFields()))
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                .map(field -> {
                    try {
                        return (String) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                })
                .filter(path -> NAMED.matcher(path).find())
                .toList();
    }

    /**
     * A group with a picture and a file in it, one that is no more, an upload, one that is no more, a linked device.
     */
    private void bobHasSomething(Node node, TestSocket<ChatServerMessage> bobs) throws Exception {
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(BYTES));
        announced(node, hash, BYTES);
        conversation = group(bobs, "stays");
        Body file = new Body.File(hash, "plan.txt", "text/plain", BYTES.length, null, "secret");
        bobs.say(new ChatClientMessage.Send("file", conversation, file, null, false));
        assertEquals(2, bobs.next(Stored.class).seq());
        bobs.say(new ChangeGroup("picture", conversation, new GroupChange.SetPicture(hash)));
        bobs.next(Done.class);
        goneConversation = group(bobs, "goes");
        bobs.say(new ChangeGroup("leave", goneConversation, new GroupChange.Leave()));
        bobs.next(Done.class);
        upload = announced(node, "ab".repeat(32), null);
        goneUpload = announced(node, "cd".repeat(32), null);
        call(node, "DELETE", FileHttp.UPLOAD.replace("{id}", goneUpload), bob.token());
        linkedDevice(node);
    }

    private String announced(Node node, String hash, byte[] bytes) throws Exception {
        FileHttp.NewUpload announced = new FileHttp.NewUpload(hash, bytes == null ? 5 : bytes.length);
        String answer = send(node, "POST", FileHttp.UPLOADS, bob.token(), Wire.write(announced))
                .body();
        String id = Wire.read(answer, FileHttp.Upload.class).id();
        if (bytes != null) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            assertEquals(
                    200,
                    send(node, "PATCH", FileHttp.UPLOAD.replace("{id}", id), bob.token(), text)
                            .statusCode());
        }
        return id;
    }

    private void linkedDevice(Node node) throws Exception {
        var desktop = TestSocket.open(node.port(), Protocol.GUEST_PATH, GuestServerMessage.class);
        desktop.say(new GuestClientMessage.Hello(Protocol.VERSION, TestPerson.DEVICE, new TestKey().publicHalf()));
        QrText.Ours code =
                (QrText.Ours) QrText.read(desktop.next(ShowCode.class).qrText().value(), bob.serverId());
        AuthHttp.ClaimCode claim =
                new AuthHttp.ClaimCode(new Secret(code.token().text()), null);
        String offer = send(node, "POST", AuthHttp.LINKS, bob.token(), Wire.write(claim))
                .body();
        link = Wire.read(offer, AuthHttp.LinkOffer.class).linkId();
        send(node, "POST", AuthHttp.APPROVE.replace("{id}", link), bob.token(), Wire.write(AuthHttp.Approval.PLAIN));
        device = desktop.next(WebAuthToken.class).sessionId();
    }

    private static String group(TestSocket<ChatServerMessage> bobs, String name) throws Exception {
        bobs.say(new CreateGroup(name, name, List.of()));
        return bobs.next(Opened.class).conversation().id();
    }

    private List<String> whatBobHas(Node node) throws Exception {
        String file =
                FileHttp.MESSAGE_FILE.replace("{conversation}", conversation).replace("{seq}", "2");
        String picture = FileHttp.GROUP_PICTURE.replace("{conversation}", conversation);
        List<String> has = new ArrayList<>();
        for (String path : List.of(
                FileHttp.UPLOAD.replace("{id}", upload),
                AuthHttp.LINK.replace("{id}", link),
                AuthHttp.DEVICES,
                file,
                picture)) {
            HttpResponse<String> answer = call(node, "GET", path, bob.token());
            has.add(answer.statusCode() + " " + answer.body());
        }
        assertArrayEquals(BYTES, has.getLast().substring(4).getBytes(StandardCharsets.UTF_8));
        return has;
    }

    private HttpResponse<String> call(Node node, String method, String path, String token) throws Exception {
        return send(
                node, method, path, token, method.equals("GET") || method.equals("DELETE") ? "" : "{\"name\":\"x\"}");
    }

    private HttpResponse<String> send(Node node, String method, String path, String token, String body)
            throws Exception {
        URI address = URI.create(node.address() + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .method(method, BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .header(FileHttp.OFFSET_HEADER, "0");
        if (!token.isEmpty()) {
            request.headers((token.equals(bob.token()) ? bob : ada).headers(method, address, token));
        }
        return answer(request.build(), TRIES);
    }

    /**
     * After an address that it cannot read, the server ends the connection, which the client may have used again
     * already.
     */
    private HttpResponse<String> answer(HttpRequest request, int tries) throws Exception {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            if (tries == 1) {
                throw e;
            }
            return answer(request, tries - 1);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
