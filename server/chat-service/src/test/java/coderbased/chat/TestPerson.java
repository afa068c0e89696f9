package coderbased.chat;

import coderbased.auth.AuthService;
import coderbased.auth.TestKey;
import coderbased.auth.session.Session;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.ChatClientMessage.Authenticate;
import coderbased.protocol.ChatClientMessage.OpenDirect;
import coderbased.protocol.ChatClientMessage.Resume;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.Admitted;
import coderbased.protocol.ChatServerMessage.CaughtUp;
import coderbased.protocol.ChatServerMessage.Challenge;
import coderbased.protocol.ChatServerMessage.Opened;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.DeviceKind;
import coderbased.protocol.GuestClientMessage;
import coderbased.protocol.GuestServerMessage;
import coderbased.protocol.LinkChoices;
import coderbased.protocol.Protocol;
import coderbased.protocol.QrText;
import coderbased.protocol.Secret;
import coderbased.protocol.Wire;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/** Somebody with a phone, signed up at a server that runs. */
final class TestPerson {

    static final DeviceFacts DEVICE = new DeviceFacts("Test phone", "Test 1.0", "Linux");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String PASSWORD = "correct horse battery staple";

    private final String handle;
    private final TestKey keys;
    private final AuthHttp.SignedIn signedIn;
    private String token;

    private TestPerson(String handle, TestKey keys, AuthHttp.SignedIn signedIn) {
        this.handle = handle;
        this.keys = keys;
        this.signedIn = signedIn;
        this.token = signedIn.authToken().value();
    }

    static TestPerson signUp(int port, String handle) throws Exception {
        return signUp(port, handle, handle);
    }

    static TestPerson signUp(int port, String handle, String name) throws Exception {
        TestKey keys = new TestKey();
        var said = new AuthHttp.SignUp(handle, name, new Secret(PASSWORD), DEVICE, keys.publicHalf());
        return new TestPerson(handle, keys, post(port, AuthHttp.ACCOUNTS, said));
    }

    /** Somebody who signs up without a network between. */
    static TestPerson signedUp(String handle, Function<AuthHttp.SignUp, AuthHttp.SignedIn> door) {
        return signedUp(handle, handle, door);
    }

    static TestPerson signedUp(String handle, String name, Function<AuthHttp.SignUp, AuthHttp.SignedIn> door) {
        TestKey keys = new TestKey();
        var said = new AuthHttp.SignUp(handle, name, new Secret(PASSWORD), DEVICE, keys.publicHalf());
        return new TestPerson(handle, keys, door.apply(said));
    }

    /** The same person with another phone. */
    TestPerson secondPhone(int port) throws Exception {
        TestKey others = new TestKey();
        var said = new AuthHttp.SignIn(handle, new Secret(PASSWORD), DEVICE, others.publicHalf());
        return new TestPerson(handle, others, post(port, AuthHttp.SESSIONS, said));
    }

    /** The same person with another phone, without a network between. */
    TestPerson secondPhone(ChatNodes nodes) {
        TestKey others = new TestKey();
        var said = new AuthHttp.SignIn(handle, new Secret(PASSWORD), DEVICE, others.publicHalf());
        return new TestPerson(handle, others, nodes.auth().accounts().signIn(said, ChatNodes.HOME));
    }

    /** A desktop of the same person, linked with what they grant it, without a network between. */
    TestPerson linked(ChatNodes nodes, LinkChoices choices) throws Exception {
        TestKey desktops = new TestKey();
        AuthService auth = nodes.auth();
        Session phone = session(nodes);
        TestGuest guest = new TestGuest(nodes.one, desktops.publicHalf());
        AuthHttp.LinkOffer offer = auth.links()
                .claim(
                        phone,
                        new AuthHttp.ClaimCode(new Secret(guest.code(signedIn.serverId())), null),
                        ChatNodes.HOME);
        auth.links().approve(phone, offer.linkId(), new AuthHttp.Approval(choices, new Secret(PASSWORD)));
        GuestServerMessage.WebAuthToken web = guest.next(GuestServerMessage.WebAuthToken.class);
        return new TestPerson(
                handle,
                desktops,
                new AuthHttp.SignedIn(web.webAuthToken(), web.sessionId(), web.profile(), web.serverId()));
    }

