package coderbased.auth.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.protocol.DeviceFacts;
import coderbased.protocol.DeviceKey;
import coderbased.protocol.DeviceKind;
import coderbased.protocol.Initiator;
import coderbased.protocol.LinkChoices;
import coderbased.protocol.LinkEntry;
import coderbased.protocol.Logout;
import coderbased.protocol.LogoutReason;
import coderbased.protocol.SearchText;
import coderbased.protocol.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of every {@link AuthStore}, whatever database is behind it. */
public abstract class AuthStoreContract {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00.123Z");
    private static final Logout OUT = Logout.of(LogoutReason.LOGGED_OUT_HERE, Initiator.USER, NOW);
    private static final Logout UNDER = Logout.of(LogoutReason.PHONE_LOGGED_OUT, Initiator.USER, NOW);

    private AuthStore store;
    private final Account ada = account("ada");
    private final Session phone = session("phone", DeviceKind.PHONE, null, NOW);

    /** Returns an empty one. */
    protected abstract AuthStore open();

    @BeforeEach
    void adaHasAPhone() {
        store = open();
        assertTrue(store.addAccount(ada, phone));
    }

    @Test
    void storedAccountsAndSessionsAreReadBack() {
        assertEquals(Optional.of(ada), store.account("id-ada"));
        assertEquals(Optional.of(ada), store.accountByHandle("ada"));
        assertEquals(Optional.of(new SessionRow(phone, null, null, null)), store.session("phone"));
        assertEquals(Optional.empty(), store.account("nobody"));
        assertEquals(Optional.empty(), store.session("none"));
    }

    @Test
    void aHandleIsUnique() {
        Account other = new Account("id-2", "ada", "Other", new Secret("hash"), NOW, null, null);
        assertFalse(store.addAccount(other, session("phone-2", DeviceKind.PHONE, null, NOW)));
        assertEquals(Optional.empty(), store.session("phone-2"));
    }

    @Test
    void peopleAreFoundByTheBeginningsOfTheirWords() {
        add("zoe", "Zoë van der Berg");
        add("zac", "Zac Berger");
        assertEquals(Set.of("id-zoe", "id-zac"), found("berg"));
        assertEquals(Set.of("id-zoe"), found("zoe", "van"));
        assertEquals(Set.of("id-zac"), found("zac", "b"));
        assertEquals(Set.of(), found("erg"));
        assertEquals(Set.of(), found("ada"), "who looks does not find themselves");
        assertEquals(1, store.findAccounts(List.of("z"), "id-ada", NOW, 1).size());
        assertEquals(
                List.of("id-zac", "id-zoe"),
                store.findAccounts(List.of(), "id-ada", NOW, 10).stream()
                        .map(Account::id)
                        .toList());
    }

    @Test
    void peopleAreFoundHoweverTheirNamesAreSpelled() {
        add("alyona", "Алёна Straße");
        add("minji", "김민지");
        add("ali", "عَلِى");
        assertEquals(Set.of("id-alyona"), found("алена"));
        assertEquals(Set.of("id-alyona"), found("strasse"));
        assertEquals(Set.of("id-minji"), found(SearchText.fold("민지")));
        assertEquals(Set.of("id-minji"), found(SearchText.fold("기")));
        assertEquals(Set.of(), found(SearchText.fold("지민")));
        assertEquals(Set.of("id-ali"), found(SearchText.fold("علي")));
    }

    @Test
    void bannedAndDeletedAccountsAreNotFound() {
        add("zoe", "Zoë");
        add("zac", "Zac");
        store.end(new SessionTermination(new SessionScope.Whole("id-zoe"), OUT, UNDER, new AccountChange.Deleted(NOW)));
        store.end(new SessionTermination(
                new SessionScope.Whole("id-zac"),
                OUT,
                UNDER,
                new AccountChange.Banned(new AccountBan(NOW, NOW.plusSeconds(60), null))));
        assertEquals(Set.of(), found("z"));
        assertEquals(
                1,
                store.findAccounts(List.of(), "id-ada", NOW.plusSeconds(61), 10).size(),
                "the ban ran out");
        assertEquals(2, store.accounts(List.of("id-zoe", "id-zac", "nobody")).size());
    }

