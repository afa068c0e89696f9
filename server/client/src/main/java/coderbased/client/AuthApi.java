package coderbased.client;

import coderbased.client.HttpCalls.Call;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.LinkHistory;
import coderbased.protocol.LinkStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The Auth Service's HTTP calls ({@link AuthHttp}), each one call of a method here. Thread-safe; calls block.
 *
 * <p>Hop 4 of the Guest Token's way ({@link #claim}). Every method throws {@link ProblemException}.
 */
final class AuthApi {

    private final HttpCalls http;

    AuthApi(HttpCalls http) {
        this.http = http;
    }

    AuthHttp.SignedIn signUp(AuthHttp.SignUp body) {
        return http.ask(new Call("POST", AuthHttp.ACCOUNTS, null, body), AuthHttp.SignedIn.class);
    }

    AuthHttp.SignedIn signIn(AuthHttp.SignIn body) {
        return http.ask(new Call("POST", AuthHttp.SESSIONS, null, body), AuthHttp.SignedIn.class);
    }

    AuthHttp.SignedIn changePassword(String token, AuthHttp.ChangePassword body) {
        return http.ask(new Call("POST", AuthHttp.PASSWORD, token, body), AuthHttp.SignedIn.class);
    }

    AuthHttp.LinkOffer claim(String token, AuthHttp.ClaimCode body) {
        return http.ask(new Call("POST", AuthHttp.LINKS, token, body), AuthHttp.LinkOffer.class);
    }

    LinkStatus link(String token, String id) {
        return http.ask(new Call("GET", path(AuthHttp.LINK, id), token, null), LinkStatus.class);
    }

    LinkStatus approve(String token, String id, AuthHttp.Approval body) {
        return http.ask(new Call("POST", path(AuthHttp.APPROVE, id), token, body), LinkStatus.class);
    }

    LinkStatus deny(String token, String id) {
        return http.ask(new Call("POST", path(AuthHttp.DENY, id), token, null), LinkStatus.class);
    }

    LinkHistory linkHistory(String token) {
        return http.ask(new Call("GET", AuthHttp.LINK_HISTORY, token, null), LinkHistory.class);
    }

    AuthHttp.Devices devices(String token) {
        return http.ask(new Call("GET", AuthHttp.DEVICES, token, null), AuthHttp.Devices.class);
    }

    void rename(String token, String id, AuthHttp.Rename body) {
        http.tell(new Call("PATCH", path(AuthHttp.DEVICE, id), token, body));
    }

    void unlink(String token, String id) {
        http.tell(new Call("DELETE", path(AuthHttp.DEVICE, id), token, null));
    }

    void answerLink(String token, String id, AuthHttp.LinkAnswer body) {
        http.tell(new Call("POST", path(AuthHttp.LINK_ANSWER, id), token, body));
    }

    void unlinkAll(String token) {
        http.tell(new Call("DELETE", AuthHttp.DEVICES, token, null));
    }

    void deleteAccount(String token, AuthHttp.ConfirmPassword body) {
        http.tell(new Call("DELETE", AuthHttp.ACCOUNTS, token, body));
    }

    void endSession(String token) {
        http.tell(new Call("DELETE", AuthHttp.OWN_SESSION, token, null));
    }

    private static String path(String template, String id) {
        return template.replace("{id}", URLEncoder.encode(id, StandardCharsets.UTF_8));
    }
}