    /** A desktop of the same person, linked with what they grant it. */
    TestPerson linked(int port, LinkChoices choices) throws Exception {
        TestKey desktops = new TestKey();
        try (var guest = TestSocket.open(port, Protocol.GUEST_PATH, GuestServerMessage.class)) {
            guest.say(new GuestClientMessage.Hello(Protocol.VERSION, DEVICE, desktops.publicHalf()));
            String shown =
                    guest.next(GuestServerMessage.ShowCode.class).qrText().value();
            String code = ((QrText.Ours) QrText.read(shown, signedIn.serverId()))
                    .token()
                    .text();
            AuthHttp.LinkOffer offer = Wire.read(
                    call(port, "POST", AuthHttp.LINKS, new AuthHttp.ClaimCode(new Secret(code), null))
                            .body(),
                    AuthHttp.LinkOffer.class);
            call(port, "POST", AuthHttp.APPROVE.replace("{id}", offer.linkId()), new AuthHttp.Approval(choices, null));
            GuestServerMessage.WebAuthToken web = guest.next(GuestServerMessage.WebAuthToken.class);
            return new TestPerson(
                    handle,
                    desktops,
                    new AuthHttp.SignedIn(web.webAuthToken(), web.sessionId(), web.profile(), web.serverId()));
        }
    }

    /** An HTTP call in the name of this device. */
    HttpResponse<String> call(int port, String method, String path, Object body) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + port + path);
        HttpRequest request = HttpRequest.newBuilder(address)
                .headers(headers(method, address))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(Wire.write(body)))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    String id() {
        return signedIn.profile().accountId();
    }

    String serverId() {
        return signedIn.serverId();
    }

    String sessionId() {
        return signedIn.sessionId();
    }

    String handle() {
        return handle;
    }

    String token() {
        return token;
    }

    void keep(String newToken) {
        token = newToken;
    }

    /** The headers of an HTTP call of this person's. */
    String[] headers(String method, URI address) {
        return headers(method, address, token);
    }

    /** The same with whatever token. */
    String[] headers(String method, URI address, String token) {
        return keys.headers(method, address, token, Instant.now());
    }

    /** The session, as the Auth Service knows it. */
    Session session(ChatNodes nodes) {
        return nodes.auth().requireSession(keys.present(token, nodes.now()), DeviceKind.PHONE);
    }

    /** This person's phone logs out, at that node. */
    void logOutAt(AuthService node, Instant now) {
        node.logOut(keys.present(token, now));
    }

    /** Opens a chat connection and is let in. */
    TestSocket<ChatServerMessage> connect(int port) throws Exception {
        var socket = TestSocket.open(port, Protocol.CHAT_PATH, ChatServerMessage.class);
        admit(socket);
        return socket;
    }

    /** Opens a chat connection without a network between and is let in. */
    TestDevice connect(ChatService node) throws Exception {
        return TestDevice.admitted(node, this);
    }

    /** Opens a chat connection without a network between and is live. */
    TestDevice live(ChatService node) throws Exception {
        return new TestDevice(node, this);
    }

    void admit(TestSocket<ChatServerMessage> socket) throws Exception {
        socket.say(answer(socket.next(Challenge.class)));
        token = socket.next(Admitted.class).token().value();
    }

    /** Opens a chat connection and is live. */
    TestSocket<ChatServerMessage> live(int port) throws Exception {
        var socket = connect(port);
        socket.say(new Resume(Map.of()));
        socket.next(CaughtUp.class);
        return socket;
    }

    Authenticate answer(Challenge challenge) {
        String proof = keys.prove(challenge.serverId(), challenge.nonce(), token);
        return new Authenticate(Protocol.VERSION, new Secret(token), new Secret(proof));
    }

    /** Deletes the account, and with it every session. */
    void deleteAccount(int port) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + port + AuthHttp.ACCOUNTS);
        HttpRequest request = HttpRequest.newBuilder(address)
                .headers(headers("DELETE", address))
                .header("Content-Type", "application/json")
                .method(
                        "DELETE",
                        HttpRequest.BodyPublishers.ofString(
                                Wire.write(new AuthHttp.ConfirmPassword(new Secret(PASSWORD)))))
                .build();
        HTTP.send(request, HttpResponse.BodyHandlers.discarding());
    }

    /** Deletes the account without a network between. */
    void deleteAccount(ChatNodes nodes) {
        nodes.auth().accounts().delete(session(nodes), new AuthHttp.ConfirmPassword(new Secret(PASSWORD)));
    }

    static String openWith(TestDevice device, TestPerson other) throws Exception {
        return device.opensWith(other);
    }

    static String openWith(TestSocket<ChatServerMessage> socket, TestPerson other) throws Exception {
        socket.say(new OpenDirect("open", other.id()));
        return socket.next(Opened.class).conversation().id();
    }

    static ChatClientMessage text(String name, String conversation, String text) {
        return new ChatClientMessage.Send(name, conversation, new Body.Text(text), null, false);
    }

    /** Returns what the server answers to that. */
    static HttpResponse<String> tryToSignUp(int port, AuthHttp.SignUp said) throws Exception {
        return answer(port, AuthHttp.ACCOUNTS, said);
    }

    private static AuthHttp.SignedIn post(int port, String path, Object body) throws Exception {
        return Wire.read(answer(port, path, body).body(), AuthHttp.SignedIn.class);
    }

    private static HttpResponse<String> answer(int port, String path, Object body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Wire.write(body)))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
