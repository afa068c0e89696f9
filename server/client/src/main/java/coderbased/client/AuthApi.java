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

    AuthHttp.SignedIn changePassword(Credentials by, AuthHttp.ChangePassword body) {
        return http.ask(new Call("POST", AuthHttp.PASSWORD, by, body), AuthHttp.SignedIn.class);
    }

    AuthHttp.LinkOffer claim(Credentials by, AuthHttp.ClaimCode body) {
        return http.ask(new Call("POST", AuthHttp.LINKS, by, body), AuthHttp.LinkOffer.class);
    }

    LinkStatus link(Credentials by, String id) {
        return http.ask(new Call("GET", path(AuthHttp.LINK, id), by, null), LinkStatus.class);
    }

    LinkStatus approve(Credentials by, String id, AuthHttp.Approval body) {
        return http.ask(new Call("POST", path(AuthHttp.APPROVE, id), by, body), LinkStatus.class);
    }

    LinkStatus deny(Credentials by, String id) {
        return http.ask(new Call("POST", path(AuthHttp.DENY, id), by, null), LinkStatus.class);
    }

    LinkHistory linkHistory(Credentials by) {
        return http.ask(new Call("GET", AuthHttp.LINK_HISTORY, by, null), LinkHistory.class);
    }

    AuthHttp.Devices devices(Credentials by) {
        return http.ask(new Call("GET", AuthHttp.DEVICES, by, null), AuthHttp.Devices.class);
    }

    void rename(Credentials by, String id, AuthHttp.Rename body) {
        http.tell(new Call("PATCH", path(AuthHttp.DEVICE, id), by, body));
    }

    void freeze(Credentials by, String id) {
        http.tell(new Call("PUT", path(AuthHttp.FREEZE, id), by, null));
    }

    void answerLink(Credentials by, String id, AuthHttp.LinkAnswer body) {
        http.tell(new Call("POST", path(AuthHttp.LINK_ANSWER, id), by, body));
    }

    void thaw(Credentials by, String id) {
        http.tell(new Call("DELETE", path(AuthHttp.FREEZE, id), by, null));
    }

    void unlink(Credentials by, String id) {
        http.tell(new Call("DELETE", path(AuthHttp.DEVICE, id), by, null));
    }

    void unlinkAll(Credentials by) {
        http.tell(new Call("DELETE", AuthHttp.DEVICES, by, null));
    }

    void deleteAccount(Credentials by, AuthHttp.ConfirmPassword body) {
        http.tell(new Call("DELETE", AuthHttp.ACCOUNTS, by, body));
    }

    void endSession(Credentials by) {
        http.tell(new Call("DELETE", AuthHttp.OWN_SESSION, by, null));
    }

    /** The session is over, and nothing of it is left here. */
    void receipt(Credentials by) {
        http.tell(new Call("POST", AuthHttp.RECEIPT, by, null));
    }

    private static String path(String template, String id) {
        return template.replace("{id}", URLEncoder.encode(id, StandardCharsets.UTF_8));
    }
}