    @Test
    void lastActiveTimesAreKnown() {
        Instant later = NOW.plusSeconds(90);
        store.touch(List.of("phone"), later);
        assertEquals(Map.of("id-ada", later), store.lastActive(List.of("id-ada", "nobody")));
        assertEquals(Map.of(), store.lastActive(List.of()));
    }

    @Test
    void aPhoneIsStoredOnlyWithTheCheckedPassword() {
        Session second = session("second", DeviceKind.PHONE, null, NOW);
        assertFalse(store.addPhoneSession(second, new Secret("another hash")));
        assertTrue(store.addPhoneSession(second, new Secret("hash")));
        store.end(new SessionTermination(
                new SessionScope.Whole("id-ada"), OUT, OUT, new AccountChange.Banned(new AccountBan(NOW, null, null))));
        assertFalse(store.addPhoneSession(session("third", DeviceKind.PHONE, null, NOW), new Secret("hash")));
    }

    @Test
    void theDeviceLimitHoldsForConcurrentLinks() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<WebAdmission>> many = IntStream.range(0, 20)
                    .mapToObj(i -> (Callable<WebAdmission>) () -> store.addWebSession(web("web" + i), 5, List.of()))
                    .toList();
            int stored = 0;
            for (Future<WebAdmission> one : threads.invokeAll(many)) {
                stored += one.get() == WebAdmission.STORED ? 1 : 0;
            }
            assertEquals(5, stored);
        }
        assertEquals(5, store.linkedSessions("id-ada").size());
    }

    @Test
    void noDeviceIsLinkedUnderAnEndedPhone() {
        end(new SessionScope.One("id-ada", "phone"));
        assertEquals(WebAdmission.PHONE_ENDED, store.addWebSession(web("web"), 5, List.of()));
        assertEquals(Optional.empty(), store.session("web"));
    }

    @Test
    void aWebSessionIsFoundByItsLink() {
        store.addWebSession(web("web"), 5, List.of());
        assertEquals(
                "web", store.sessionOfLink("link-web").orElseThrow().session().id());
        assertEquals(Optional.empty(), store.sessionOfLink("link-x"));
    }

    @Test
    void generationsOnlyIncrease() {
        Instant later = NOW.plusSeconds(5);
        Session renewed = renew("phone", 3, "t3", later, "10.0.0.1").orElseThrow();
        assertEquals(new SessionUse(3, NOW, later, later, later, "10.0.0.1", 1), renewed.use());
        assertEquals(
                later,
                renew("phone", 3, "t3", later.plusSeconds(1), "x")
                        .orElseThrow()
                        .use()
                        .admittedAt());
        assertEquals(Optional.empty(), renew("phone", 2, "t2", later, "x"));
        assertEquals(3, store.session("phone").orElseThrow().session().use().generation());
    }

    @Test
    void oneTokenOfEachGenerationIsAcceptedRepeatedly() {
        assertTrue(renew("phone", 1, "a", NOW, "x").isPresent());
        assertTrue(renew("phone", 1, "a", NOW, "x").isPresent());
        assertEquals(Optional.empty(), renew("phone", 1, "b", NOW, "x"));
        assertTrue(renew("phone", 2, "c", NOW, "x").isPresent());
        assertEquals(Optional.empty(), renew("phone", 2, "d", NOW, "x"));
        assertEquals(Optional.empty(), renew("phone", 1, "a", NOW, "x"));
    }

    @Test
    void aFrozenSessionIsNotRenewed() {
        store.addWebSession(web("web"), 5, List.of());
        store.freeze("id-ada", "web", NOW);
        assertEquals(Optional.empty(), renew("web", 1, "t1", NOW, "x"));
        store.freeze("id-ada", "web", null);
        assertTrue(renew("web", 1, "t1", NOW, "x").isPresent());
    }

    @Test
    void aConnectionOlderThanTheLastRenewalCannotRenew() {
        Renewal.TokenName token = new Renewal.TokenName("phone", 1, "t1");
        Instant later = NOW.plusSeconds(15);
        assertTrue(
                store.renew(new Renewal(token, NOW.minusSeconds(1), NOW, "x")).isPresent(), "the first is never late");
        assertTrue(store.renew(new Renewal(token, later, later, "x")).isPresent());
        assertEquals(Optional.empty(), store.renew(new Renewal(token, NOW, later, "x")));
        assertEquals(2, store.session("phone").orElseThrow().session().use().renewals());
        Instant beforeTheClockWasSetBack = NOW.minusSeconds(3600);
        assertTrue(store.renew(new Renewal(token, beforeTheClockWasSetBack, beforeTheClockWasSetBack, "x"))
                .isPresent());
    }

    @Test
    void aConfirmedTerminationRequiresAnUnchangedSessionAndPassword() {
        Confirmation right = new Confirmation("phone", new Secret("hash"));
        store.addPhoneSession(session("second", DeviceKind.PHONE, null, NOW), new Secret("hash"));
        SessionTermination change = confirmed(new AccountChange.NewPassword(new Secret("new hash")));
        assertEquals(
                Optional.empty(), store.endConfirmed(change, new Confirmation("phone", new Secret("another hash"))));
        assertEquals(Optional.empty(), store.endConfirmed(change, new Confirmation("nobody's", new Secret("hash"))));
        assertEquals(
                "hash", store.account("id-ada").orElseThrow().passwordHash().value());
        assertTrue(store.session("second").orElseThrow().isLive());

        renew("phone", 4, "t4", NOW, "x");
        assertEquals(
                4,
                store.endConfirmed(change, right).orElseThrow().caller().use().generation());
        assertEquals(
                "new hash", store.account("id-ada").orElseThrow().passwordHash().value());
        assertFalse(store.session("second").orElseThrow().isLive());
        assertEquals(Optional.empty(), store.endConfirmed(confirmed(new AccountChange.Deleted(NOW)), right));
        assertFalse(store.provePassword(right, NOW));
    }

    @Test
    void aDeletedAccountGetsNoPasswordBanOrSession() {
        change(new AccountChange.Deleted(NOW));
        change(new AccountChange.NewPassword(new Secret("hash")));
        change(new AccountChange.Banned(new AccountBan(NOW, null, null)));
        Account gone = store.account("id-ada").orElseThrow();
        assertEquals("", gone.passwordHash().value());
        assertNull(gone.ban());
        assertFalse(store.addPhoneSession(session("again", DeviceKind.PHONE, null, NOW), new Secret("")));
    }

    @Test
    void freezingAndThawingADeviceAppearsInTheFeed() {
        store.addWebSession(web("web"), 5, List.of());
        assertFalse(store.freeze("id-bob", "web", NOW), "not another's");
        assertFalse(store.freeze("id-ada", "phone", NOW), "not a phone");
        assertFalse(store.freeze("id-ada", "web", null), "it is thawed");
        assertTrue(store.freeze("id-ada", "web", NOW));
        assertFalse(store.freeze("id-ada", "web", NOW.plusSeconds(1)));
        assertEquals(NOW, store.session("web").orElseThrow().frozenAt());
        assertEquals(List.of(new Revocation(1, "web", "id-ada", null)), store.revocationsAfter(0, 10));

        assertTrue(store.freeze("id-ada", "web", null));
        assertNull(store.session("web").orElseThrow().frozenAt());
        assertTrue(store.revocationsAfter(0, 10).isEmpty());

        end(new SessionScope.One("id-ada", "web"));
        assertFalse(store.freeze("id-ada", "web", NOW), "it is over");
    }

    @Test
    void anEndedSessionIsNotRenewedTouchedOrRenamed() {
        store.addWebSession(web("web"), 5, List.of());
        end(new SessionScope.One("id-ada", "web"));
        SessionRow tombstone = store.session("web").orElseThrow();

        assertEquals(Optional.empty(), renew("web", 9, "t9", NOW.plusSeconds(1), "x"));
        store.touch(List.of("web"), NOW.plusSeconds(1));
        assertFalse(store.rename("id-ada", "web", "Other"));

        assertEquals(tombstone, store.session("web").orElseThrow());
    }

    @Test
    void anAccountRenamesOnlyItsOwnLinkedDevices() {
        store.addWebSession(web("web"), 5, List.of());
        assertFalse(store.rename("id-bob", "web", "Mine"));
        assertFalse(store.rename("id-ada", "phone", "Mine"));
        assertTrue(store.rename("id-ada", "web", "Desk"));
        assertEquals(
                "Desk",
                store.linkedSessions("id-ada").getFirst().device().facts().name());
    }

    @Test
    void aPhonesEndEndsItsWebSessions() {
        store.addWebSession(web("web"), 5, List.of());
        List<EndedSession> ended = end(new SessionScope.One("id-ada", "phone"));

        assertEquals(List.of("phone", "web"), ids(ended));
        assertEquals(Optional.of(new SessionRow(phone, OUT, null, null)), store.session("phone"));
        assertEquals(UNDER, store.session("web").orElseThrow().ended());
        assertTrue(store.linkedSessions("id-ada").isEmpty());
        assertEquals(2, store.sessions("id-ada").size());
    }

    @Test
    void anEndedSessionKeepsItsFirstReason() {
        end(new SessionScope.One("id-ada", "phone"));
        Logout ban = Logout.of(LogoutReason.ACCOUNT_BANNED, Initiator.ADMIN, NOW.plusSeconds(1));
        assertTrue(
                store.end(new SessionTermination(new SessionScope.Whole("id-ada"), ban, ban, new AccountChange.None()))
                        .isEmpty());
        assertEquals(OUT, store.session("phone").orElseThrow().ended());
    }

    @Test
    void terminationsReachTheirScope() {
        Session second = session("second", DeviceKind.PHONE, null, NOW);
        store.addPhoneSession(second, new Secret("hash"));
        store.addWebSession(web("web"), 5, List.of());
        store.addAccount(
                account("bob"),
                new Session(
                        "bobs", "id-bob", DeviceKind.PHONE, null, null, phone.device(), phone.use(), LinkChoices.FULL));

        assertEquals(List.of("web"), ids(end(new SessionScope.Linked("id-ada"))));
        store.addWebSession(web("web2"), 5, List.of());
        assertEquals(List.of("phone", "web2"), ids(end(new SessionScope.AllBut("id-ada", "second"))));
        assertTrue(end(new SessionScope.One("id-ada", "bobs")).isEmpty());
        assertEquals(List.of("second"), ids(end(new SessionScope.Whole("id-ada"))));
        assertTrue(store.session("bobs").orElseThrow().isLive());
    }

    @Test
    void aTerminationChangesTheAccountInOneStep() {
        AccountBan ban = new AccountBan(NOW, NOW.plusSeconds(60), "Spam");
        change(new AccountChange.Banned(ban));
        assertEquals(ban, store.account("id-ada").orElseThrow().ban());
        store.unban("id-ada");
        assertNull(store.account("id-ada").orElseThrow().ban());

        change(new AccountChange.NewPassword(new Secret("new hash")));
        assertEquals(
                "new hash", store.account("id-ada").orElseThrow().passwordHash().value());

        change(new AccountChange.Deleted(NOW));
        Account deleted = store.account("id-ada").orElseThrow();
        assertEquals(new Account("id-ada", "ada", Account.DELETED_NAME, new Secret(""), NOW, null, NOW), deleted);
        assertTrue(store.accounts().isEmpty());
    }

    @Test
    void aReceiptIsStoredWithTheTombstoneAndTheFirstOneCounts() {
        store.addWebSession(web("web"), 5, List.of());
        renew("web", 1, "t1", NOW, "");
        assertFalse(store.wiped("web", NOW), "it is alive");
        assertFalse(store.wiped("nobody's", NOW));
        end(new SessionScope.Linked("id-ada"));

        assertEquals(
                List.of(new SessionRow(store.session("web").orElseThrow().session(), OUT, null, null)),
                store.loggedOut("id-ada", NOW, 5));
        assertTrue(store.wiped("web", NOW.plusMillis(41)));
        assertFalse(store.wiped("web", NOW.plusSeconds(5)));
        assertEquals(
                NOW.plusMillis(41), store.loggedOut("id-ada", NOW, 5).getFirst().wipedAt());
        assertTrue(store.loggedOut("id-ada", NOW.plusMillis(1), 5).isEmpty());
        assertTrue(store.loggedOut("id-bob", NOW, 5).isEmpty());
    }

    @Test
    void theFeedIsNumberedWithoutGaps() {
        assertEquals(0, store.lastRevocation());
        store.addWebSession(web("web"), 5, List.of());
        end(new SessionScope.One("id-ada", "phone"));

        List<Revocation> all =
                List.of(new Revocation(1, "phone", "id-ada", OUT), new Revocation(2, "web", "id-ada", UNDER));
        assertEquals(all, store.revocationsAfter(0, 10));
        assertEquals(all.subList(0, 1), store.revocationsAfter(0, 1));
        assertEquals(all.subList(1, 2), store.revocationsAfter(1, 10));
        assertEquals(2, store.lastRevocation());
    }

    @Test
    void forgettingKeepsTheNumbers() {
        end(new SessionScope.One("id-ada", "phone"));
        store.forgetEndedBefore(NOW);
        assertTrue(store.session("phone").isPresent());

        store.forgetEndedBefore(NOW.plusMillis(1));

        assertEquals(Optional.empty(), store.session("phone"));
        assertTrue(store.revocationsAfter(0, 10).isEmpty());
        assertEquals(1, store.lastRevocation());
    }

    @Test
    void eachReasonMakesSessionsOverdue() {
        store.addWebSession(web("web"), 5, List.of());
        Instant before = NOW;
        Instant after = NOW.plusMillis(1);

        assertEquals(List.of(), overdue(new SessionCutoffs(before, before, before, before, before)));
        assertEquals(List.of("phone"), overdue(new SessionCutoffs(after, before, before, before, before)));
        assertEquals(List.of("web"), overdue(new SessionCutoffs(before, after, before, before, before)));
        assertEquals(List.of("web"), overdue(new SessionCutoffs(before, before, after, before, before)));
        assertEquals(List.of("web"), overdue(new SessionCutoffs(before, before, before, before, after)));
        assertEquals(List.of("phone", "web"), overdue(new SessionCutoffs(after, after, after, before, after)));

        renew("web", 1, "t1", NOW, "x");
        assertEquals(List.of(), overdue(new SessionCutoffs(before, before, before, before, after)), "it came in");
        store.touch(List.of("phone"), NOW.plus(Duration.ofDays(1)));
        assertEquals(
                List.of(), overdue(new SessionCutoffs(before, before, after, before, before)), "the phone was seen");
    }

    private static SessionTermination confirmed(AccountChange change) {
        return new SessionTermination(new SessionScope.AllBut("id-ada", "phone"), OUT, UNDER, change);
    }

    private Optional<Session> renew(String session, long generation, String token, Instant now, String address) {
        return store.renew(new Renewal(new Renewal.TokenName(session, generation, token), now, now, address));
    }

    private List<EndedSession> end(SessionScope scope) {
        return store.end(new SessionTermination(scope, OUT, UNDER, new AccountChange.None()));
    }

    private void change(AccountChange change) {
        store.end(new SessionTermination(new SessionScope.Whole("id-ada"), OUT, UNDER, change));
    }

    private List<String> overdue(SessionCutoffs cutoffs) {
        return store.overdue(cutoffs, 10).stream().map(Session::id).toList();
    }

    private static List<String> ids(List<EndedSession> ended) {
        return ended.stream().map(each -> each.session().id()).toList();
    }

    private void add(String handle, String name) {
        Account account = new Account("id-" + handle, handle, name, new Secret("hash"), NOW, null, null);
        assertTrue(store.addAccount(account, session("phone-of-" + handle, DeviceKind.PHONE, null, NOW)));
    }

    /** Returns the accounts that Ada finds. */
    private Set<String> found(String... beginnings) {
        return store.findAccounts(List.of(beginnings), "id-ada", NOW, 10).stream()
                .map(Account::id)
                .collect(Collectors.toSet());
    }

    private static Account account(String handle) {
        return new Account("id-" + handle, handle, handle, new Secret("hash"), NOW, null, null);
    }

    @Test
    void grantedRightsAreStoredAndEndOnTime() {
        LinkChoices tonight = new LinkChoices(NOW.plusSeconds(60), true, true);
        Session granted = session("granted", DeviceKind.WEB, "phone", NOW, tonight);
        assertEquals(WebAdmission.STORED, store.addWebSession(granted, 5, List.of()));

        assertEquals(granted, store.session("granted").orElseThrow().session());
        Instant before = NOW.minusSeconds(1);
        assertEquals(List.of(), overdue(new SessionCutoffs(before, before, before, NOW.plusSeconds(59), before)));
        assertEquals(
                List.of("granted"), overdue(new SessionCutoffs(before, before, before, NOW.plusSeconds(60), before)));
    }

    @Test
    void aPhoneHasAPasswordTimeAndADesktopHasNone() {
        store.addWebSession(web("web"), 5, List.of());
        assertEquals(NOW, store.passwordProof("phone").orElseThrow());
        assertTrue(store.passwordProof("web").isEmpty());

        assertTrue(store.provePassword(new Confirmation("phone", new Secret("hash")), NOW.plusSeconds(600)));

        assertEquals(NOW.plusSeconds(600), store.passwordProof("phone").orElseThrow());
    }

    @Test
    void eachProofIsSpentOnceUntilItIsForgotten() {
        Instant end = NOW.plusSeconds(60);
        assertTrue(store.spendProof("proof", end));
        assertFalse(store.spendProof("proof", end));
        assertTrue(store.spendProof("another", end.plusSeconds(1)));

        store.forgetProofs(end);
        assertFalse(store.spendProof("proof", end), "its time is not over");
        store.forgetProofs(end.plusMillis(1));
        assertTrue(store.spendProof("proof", end));
        assertFalse(store.spendProof("another", end));
    }

    @Test
    void aLinkIsUnansweredFromItsAdmissionUntilItsAnswer() {
        store.addWebSession(web("web"), 5, List.of());
        assertTrue(store.unansweredSessions("id-ada").isEmpty(), "it has not come in");
        renew("web", 1, "t1", NOW, "x");
        assertEquals(
                List.of("web"),
                store.unansweredSessions("id-ada").stream().map(Session::id).toList());

        assertFalse(store.answered("id-bob", "web", NOW), "not another's");
        assertFalse(store.answered("id-ada", "phone", NOW), "not a phone");
        assertEquals(1, store.unansweredSessions("id-ada").size());

        assertTrue(store.answered("id-ada", "web", NOW));
        assertTrue(store.unansweredSessions("id-ada").isEmpty());
        assertEquals(1, store.linkedSessions("id-ada").size());

        end(new SessionScope.Linked("id-ada"));
        assertFalse(store.answered("id-ada", "web", NOW), "it is over");
    }

    @Test
    void sessionsAreListedNewestFirst() {
        for (int i = 1; i <= 3; i++) {
            store.addWebSession(session("web" + i, DeviceKind.WEB, "phone", NOW.plusSeconds(i % 3)), 5, List.of());
        }
        List<String> newestFirst = List.of("web2", "web1", "web3");
        assertEquals(
                newestFirst,
                store.linkedSessions("id-ada").stream().map(Session::id).toList());
        assertEquals(
                List.of("web2", "web1", "phone", "web3"),
                store.sessions("id-ada").stream().map(row -> row.session().id()).toList());
        newestFirst.forEach(id -> renew(id, 1, id, NOW, "x"));
        assertEquals(
                newestFirst,
                store.unansweredSessions("id-ada").stream().map(Session::id).toList());
    }

    @Test
    void accountsAreListedByTheirHandles() {
        add("zac", "Anna");
        add("bob", "Zoe");
        assertEquals(
                List.of("ada", "bob", "zac"),
                store.accounts().stream().map(Account::handle).toList());
    }

    @Test
    void aLinkHistoryIsInOrderAndItsLastEntryStays() {
        Instant later = NOW.plusSeconds(60);
        LinkRecords links = store.linkRecords();
        links.add("id-ada", List.of(line(LinkEntry.What.SHOWN), line(LinkEntry.What.SCANNED)));
        links.add("id-ada", List.of(line(LinkEntry.What.APPROVED)));
        List<LinkEntry> newest = links.newest("id-ada", 2);
        assertEquals(List.of(2L, 3L), newest.stream().map(LinkEntry::number).toList());
        assertEquals(newest.getFirst().seal(), newest.getLast().previous());
        assertEquals(List.of(), links.newest("id-bob", 2));
        links.forgetBefore(NOW);
        assertEquals(3, links.newest("id-ada", 10).size());
        links.forgetBefore(later);
        assertEquals(List.of(newest.getLast()), links.newest("id-ada", 10));
    }

    @Test
    void aSessionIsStoredWithTheLinesOfItsLinkOrNeither() {
        List<LinkRecord> lines = List.of(line(LinkEntry.What.SCANNED), line(LinkEntry.What.APPROVED));
        assertEquals(WebAdmission.LIMIT, store.addWebSession(web("none"), 0, lines));
        assertEquals(List.of(), store.linkRecords().newest("id-ada", 9));
        assertEquals(WebAdmission.STORED, store.addWebSession(web("web"), 5, lines));
        assertEquals(List.of(LinkEntry.What.SCANNED, LinkEntry.What.APPROVED), history());
    }

    @Test
    void theFirstAdmissionOfALinkedDeviceIsInItsHistoryOnce() {
        store.addWebSession(web("web"), 5, List.of());
        assertEquals(Optional.empty(), renew("web", 0, "t0", NOW, "x"));
        assertTrue(renew("phone", 1, "p1", NOW, "x").isPresent());
        assertEquals(List.of(), history());
        assertTrue(renew("web", 1, "t1", NOW, "10.0.0.7").isPresent());
        assertTrue(renew("web", 1, "t1", NOW, "x").isPresent());
        assertTrue(renew("web", 2, "t2", NOW.plusSeconds(9), "x").isPresent());
        assertEquals(List.of(LinkEntry.What.LINKED), history());
        LinkEntry linked = store.linkRecords().newest("id-ada", 1).getFirst();
        assertEquals(List.of("link-web", "10.0.0.7", NOW), List.of(linked.linkId(), linked.address(), linked.at()));
    }

    private List<LinkEntry.What> history() {
        return store.linkRecords().newest("id-ada", 9).stream()
                .map(LinkEntry::what)
                .toList();
    }

    private static LinkRecord line(LinkEntry.What what) {
        return new LinkRecord(NOW, what, "link", new DeviceFacts("Office", "Desktop 1", "Linux"), "127.0.0.1");
    }

    private static Session web(String id) {
        return session(id, DeviceKind.WEB, "phone", NOW);
    }

    private static Session session(String id, DeviceKind kind, @Nullable String phone, Instant at) {
        return session(id, kind, phone, at, LinkChoices.FULL);
    }

    private static Session session(
            String id, DeviceKind kind, @Nullable String phone, Instant at, LinkChoices choices) {
        return new Session(
                id,
                "id-ada",
                kind,
                phone,
                phone == null ? null : "link-" + id,
                new SessionDevice(new DeviceFacts("Name", "App", "Os"), new DeviceKey("EC", "P-256", "x", "y")),
                new SessionUse(1, at, null, at, at, "127.0.0.1", 0),
                choices);
    }
}
