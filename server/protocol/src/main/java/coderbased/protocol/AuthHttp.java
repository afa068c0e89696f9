package coderbased.protocol;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Auth Service's HTTP calls: paths and bodies.
 *
 * <p>Calls that need a session carry {@code Authorization: DPoP} with the Auth Token or Web Auth Token, and a {@link
 * Dpop} proof; the admin's carry {@code Authorization: Bearer}. Every answer that is not a success is a {@link
 * Problem}.
 *
 * <p>Hop 4 of the Guest Token's way.
 */
public final class AuthHttp {

    /** {@code POST} {@link SignUp}: 201 {@link SignedIn}. {@code DELETE} {@link ConfirmPassword}, phone only: 204. */
    public static final String ACCOUNTS = "/auth/accounts";

    /** {@code POST} {@link SignIn}: 201 {@link SignedIn}. */
    public static final String SESSIONS = "/auth/sessions";

    /** {@code DELETE}: the caller's own session ends (a phone's with every web session under it), 204. */
    public static final String OWN_SESSION = "/auth/session";

    /** {@code POST}: the caller's session is over, and nothing of it is left on the device any more, 204. */
    public static final String RECEIPT = "/auth/session/receipt";

    /**
     * {@code POST} {@link ChangePassword}, phone only: 201 {@link SignedIn}; every other session of the account ends.
     */
    public static final String PASSWORD = "/auth/password";

    /** {@code POST} {@link ClaimCode}, phone only: 201 {@link LinkOffer}. */
    public static final String LINKS = "/auth/links";

    /** {@code GET}: {@link LinkStatus}. */
    public static final String LINK = "/auth/links/{id}";

    /** {@code POST} {@link Approval}: {@link LinkStatus}. Pressing twice answers the same. */
    public static final String APPROVE = "/auth/links/{id}/approve";

    /** {@code POST}: {@link LinkStatus}. */
    public static final String DENY = "/auth/links/{id}/deny";

    /** Phone only. {@code GET}: {@link LinkHistory}. */
    public static final String LINK_HISTORY = "/auth/link-history";

    /** Phone only. {@code GET}: {@link Devices}. {@code DELETE}: every linked device is logged out, 204. */
    public static final String DEVICES = "/auth/devices";

    /** Phone only. {@code PATCH} {@link Rename}: 204. {@code DELETE}: that device is logged out, 204. */
    public static final String DEVICE = "/auth/devices/{id}";

    /** Phone only. {@code POST} {@link LinkAnswer}: 204; a device that was not the person's is logged out. */
    public static final String LINK_ANSWER = "/auth/devices/{id}/answer";

    /**
     * Phone only. {@code PUT}: that device stays linked, sees nothing and can say nothing, 204. {@code DELETE}: it may
     * again, 204.
     */
    public static final String FREEZE = "/auth/devices/{id}/freeze";

    /** {@code GET}: {@link ServerFacts}; needs no session. */
    public static final String SERVER = "/.well-known/coderbased.json";

    /** {@code GET}: the public keys that tokens are signed with (RFC 7517 section 5); needs no session. */
    public static final String JWKS = "/.well-known/jwks.json";

    /** Admin token only. {@code PUT} {@link Ban}: 204. {@code DELETE}: 204. */
    public static final String ADMIN_BAN = "/admin/accounts/{handle}/ban";

    /** Admin token only. {@code GET}: {@link AccountList}. */
    public static final String ADMIN_ACCOUNTS = "/admin/accounts";

    /** Admin token only. {@code GET}: {@link SessionList}. */
    public static final String ADMIN_SESSIONS = "/admin/accounts/{handle}/sessions";

    private AuthHttp() {}

    /** Phone to server: a new account, signed in at once. */
    public record SignUp(String handle, String name, Secret password, DeviceFacts device, DeviceKey key) {}

    /** Phone to server: an existing account. */
    public record SignIn(String handle, Secret password, DeviceFacts device, DeviceKey key) {}

