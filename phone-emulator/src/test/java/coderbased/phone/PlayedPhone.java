package coderbased.phone;

import coderbased.client.PhoneClient;
import coderbased.client.PhoneDevices;
import coderbased.client.PhoneLinks;
import coderbased.client.PhoneState;
import coderbased.client.chat.Chat;
import coderbased.client.chat.MessageView;
import coderbased.client.net.ProblemException;
import coderbased.client.net.ServerAddress;
import coderbased.client.net.ServerTrust;
import coderbased.client.net.Subscription;
import coderbased.fx.FakeChat;
import coderbased.protocol.AuthHttp.Approval;
import coderbased.protocol.AuthHttp.Device;
import coderbased.protocol.AuthHttp.Devices;
import coderbased.protocol.AuthHttp.LinkOffer;
import coderbased.protocol.AuthHttp.LoggedOutDevice;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.GuestToken;
import coderbased.protocol.LinkChoices;
import coderbased.protocol.LinkHistory;
import coderbased.protocol.LinkStatus;
import coderbased.protocol.LogoutReason;
import coderbased.protocol.NewLink;
import coderbased.protocol.Problem;
import coderbased.protocol.Profile;
import coderbased.protocol.QrText;
import coderbased.protocol.Secret;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A fake phone client with its links and devices: it answers as the server does, and records its calls. */
public final class PlayedPhone implements PhoneClient, PhoneLinks, PhoneDevices {

    public static final Profile ADA = new Profile("a1", "ada", "Ada");
    public static final String SERVER_ID = "SERVER";
    public static final GuestToken TOKEN = new GuestToken("N0DE", "ABCDEFGHJKMNPQRSTVWXYZ0123");
    public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    public final List<String> asked = new CopyOnWriteArrayList<>();
    public final AtomicInteger reads = new AtomicInteger();
    final FakeChat chat = new FakeChat();
    private final List<Consumer<PhoneState>> stateListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<LinkStatus>> linkListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<List<NewLink>>> newLinkListeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> deviceListeners = new CopyOnWriteArrayList<>();
    private final ServerTrust trust;
    private volatile PhoneState state;

    /** The answer to the next call of each kind. */
    public volatile CompletableFuture<Void> account = new CompletableFuture<>();

    /** The last approval of a link. */
    public volatile Approval approval = Approval.PLAIN;

    public volatile CompletableFuture<LinkOffer> offer = CompletableFuture.completedFuture(offer("42", false));
    public volatile CompletableFuture<LinkStatus> answer = new CompletableFuture<>();
    public volatile CompletableFuture<Void> change = CompletableFuture.completedFuture(null);
    public volatile CompletableFuture<LinkHistory> history =
            CompletableFuture.completedFuture(new LinkHistory(List.of()));
    public volatile CompletableFuture<Devices> devices =
            CompletableFuture.completedFuture(new Devices(List.of(), List.of(), 5));

    PlayedPhone(PhoneState first) {
        this(first, new ServerTrust(ServerAddress.parse("https://chat.example.org"), null));
    }

    private PlayedPhone(PhoneState first, ServerTrust trust) {
        this.trust = trust;
        state = first;
        chat.tell(FakeChat.withBob(
                1,
                false,
                FakeChat.bobs(1, "Are you at the office?"),
                FakeChat.mine(2, "Just arrived.", MessageView.DeliveryStatus.READ),
                FakeChat.bobs(3, "Then I bring coffee.")));
    }

    public static PlayedPhone signedIn() {
        return new PlayedPhone(new PhoneState.SignedIn(ADA, null));
    }

    public static PlayedPhone signedOut() {
        return new PlayedPhone(new PhoneState.SignedOut(null));
    }

    /** @param trust of the client in its server */
    public static PlayedPhone signedOut(ServerTrust trust) {
        return new PlayedPhone(new PhoneState.SignedOut(null), trust);
    }

    public static String ownCode() {
        return QrText.write(SERVER_ID, TOKEN);
    }

    public static LinkOffer offer(String number, boolean sameNetwork) {
        DeviceFacts claimed = new DeviceFacts("Office PC", "Coderbased Desktop 0.1.0", "Linux");
        return new LinkOffer(
                "L1", claimed, "192.0.2.17", sameNetwork, number == null ? null : new Secret(number), 120_000, false);
    }

    public static Device device(String id, String name, boolean connected) {
        return device(id, name, connected, false);
    }

    public static Device device(String id, String name, boolean connected, boolean frozen) {
        DeviceFacts facts = new DeviceFacts(name, "Coderbased Desktop 0.1.0", "Linux");
        return new Device(
                id,
                facts,
                NOON.minusSeconds(90_000),
                NOON.minusSeconds(4_000),
                "192.0.2.17",
                connected,
                LinkChoices.FULL,
                frozen);
    }

