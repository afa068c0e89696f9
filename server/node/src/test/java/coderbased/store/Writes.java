package coderbased.store;

import static org.junit.jupiter.api.Assertions.assertFalse;

import coderbased.auth.session.Account;
import coderbased.auth.session.AccountBan;
import coderbased.auth.session.AccountChange;
import coderbased.auth.session.LinkRecord;
import coderbased.auth.session.Renewal;
import coderbased.auth.session.Session;
import coderbased.auth.session.SessionDevice;
import coderbased.auth.session.SessionScope;
import coderbased.auth.session.SessionTermination;
import coderbased.auth.session.SessionUse;
import coderbased.chat.ChatWrite;
import coderbased.chat.ChatWritten;
import coderbased.files.FileLimits;
import coderbased.files.FileUpload;
import coderbased.protocol.Body;
import coderbased.protocol.ConversationSettings;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.DeviceKey;
import coderbased.protocol.DeviceKind;
import coderbased.protocol.GroupChange;
import coderbased.protocol.Initiator;
import coderbased.protocol.LinkChoices;
import coderbased.protocol.LinkEntry;
import coderbased.protocol.Logout;
import coderbased.protocol.LogoutReason;
import coderbased.protocol.Secret;
import coderbased.store.auth.SqlAuthStore;
import coderbased.store.chat.SqlChatStore;
import coderbased.store.files.SqlFileRecords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Every kind of write of the stores, in a small world of its own: one with that number. */
final class Writes {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final Logout OUT = Logout.of(LogoutReason.PASSWORD_CHANGED, Initiator.USER, NOW);
    private static final DeviceFacts DEVICE = new DeviceFacts("Office", "Desktop 1", "Linux");

    private final SqlChatStore chats;
    private final SqlAuthStore accounts;
    private final SqlFileRecords files;
    private final String n;
    private int drawn;
    private final List<Step> steps = new ArrayList<>();

    /** A write, and how to see that it is done. */
    record Step(String name, Runnable call, BooleanSupplier done) {}

    Writes(Database database, int number) {
        chats = new SqlChatStore(database);
        accounts = new SqlAuthStore(database);
        files = new SqlFileRecords(database);
        n = String.valueOf(number);
        addChatSteps();
        addGroupSteps();
        addInvitationSteps();
        addAuthSteps();
        addFileSteps();
    }

    List<Step> all() {
        return steps;
    }

    boolean isDone(Step step) {
        return step.done().getAsBoolean();
    }

    void prepare() {
        accounts.addAccount(account("a"), session("p", DeviceKind.PHONE, null));
        accounts.addWebSession(session("w", DeviceKind.WEB, "p" + n), 5, List.of());
        files.announce(upload("u"), FileLimits.standard());
        files.announce(upload("v"), FileLimits.standard());
        files.complete(upload("v"), NOW);
        commit(
                new ChatWrite.OpenDirect("c" + n, "a" + n, "b" + n),
                say("c", "m1"),
                say("c", "m2"),
                new ChatWrite.OpenDirect("h" + n, "d" + n, "a" + n),
                from("b", "c"),
                from("d", "h"),
                new ChatWrite.CreateGroup("g" + n, "a" + n, "Tea", List.of("b" + n, "d" + n)),
                new ChatWrite.ChangeGroup("g" + n, "a" + n, new GroupChange.Add(List.of("i" + n))));
    }

    private void addChatSteps() {
        chat("say", say("c", "new"));
        chat("answer", new ChatWrite.Send("c" + n, "a" + n, "new", new Body.Text("yes"), 1L, false));
        chat("several", say("c", "new1"), say("g", "new2"), once(new ChatWrite.Edit("c" + n, "a" + n, 1, "other")));
        chat("edit", once(new ChatWrite.Edit("c" + n, "a" + n, 1, "other")));
        chat("delete", once(new ChatWrite.Delete("c" + n, "a" + n, 2)));
        chat("react", once(new ChatWrite.React("c" + n, "b" + n, 1, "👍")));
        chat("markers", new ChatWrite.MoveMarkers("c" + n, "b" + n, 2, 1));
        chat("saveSettings", new ChatWrite.SaveSettings("c" + n, "b" + n, new ConversationSettings(true, false, null)));
        chat("draft", new ChatWrite.SaveDraft("c" + n, "b" + n, "s", "perhaps"));
        chat("open", new ChatWrite.OpenDirect("new" + n, "a" + n, "e" + n));
    }

    private void addGroupSteps() {
        chat("create", once(new ChatWrite.CreateGroup("new" + n, "a" + n, "Cake", List.of("b" + n))));
        group("add", new GroupChange.Add(List.of("e" + n, "f" + n)));
        group("remove", new GroupChange.Remove("d" + n));
        group("rename", new GroupChange.Rename("Coffee"));
        group("admin", new GroupChange.SetAdmin("d" + n, true));
        group("leave", new GroupChange.Leave());
    }

    /** An invitation stands before each of these but the first. */
    private void addInvitationSteps() {
        answered("invite", once(new ChatWrite.ChangeGroup("g" + n, "a" + n, add("j"))), "j", 1);
        answered("accept", answer(true), "i", 0);
        answered("decline", answer(false), "i", 0);
        answered(
                "withdraw", once(new ChatWrite.ChangeGroup("g" + n, "a" + n, new GroupChange.Remove("i" + n))), "i", 0);
    }

    private GroupChange add(String account) {
        return new GroupChange.Add(List.of(account + n));
    }

    private ChatWrite answer(boolean accept) {
        return new ChatWrite.Once("i" + n, "deed" + n, new ChatWrite.AnswerInvitation("g" + n, "i" + n, accept));
    }

