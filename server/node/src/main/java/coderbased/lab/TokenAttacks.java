package coderbased.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import coderbased.lab.Attack.Sight;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.Protocol;
import coderbased.protocol.Secret;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Attacks on tokens and sessions. */
final class TokenAttacks {

    private static final int OK = 200;

    private TokenAttacks() {}

    static List<Attack> all() {
        List<Attack> attacks = new ArrayList<>(List.of(
                new Attack("stolen token", "a Web Auth Token is presented with another key", TokenAttacks::stolen),
                new Attack("cloned profile", "token and key are copied, and both are used", TokenAttacks::cloned),
                new Attack(
                        "replayed proof", "a recorded authentication is sent on another socket", TokenAttacks::replay),
                new Attack("dead token", "a desktop comes back after it was unlinked", TokenAttacks::dead),
                new Attack(
                        "forged token",
                        "alg none, HS256, another key, other claims, no signature",
                        TokenAttacks::forged),
                new Attack(
                        "wrong kind of token",
                        "a Web Auth Token does what only a phone may",
                        TokenAttacks::wrongKind)));
        attacks.addAll(ProofAttacks.all());
        return attacks;
    }

    private static Sight stolen(TargetServer ground) throws Exception {
        LabDevice phone = LabDevice.signUp(ground);
        try (WaitingDesktop desktop = new WaitingDesktop(ground)) {
            LabDevice web = desktop.linkedBy(phone);
            LabDevice stolen = web.with(Keys.make(ground.random()));
            LabDevice.Connection thief = stolen.connect();
            boolean called = stolen.call("DELETE", AuthHttp.OWN_SESSION, null).statusCode() < 300;
            boolean ownerIsIn = web.connect().isIn();
            return Sight.of(
                    !thief.isIn() && !called && ownerIsIn,
                    thief.reason() + ", no call accepted, the owner stays logged in",
                    thief.isIn() || called ? "admitted without the key" : "the owner was logged out");
        }
    }

    private static Sight cloned(TargetServer ground) throws Exception {
        LabDevice phone = LabDevice.signUp(ground);
        try (WaitingDesktop desktop = new WaitingDesktop(ground)) {
            LabDevice web = desktop.linkedBy(phone);
            LabDevice copy = web.copy();
            web.connect();
            web.connect();
            LabDevice.Connection clone = copy.connect();
            LabDevice.Connection owner = web.connect();
            return Sight.of(
                    !clone.isIn() && !owner.isIn(),
                    clone.reason() + " for both",
                    "the copy and the original were both admitted");
        }
    }

    private static Sight replay(TargetServer ground) throws Exception {
        LabDevice phone = LabDevice.signUp(ground);
        LabDevice.Connection honest = phone.connect();
        try (RawSocket<ChatServerMessage> other = new RawSocket<>(
                ground.http(), ground.socket(Protocol.CHAT_PATH), TargetServer.NEAR, ChatServerMessage.class)) {
            other.await(ChatServerMessage.Challenge.class);
            other.say(honest.said());
            boolean in = other.next(ChatServerMessage.class)
                    .filter(ChatServerMessage.Admitted.class::isInstance)
                    .isPresent();
            return Sight.of(!in, "each connection has a challenge of its own", "accepted a second time");
        }
    }

    private static Sight dead(TargetServer ground) throws Exception {
        LabDevice phone = LabDevice.signUp(ground);
        try (WaitingDesktop desktop = new WaitingDesktop(ground)) {
            LabDevice web = desktop.linkedBy(phone);
            web.connect();
            phone.call("DELETE", AuthHttp.DEVICES, null);
            LabDevice.Connection again = web.connect();
            boolean called = web.call("DELETE", AuthHttp.OWN_SESSION, null).statusCode() < 300;
            return Sight.of(!again.isIn() && !called, again.reason(), "an ended session was admitted");
        }
    }

    private static Sight forged(TargetServer ground) throws Exception {
        LabDevice phone = LabDevice.signUp(ground);
        LabDevice other = LabDevice.signUp(ground);
        if (phone.call("GET", AuthHttp.DEVICES, null).statusCode() != OK) {
            return new Sight(false, "not tried: even the real token was refused");
        }
        List<String> taken = new ArrayList<>();
        for (Map.Entry<String, String> forgery :
                forgeries(ground, phone.token(), other.token()).entrySet()) {
            if (phone.with(forgery.getValue())
                            .call("GET", AuthHttp.DEVICES, null)
                            .statusCode()
                    == OK) {
                taken.add(forgery.getKey());
            }
        }
        return Sight.of(taken.isEmpty(), "none is accepted", "accepted: " + String.join(", ", taken));
    }

    private static Map<String, String> forgeries(TargetServer ground, String token, String others) throws Exception {
        String[] parts = token.split("\\.");
        String header = new String(Base64.getUrlDecoder().decode(parts[0]), UTF_8);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
        String keys = ground.call("GET", AuthHttp.JWKS, null, null).body();
        Map<String, String> forgeries = new LinkedHashMap<>();
        for (String none : List.of("none", "None", "NONE")) {
            forgeries.put("alg " + none, encoded(algorithm(header, none)) + "." + parts[1] + ".");
            forgeries.put(
                    "alg " + none + " with the signature",
                    encoded(algorithm(header, none)) + "." + parts[1] + "." + parts[2]);
        }
        String hmac = encoded(algorithm(header, "HS256")) + "." + parts[1];
        forgeries.put("HS256 with the public key", hmac + "." + mac(hmac, keys));
        forgeries.put("no signature", parts[0] + "." + parts[1] + ".");
        forgeries.put("another token's signature", parts[0] + "." + parts[1] + "." + others.split("\\.")[2]);
        forgeries.put(
                "other claims", parts[0] + "." + encoded(claims.replace("\"gen\":1", "\"gen\":9")) + "." + parts[2]);
        forgeries.put("another token's claims", parts[0] + "." + others.split("\\.")[1] + "." + parts[2]);
        forgeries.put("padding", token + "=");
        forgeries.put("a fourth part", token + ".x");
        forgeries.put("megabytes", token + "A".repeat(6_000));
        return forgeries;
    }

    private static Sight wrongKind(TargetServer ground) throws Exception {
        LabDevice phone = LabDevice.signUp(ground);
        try (WaitingDesktop desktop = new WaitingDesktop(ground);
                WaitingDesktop next = new WaitingDesktop(ground)) {
            LabDevice web = desktop.linkedBy(phone);
            boolean any = web.call("GET", AuthHttp.DEVICES, null).statusCode() == OK
                    || web.call("DELETE", AuthHttp.DEVICES, null).statusCode() < 300
                    || web.call("GET", AuthHttp.LINK_HISTORY, null).statusCode() == OK
                    || web.scan(next.code(phone)).isPresent()
                    || web.call(
                                            "DELETE",
                                            AuthHttp.ACCOUNTS,
                                            new AuthHttp.ConfirmPassword(new Secret(TargetServer.PASSWORD)))
                                    .statusCode()
                            < 300
                    || web.call("GET", AuthHttp.ADMIN_ACCOUNTS, null).statusCode() == OK;
            return Sight.of(!any, "only the phone may", "a linked device did what only a phone may");
        }
    }

    private static String algorithm(String header, String other) {
        return header.replaceAll("\"alg\"\\s*:\\s*\"[^\"]*\"", "\"alg\":\"" + other + "\"");
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }

    private static String mac(String signed, String secret) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
    }
}
