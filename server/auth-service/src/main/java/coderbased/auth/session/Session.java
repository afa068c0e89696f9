package coderbased.auth.session;

import coderbased.protocol.DeviceKind;
import coderbased.protocol.LinkChoices;
import org.jspecify.annotations.Nullable;

/**
 * One device's login, as its row says: the truth at every connect, whatever a token claims.
 *
 * @param phone the phone session that linked it and ends it; null for a phone's own
 * @param linkId the link it came from; null for a phone's own
 * @param choices its rights; all of them for a phone
 */
public record Session(
        String id,
        String accountId,
        DeviceKind kind,
        @Nullable String phone,
        @Nullable String linkId,
        SessionDevice device,
        SessionUse use,
        LinkChoices choices) {

    /** True if it was made by scanning. */
    public boolean isLinked() {
        return kind == DeviceKind.WEB;
    }

    /** The same session, used again. */
    Session with(SessionUse newUse) {
        return new Session(id, accountId, kind, phone, linkId, device, newUse, choices);
    }
}
