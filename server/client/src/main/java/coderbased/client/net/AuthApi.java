package coderbased.client.net;

import coderbased.client.keys.Credentials;
import coderbased.client.net.HttpCalls.Call;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.LinkHistory;
import coderbased.protocol.LinkStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The Auth Service's HTTP calls ({@link AuthHttp}), one method each. Thread-safe; calls block.
 *
 * <p>Every method throws {@link ProblemException}.
 *
 * <p>Hop 4 of the Guest Token's way.
 */
public final class AuthApi {

    private final HttpCalls http;

    public AuthApi(HttpCalls http) {
        this.http = http;
    }

    public AuthHttp.SignedIn signUp(AuthHttp.SignUp body) {
        return http.ask(new Call("POST", AuthHttp.ACCOUNTS, null, body), AuthHttp.SignedIn.class);
    }

    public AuthHttp.SignedIn signIn(AuthHttp.SignIn body) {
        return http.ask(new Call("POST", AuthHttp.SESSIONS, null, body), AuthHttp.SignedIn.class);
    }

    public AuthHttp.SignedIn changePassword(Credentials by, AuthHttp.ChangePassword body) {
        return http.ask(new Call("POST", AuthHttp.PASSWORD, by, body), AuthHttp.SignedIn.class);
    }

    public AuthHttp.LinkOffer claim(Credentials by, AuthHttp.ClaimCode body) {
        return http.ask(new Call("POST", AuthHttp.LINKS, by, body), AuthHttp.LinkOffer.class);
    }

    public LinkStatus link(Credentials by, String id) {
        return http.ask(new Call("GET", path(AuthHttp.LINK, id), by, null), LinkStatus.class);
    }

    public LinkStatus approve(Credentials by, String id, AuthHttp.Approval body) {
        return http.ask(new Call("POST", path(AuthHttp.APPROVE, id), by, body), LinkStatus.class);
    }

    public LinkStatus deny(Credentials by, String id) {
        return http.ask(new Call("POST", path(AuthHttp.DENY, id), by, null), LinkStatus.class);
    }

    public LinkHistory linkHistory(Credentials by) {
        return http.ask(new Call("GET", AuthHttp.LINK_HISTORY, by, null), LinkHistory.class);
    }

    public AuthHttp.Devices devices(Credentials by) {
        return http.ask(new Call("GET", AuthHttp.DEVICES, by, null), AuthHttp.Devices.class);
    }

    public void rename(Credentials by, String id, AuthHttp.Rename body) {
        http.tell(new Call("PATCH", path(AuthHttp.DEVICE, id), by, body));
    }

    public void freeze(Credentials by, String id) {
        http.tell(new Call("PUT", path(AuthHttp.FREEZE, id), by, null));
    }

    public void answerLink(Credentials by, String id, AuthHttp.LinkAnswer body) {
        http.tell(new Call("POST", path(AuthHttp.LINK_ANSWER, id), by, body));
    }

    public void thaw(Credentials by, String id) {
        http.tell(new Call("DELETE", path(AuthHttp.FREEZE, id), by, null));
    }

    public void unlink(Credentials by, String id) {
        http.tell(new Call("DELETE", path(AuthHttp.DEVICE, id), by, null));
    }

    public void unlinkAll(Credentials by) {
        http.tell(new Call("DELETE", AuthHttp.DEVICES, by, null));
    }

    public void deleteAccount(Credentials by, AuthHttp.ConfirmPassword body) {
        http.tell(new Call("DELETE", AuthHttp.ACCOUNTS, by, body));
    }

    public void endSession(Credentials by) {
        http.tell(new Call("DELETE", AuthHttp.OWN_SESSION, by, null));
    }

    /** Confirms that the session's data is gone from this device. */
    public void receipt(Credentials by) {
        http.tell(new Call("POST", AuthHttp.RECEIPT, by, null));
    }

    private static String path(String template, String id) {
        return template.replace("{id}", URLEncoder.encode(id, StandardCharsets.UTF_8));
    }
}