    /** Returns a device that was logged out at noon, and wiped so many milliseconds later; -1 for not yet. */
    public static LoggedOutDevice loggedOut(String name, LogoutReason reason, long wipedAfter) {
        DeviceFacts facts = new DeviceFacts(name, "Coderbased Desktop 0.1.0", "Linux");
        return new LoggedOutDevice(
                "s-" + name, facts, reason, NOON, wipedAfter < 0 ? null : NOON.plusMillis(wipedAfter));
    }

    public static <T> CompletableFuture<T> refusal(ErrorCode code, String message) {
        return CompletableFuture.failedFuture(new ProblemException(Problem.of(code, message)));
    }

    public void become(PhoneState next) {
        state = next;
        stateListeners.forEach(listener -> listener.accept(next));
    }

    public void tell(LinkStatus status) {
        linkListeners.forEach(listener -> listener.accept(status));
    }

    public void newLinks(NewLink... links) {
        newLinkListeners.forEach(listener -> listener.accept(List.of(links)));
    }

    public void devicesChanged() {
        deviceListeners.forEach(Runnable::run);
    }

    @Override
    public void start() {}

    @Override
    public ServerTrust trust() {
        return trust;
    }

    @Override
    public PhoneState state() {
        return state;
    }

    @Override
    public Subscription onState(Consumer<PhoneState> listener) {
        stateListeners.add(listener);
        listener.accept(state);
        return () -> stateListeners.remove(listener);
    }

    @Override
    public void retry() {
        asked.add("retry");
    }

    @Override
    public void replaceLogin() {
        asked.add("replaceLogin");
    }

    @Override
    public CompletableFuture<Void> signUp(String handle, String name, String password) {
        asked.add("signUp " + handle + " " + name + " " + password);
        return account;
    }

    @Override
    public CompletableFuture<Void> signIn(String handle, String password) {
        asked.add("signIn " + handle + " " + password);
        return account;
    }

    @Override
    public PhoneLinks links() {
        return this;
    }

    @Override
    public PhoneDevices devices() {
        return this;
    }

    @Override
    public QrText read(String scanned) {
        reads.incrementAndGet();
        return QrText.read(scanned, SERVER_ID);
    }

    @Override
    public CompletableFuture<LinkOffer> claim(QrText.Ours code) {
        asked.add("claim " + code.token().text());
        return offer;
    }

    @Override
    public CompletableFuture<LinkOffer> claimTyped(String typedCode) {
        asked.add("claimTyped " + typedCode);
        return offer;
    }

    @Override
    public CompletableFuture<LinkStatus> approve(String linkId, Approval how) {
        asked.add("approve " + linkId);
        if (how.deviceName() != null) {
            asked.add("call it " + how.deviceName());
        }
        approval = how;
        return answer;
    }

    @Override
    public CompletableFuture<LinkStatus> deny(String linkId) {
        asked.add("deny " + linkId);
        return answer;
    }

    @Override
    public CompletableFuture<LinkStatus> status(String linkId) {
        return new CompletableFuture<>();
    }

    @Override
    public Subscription onStatus(Consumer<LinkStatus> listener) {
        linkListeners.add(listener);
        return () -> linkListeners.remove(listener);
    }

    @Override
    public CompletableFuture<LinkHistory> history() {
        return history;
    }

    @Override
    public CompletableFuture<Devices> list() {
        return devices;
    }

    @Override
    public Subscription onChange(Runnable listener) {
        deviceListeners.add(listener);
        return () -> deviceListeners.remove(listener);
    }

    @Override
    public Subscription onNew(Consumer<List<NewLink>> listener) {
        newLinkListeners.add(listener);
        return () -> newLinkListeners.remove(listener);
    }

    @Override
    public CompletableFuture<Void> answerNew(String deviceId, boolean mine) {
        asked.add("answerLink " + deviceId + " " + mine);
        return change;
    }

    @Override
    public CompletableFuture<Void> rename(String deviceId, String name) {
        asked.add("rename " + deviceId + " " + name);
        return change;
    }

    @Override
    public CompletableFuture<Void> freeze(String deviceId) {
        asked.add("freeze " + deviceId);
        return change;
    }

    @Override
    public CompletableFuture<Void> thaw(String deviceId) {
        asked.add("thaw " + deviceId);
        return change;
    }

    @Override
    public CompletableFuture<Void> unlink(String deviceId) {
        asked.add("unlink " + deviceId);
        return change;
    }

    @Override
    public CompletableFuture<Void> unlinkAll() {
        asked.add("unlinkAll");
        return change;
    }

    @Override
    public CompletableFuture<Void> changePassword(String oldPassword, String newPassword) {
        asked.add("changePassword " + oldPassword + " " + newPassword);
        return change;
    }

    @Override
    public CompletableFuture<Void> deleteAccount(String password) {
        asked.add("deleteAccount " + password);
        return change;
    }

    @Override
    public CompletableFuture<Void> logOut() {
        asked.add("logOut");
        return change;
    }

    @Override
    public Chat chat() {
        return chat;
    }

    @Override
    public void close() {}
}