    /**
     * Server to phone: the Auth Token and whose it is.
     *
     * @param serverId names the server in QR codes and proofs
     */
    public record SignedIn(Secret authToken, String sessionId, Profile profile, String serverId) {}

    /** Phone to server. */
    public record ConfirmPassword(Secret password) {}

    /** Phone to server: the caller's own session goes on with a new token, every other one ends. */
    public record ChangePassword(Secret oldPassword, Secret newPassword) {}

    /** Phone to server: exactly one of the two, the Guest Token that was scanned or the code that was typed. */
    public record ClaimCode(
            @Nullable Secret guestToken, @Nullable Secret typedCode) {}

    /**
     * Server to phone: the facts that the person needs before approving.
     *
     * @param linkId names the link in the calls that follow
     * @param claimed the desktop's own description
     * @param address the desktop's address, as the server saw it
     * @param sameNetwork true if the server saw phone and desktop on the same network and is certain of both addresses
     * @param checkNumber the two digits to type on the desktop; null if the policy asks for none
     * @param expiresInMillis time that the person has, in milliseconds
     * @param needsPassword true if {@link Approval} needs the password, because it was last typed on this phone a while
     *     ago
     */
    public record LinkOffer(
            String linkId,
            DeviceFacts claimed,
            String address,
            boolean sameNetwork,
            @Nullable Secret checkNumber,
            long expiresInMillis,
            boolean needsPassword) {}

    /**
     * Phone to server: the person lets the computer in.
     *
     * @param choices its rights
     * @param password null if none is needed
     * @param deviceName the person's name for the computer, by {@link NameRule}; null for the one that it reports
     */
    public record Approval(
            LinkChoices choices,
            @Nullable Secret password,
            @Nullable String deviceName) {

        /** Everything, until somebody logs it out. */
        public static final Approval PLAIN = new Approval(LinkChoices.FULL, null);

        /** An approval that leaves the computer its own name. */
        public Approval(LinkChoices choices, @Nullable Secret password) {
            this(choices, password, null);
        }
    }

    /**
     * Server to phone: the account's linked devices.
     *
     * @param devices those that are linked, newest first
     * @param loggedOut those that were lately, last one first
     * @param limit the largest number of linked devices
     */
    public record Devices(List<Device> devices, List<LoggedOutDevice> loggedOut, int limit) {}

    /**
     * A device that was linked.
     *
     * @param id its session, which is over
     * @param reason the reason of its end
     * @param at time of its end, by the server's clock
     * @param wipedAt when the device said that nothing of it is left there; null until it does
     */
    public record LoggedOutDevice(
            String id,
            DeviceFacts facts,
            LogoutReason reason,
            Instant at,
            @Nullable Instant wipedAt) {}

    /**
     * One linked device.
     *
     * @param id its session
     * @param address its last address, as the server saw it
     * @param connected true if it holds a chat connection now
     * @param choices its rights
     * @param frozen true if it sees nothing and can say nothing until the phone thaws it
     */
    public record Device(
            String id,
            DeviceFacts facts,
            Instant linkedAt,
            Instant lastActiveAt,
            String address,
            boolean connected,
            LinkChoices choices,
            boolean frozen) {}

    /** Phone to server: the person's answer to "Was it you?" about a new link. */
    public record LinkAnswer(boolean mine) {}

    /** Phone to server. */
    public record Rename(String name) {}

    /** Server to anybody. */
    public record ServerFacts(String serverId, int protocol, String version) {}

    /** Admin to server; both may be null: without an end, and without a reason. */
    public record Ban(@Nullable Instant until, @Nullable String reason) {}

    /** Server to admin. */
    public record AccountList(List<AccountLine> accounts) {}

    /** One account, as an admin sees it. */
    public record AccountLine(String handle, String name, Instant createdAt, boolean banned, int sessions) {}

    /** Server to admin. */
    public record SessionList(List<SessionLine> sessions) {}

    /** One session, as an admin sees it. */
    public record SessionLine(
            String id,
            DeviceKind kind,
            String deviceName,
            Instant createdAt,
            Instant lastActiveAt,
            @Nullable Logout ended) {}
}