    /** A write after which that account has so many open invitations. */
    private void answered(String name, ChatWrite write, String account, int open) {
        steps.add(new Step(
                name,
                () -> commit(write),
                () -> chats.invitationsOf(account + n).open().size() == open));
    }

    private void addAuthSteps() {
        auth(
                "sign up",
                () -> accounts.addAccount(account("z"), session("q", "z", DeviceKind.PHONE, null)),
                () -> accounts.account("z" + n).isPresent());
        auth(
                "sign in",
                () -> accounts.addPhoneSession(session(fresh("q"), DeviceKind.PHONE, null), new Secret("hash")),
                () -> accounts.sessions("a" + n).size() > 2);
        auth("link", () -> link("x"), () -> isThere("x"));
        auth(
                "renew",
                () -> accounts.renew(new Renewal(new Renewal.TokenName("w" + n, 2, "t"), NOW, NOW, "::1")),
                () -> true);
        auth("touch", () -> accounts.touch(List.of("p" + n, "w" + n), NOW), () -> true);
        auth("rename device", () -> accounts.rename("a" + n, "w" + n, "Desk"), () -> true);
        auth("freeze", () -> accounts.freeze("a" + n, "w" + n, NOW), () -> true);
        auth("unlink", () -> end(new SessionScope.One("a" + n, "w" + n), new AccountChange.None()), () -> isEnded("w"));
        auth(
                "change password",
                () -> end(
                        new SessionScope.AllBut("a" + n, "p" + n),
                        new AccountChange.NewPassword(new Secret("changed"))),
                () -> isEnded("w"));
        auth(
                "ban",
                () -> end(new SessionScope.Whole("a" + n), new AccountChange.Banned(new AccountBan(NOW, null, null))),
                () -> isEnded("p"));
        auth(
                "delete account",
                () -> end(new SessionScope.Whole("a" + n), new AccountChange.Deleted(NOW)),
                () -> isEnded("p"));
        auth("unban", () -> accounts.unban("a" + n), () -> true);
        auth("answer", () -> accounts.answered("a" + n, "w" + n, NOW), () -> true);
        auth(
                "note a link",
                () -> accounts.linkRecords().add("a" + n, List.of(line(), line())),
                () -> accounts.linkRecords().newest("a" + n, 9).size() >= 2);
    }

    private void addFileSteps() {
        auth(
                "announce",
                () -> files.announce(upload("y"), FileLimits.standard()),
                () -> files.upload("a" + n, "y" + n).isPresent());
        auth(
                "complete",
                () -> files.complete(upload("u"), NOW),
                () -> files.uploaded("a" + n, upload("u").sha256()).isPresent());
        auth(
                "forget",
                () -> files.forget("u" + n, NOW),
                () -> files.upload("a" + n, "u" + n).isEmpty());
        auth("note use", () -> files.noteUse(NOW), () -> true);
    }

    private void chat(String name, ChatWrite... writes) {
        steps.add(new Step(name, () -> commit(writes), () -> true));
    }

    private void group(String name, GroupChange change) {
        chat(name, once(new ChatWrite.ChangeGroup("g" + n, "a" + n, change)));
    }

    private void auth(String name, Runnable call, BooleanSupplier done) {
        steps.add(new Step(name, call, done));
    }

    private void commit(ChatWrite... writes) {
        for (ChatWritten written : chats.commit(List.of(writes), NOW)) {
            assertFalse(written instanceof ChatWritten.Refused, written.toString());
        }
    }

    private void end(SessionScope scope, AccountChange change) {
        accounts.end(new SessionTermination(scope, OUT, OUT, change));
    }

    /** A person who tries again gets a session of another name. */
    private String fresh(String name) {
        drawn++;
        return name + drawn + "-";
    }

    /** As the server does it: a link that was made before is not made again. */
    private void link(String name) {
        if (accounts.sessionOfLink("link-" + name + n).isEmpty()) {
            accounts.addWebSession(session(name, DeviceKind.WEB, "p" + n), 5, List.of());
        }
    }

    private boolean isThere(String session) {
        return accounts.session(session + n).isPresent();
    }

    private boolean isEnded(String session) {
        return accounts.session(session + n).orElseThrow().ended() != null;
    }

    private ChatWrite once(ChatWrite write) {
        return new ChatWrite.Once("a" + n, "deed" + n, write);
    }

    private ChatWrite say(String conversation, String name) {
        return new ChatWrite.Send(conversation + n, "a" + n, name, new Body.Text("hello there"), null, false);
    }

    /** Writes to somebody first: their groups then take the writer in without asking. */
    private ChatWrite from(String sender, String conversation) {
        return new ChatWrite.Send(conversation + n, sender + n, "to you", new Body.Text("hello yourself"), null, false);
    }

    private Account account(String name) {
        return new Account(name + n, "handle" + name + n, "Ada", new Secret("hash"), NOW, null, null);
    }

    private FileUpload upload(String name) {
        String hash = "%064x".formatted((long) name.hashCode() * 1_000_000 + Long.parseLong(n));
        return new FileUpload(name + n, "a" + n, hash, 9, NOW, false);
    }

    private Session session(String name, DeviceKind kind, @Nullable String phone) {
        return session(name, "a", kind, phone);
    }

    private Session session(String name, String account, DeviceKind kind, @Nullable String phone) {
        return new Session(
                name + n,
                account + n,
                kind,
                phone,
                phone == null ? null : "link-" + name + n,
                new SessionDevice(DEVICE, new DeviceKey("EC", "P-256", "x", "y")),
                new SessionUse(1, NOW, null, NOW, NOW, "127.0.0.1", 0),
                LinkChoices.FULL);
    }

    private static LinkRecord line() {
        return new LinkRecord(NOW, LinkEntry.What.SHOWN, "link", DEVICE, "127.0.0.1");
    }
}
