package coderbased.auth;

import coderbased.protocol.AuthHttp;
import io.javalin.config.RoutesConfig;

/**
 * The Auth Service's HTTP calls, one line each; paths and bodies stand in {@link AuthHttp}.
 *
 * <p>Hop 4 of the Guest Token's way.
 */
public final class AuthRoutes {

    private static final int OK = 200;
    private static final int CREATED = 201;

    private final AuthService auth;
    private final CallRoutes calls;

    /** Routes to that service. */
    public AuthRoutes(AuthService auth, CallRoutes calls) {
        this.auth = auth;
        this.calls = calls;
    }

    /** Adds every path of {@link AuthHttp} but those of {@link AdminRoutes}. */
    public void addTo(RoutesConfig routes) {
        addAccounts(routes);
        addLinks(routes);
        addDevices(routes);
        routes.get(AuthHttp.SERVER, calls.answering(OK, (call, path) -> auth.facts()));
        routes.get(AuthHttp.JWKS, calls.answering(OK, (call, path) -> auth.publicKeys()));
    }

    private void addAccounts(RoutesConfig routes) {
        routes.post(
                AuthHttp.ACCOUNTS,
                calls.answering(
                        CREATED,
                        (call, path) -> auth.accounts().signUp(call.body(AuthHttp.SignUp.class), call.from())));
        routes.delete(
                AuthHttp.ACCOUNTS,
                calls.doing((call, path) ->
                        auth.accounts().delete(call.phone(), call.body(AuthHttp.ConfirmPassword.class))));
        routes.post(
                AuthHttp.SESSIONS,
                calls.answering(
                        CREATED,
                        (call, path) -> auth.accounts().signIn(call.body(AuthHttp.SignIn.class), call.from())));
        routes.delete(AuthHttp.OWN_SESSION, calls.doing((call, path) -> call.logOut()));
        routes.post(AuthHttp.RECEIPT, calls.doing((call, path) -> call.receipt()));
        routes.post(
                AuthHttp.PASSWORD,
                calls.answering(
                        CREATED,
                        (call, path) -> auth.accounts()
                                .changePassword(call.phone(), call.body(AuthHttp.ChangePassword.class))));
    }

    private void addLinks(RoutesConfig routes) {
        routes.post(
                AuthHttp.LINKS,
                calls.answering(
                        CREATED,
                        (call, path) ->
                                auth.links().claim(call.phone(), call.body(AuthHttp.ClaimCode.class), call.from())));
        routes.get(
                AuthHttp.LINK, calls.answering(OK, (call, path) -> auth.links().status(call.phone(), path.of("id"))));
        routes.post(
                AuthHttp.APPROVE,
                calls.answering(
                        OK,
                        (call, path) ->
                                auth.links().approve(call.phone(), path.of("id"), call.body(AuthHttp.Approval.class))));
        routes.get(
                AuthHttp.LINK_HISTORY,
                calls.answering(OK, (call, path) -> auth.newLinks().history(call.phone())));
        routes.post(
                AuthHttp.DENY, calls.answering(OK, (call, path) -> auth.links().deny(call.phone(), path.of("id"))));
    }

    private void addDevices(RoutesConfig routes) {
        routes.get(
                AuthHttp.DEVICES,
                calls.answering(OK, (call, path) -> auth.devices().list(call.phone())));
        routes.delete(
                AuthHttp.DEVICES, calls.doing((call, path) -> auth.devices().unlinkAll(call.phone())));
        routes.patch(
                AuthHttp.DEVICE,
                calls.doing((call, path) ->
                        auth.devices().rename(call.phone(), path.of("id"), call.body(AuthHttp.Rename.class))));
        routes.post(
                AuthHttp.LINK_ANSWER,
                calls.doing((call, path) -> auth.newLinks()
                        .answer(
                                call.phone(),
                                path.of("id"),
                                call.body(AuthHttp.LinkAnswer.class).mine())));
        routes.put(AuthHttp.FREEZE, calls.doing((call, path) -> auth.devices().freeze(call.phone(), path.of("id"))));
        routes.delete(
                AuthHttp.FREEZE, calls.doing((call, path) -> auth.devices().thaw(call.phone(), path.of("id"))));
        routes.delete(
                AuthHttp.DEVICE, calls.doing((call, path) -> auth.devices().unlink(call.phone(), path.of("id"))));
    }
}
