package coderbased.chat;

import coderbased.auth.AuthService;
import coderbased.auth.Session;
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
import coderbased.protocol.DeviceKey;
import coderbased.protocol.DeviceKind;
import coderbased.protocol.GuestClientMessage;
import coderbased.protocol.GuestServerMessage;
import coderbased.protocol.LinkChoices;
import coderbased.protocol.Protocol;
import coderbased.protocol.QrText;
import coderbased.protocol.Wire;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;
import java.util.function.Function;

/** Somebody with a phone, signed up at a server that runs. */
final class TestPerson {

    static final DeviceFacts DEVICE = new DeviceFacts("Test phone", "Test 1.0", "Linux");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String PASSWORD = "correct horse battery staple";

    private final String handle;
    private final KeyPair keys;
    private final AuthHttp.SignedIn signedIn;
    private String token;

    private TestPerson(String handle, KeyPair keys, AuthHttp.SignedIn signedIn) {
        this.handle = handle;
        this.keys = keys;
        this.signedIn = signedIn;
        this.token = signedIn.authToken();
    }

    static TestPerson signUp(int port, String handle) throws Exception {
        return signUp(port, handle, handle);
    }

    static TestPerson signUp(int port, String handle, String name) throws Exception {
        KeyPair keys = newKeys();
        var said = new AuthHttp.SignUp(handle, name, PASSWORD, DEVICE, key(keys));
        return new TestPerson(handle, keys, post(port, AuthHttp.ACCOUNTS, said));
    }

    /** Somebody who signs up without a network between. */
    static TestPerson signedUp(String handle, Function<AuthHttp.SignUp, AuthHttp.SignedIn> door) throws Exception {
        KeyPair keys = newKeys();
        var said = new AuthHttp.SignUp(handle, handle, PASSWORD, DEVICE, key(keys));
        return new TestPerson(handle, keys, door.apply(said));
    }

    /** The same person with another phone. */
    TestPerson secondPhone(int port) throws Exception {
        KeyPair others = newKeys();
        var said = new AuthHttp.SignIn(handle, PASSWORD, DEVICE, key(others));
        return new TestPerson(handle, others, post(port, AuthHttp.SESSIONS, said));
    }

    /** A desktop of the same person, linked with what they grant it. */
    TestPerson linked(int port, LinkChoices choices) throws Exception {
        KeyPair desktops = newKeys();
        try (var guest = TestSocket.open(port, Protocol.GUEST_PATH, GuestServerMessage.class)) {
            guest.say(new GuestClientMessage.Hello(Protocol.VERSION, DEVICE, key(desktops)));
            String shown = guest.next(GuestServerMessage.ShowCode.class).qrText();
            String code = ((QrText.Ours) QrText.read(shown, signedIn.serverId()))
                    .token()
                    .text();
            AuthHttp.LinkOffer offer = Wire.read(
                    call(port, "POST", AuthHttp.LINKS, new AuthHttp.ClaimCode(code, null))
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
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(Wire.write(body)))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    static KeyPair newKeys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    static DeviceKey key(KeyPair keys) {
        return DeviceKey.of((ECPublicKey) keys.getPublic());
    }

    String id() {
        return signedIn.profile().accountId();
    }

    String serverId() {
        return signedIn.serverId();
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

    /** The session, as an Auth Service knows it. */
    Session presentTo(AuthService auth, DeviceKind kind) {
        return auth.requireSession(token, kind);
    }

    /** Opens a chat connection and is let in. */
    TestSocket<ChatServerMessage> connect(int port) throws Exception {
        var socket = TestSocket.open(port, Protocol.CHAT_PATH, ChatServerMessage.class);
        admit(socket);
        return socket;
    }

    void admit(TestSocket<ChatServerMessage> socket) throws Exception {
        socket.say(answer(socket.next(Challenge.class)));
        token = socket.next(Admitted.class).token();
    }

    /** Opens a chat connection and is live. */
    TestSocket<ChatServerMessage> live(int port) throws Exception {
        var socket = connect(port);
        socket.say(new Resume(Map.of()));
        socket.next(CaughtUp.class);
        return socket;
    }

    Authenticate answer(Challenge challenge) throws Exception {
        Signature signature = Signature.getInstance(DeviceKey.signatureAlgorithm());
        signature.initSign(keys.getPrivate());
        signature.update(DeviceKey.challengeBytes(challenge.serverId(), challenge.nonce(), token));
        String proof = Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        return new Authenticate(Protocol.VERSION, token, proof);
    }

    /** Deletes the account, and with it every session. */
    void deleteAccount(int port) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + AuthHttp.ACCOUNTS))
                .header("Authorization", "Bearer " + token)
                .method(
                        "DELETE",
                        HttpRequest.BodyPublishers.ofString(Wire.write(new AuthHttp.ConfirmPassword(PASSWORD))))
                .build();
        HTTP.send(request, HttpResponse.BodyHandlers.discarding());
    }

    static String openWith(TestSocket<ChatServerMessage> socket, TestPerson other) throws Exception {
        socket.say(new OpenDirect("open", other.id()));
        return socket.next(Opened.class).conversation().id();
    }

    static ChatClientMessage text(String name, String conversation, String text) {
        return new ChatClientMessage.Send(name, conversation, new Body.Text(text), null, false);
    }

    private static AuthHttp.SignedIn post(int port, String path, Object body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Wire.write(body)))
                .build();
        String answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
        return Wire.read(answer, AuthHttp.SignedIn.class);
    }
}
