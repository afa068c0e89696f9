package coderbased.auth.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.TestKey;
import coderbased.protocol.Contact;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.DeviceKind;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Initiator;
import coderbased.protocol.LinkChoices;
import coderbased.protocol.Logout;
import coderbased.protocol.LogoutReason;
import coderbased.protocol.ProblemReason;
import coderbased.protocol.Profile;
import coderbased.protocol.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Accounts and sessions as values. */
final class AccountTest {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final DeviceFacts PC = new DeviceFacts("PC", "Desktop", "Os");

    @Test
    void anAccountIsFoundByTheFoldedWordsOfItsNameAndHandle() {
        assertEquals(
                Set.of("zoe", "muller", "zm"), account("Zoë Müller", null, null).searchWords());
        assertEquals(Set.of("ada", "東京", "京"), Account.searchWords("東京", "ada"));
        assertEquals("zoe muller", account("Zoë Müller", null, null).sortName());
    }

    @Test
    void othersSeeTheSameAccountAsItsOwner() {
        Account account = account("Zoë", null, null);
        assertEquals(new Profile("id", "zm", "Zoë"), account.profile());
        assertEquals(new Contact("id", "zm", "Zoë"), account.contact());
        assertFalse(account.isDeleted());
        assertTrue(account("Zoë", null, NOW).isDeleted());
    }

    @Test
    void aBanIsInForceUntilItsEnd() {
        assertFalse(account("Zoë", null, null).isBanned(NOW));
        assertTrue(account("Zoë", new AccountBan(NOW, null, null), null).isBanned(NOW));
        AccountBan ban = new AccountBan(NOW, NOW.plusSeconds(1), "note");
        assertTrue(account("Zoë", ban, null).isBanned(NOW));
        assertFalse(account("Zoë", ban, null).isBanned(NOW.plusSeconds(1)));
        assertEquals(
                new Logout(LogoutReason.ACCOUNT_BANNED, Initiator.ADMIN, NOW, NOW.plusSeconds(1), "note"),
                ban.logout());
    }

    @Test
    void aDeviceHasTheNameThatItsPersonGaveIt() {
        SessionDevice device = new SessionDevice(PC, new TestKey().publicHalf());
        assertSame(device, device.named(null));
        assertEquals(new SessionDevice(new DeviceFacts("Den", "Desktop", "Os"), device.key()), device.named("Den"));
    }

    @Test
    void onlyWebSessionsAreLinked() {
        Session phone = session(DeviceKind.PHONE);
        assertFalse(phone.isLinked());
        assertTrue(session(DeviceKind.WEB).isLinked());
        SessionUse later = SessionUse.fresh(NOW.plusSeconds(1), "::2");
        assertEquals(
                new SessionUse(1, NOW.plusSeconds(1), null, NOW.plusSeconds(1), NOW.plusSeconds(1), "::2", 0), later);
        Session used = phone.with(later);
        assertEquals(later, used.use());
        assertEquals(phone, used.with(phone.use()));
        assertTrue(new SessionRow(phone, null, null, null).isLive());
        Logout out = Logout.of(LogoutReason.UNLINKED, Initiator.USER, NOW);
        assertFalse(new SessionRow(phone, out, null, null).isLive());
    }

    @Test
    void refusalsSayWhenToComeBackAndWhy() {
        AuthRefused later = AuthRefused.later(ProblemReason.DEVICE_REQUESTS_TOO_MANY, Duration.ofSeconds(3));
        assertEquals(3_000, later.problem().retryAfterMillis());
        AuthRefused now = AuthRefused.later(ProblemReason.DEVICE_REQUESTS_TOO_MANY, Duration.ofSeconds(-3));
        assertEquals(0, now.problem().retryAfterMillis());
        Logout out = Logout.of(LogoutReason.UNLINKED, Initiator.USER, NOW);
        AuthRefused over = AuthRefused.loggedOut(out);
        assertEquals(ErrorCode.LOGGED_OUT, over.problem().code());
        assertEquals(out, over.problem().logout());
        assertEquals(LogoutReason.UNLINKED.sentence(), over.problem().message());
    }

    private static Account account(String name, @Nullable AccountBan ban, @Nullable Instant deletedAt) {
        return new Account("id", "zm", name, new Secret("hash"), NOW, ban, deletedAt);
    }

    private static Session session(DeviceKind kind) {
        SessionDevice device = new SessionDevice(PC, new TestKey().publicHalf());
        return new Session("s", "id", kind, null, null, device, SessionUse.fresh(NOW, "::1"), LinkChoices.FULL);
    }
}
