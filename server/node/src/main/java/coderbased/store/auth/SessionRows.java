package coderbased.store.auth;

import coderbased.auth.session.Session;
import coderbased.auth.session.SessionDevice;
import coderbased.auth.session.SessionRow;
import coderbased.auth.session.SessionUse;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.DeviceKey;
import coderbased.protocol.DeviceKind;
import coderbased.protocol.Initiator;
import coderbased.protocol.LinkChoices;
import coderbased.protocol.Logout;
import coderbased.protocol.LogoutReason;
import coderbased.store.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Conversion between a {@link SessionRow} and its row. */
final class SessionRows {

    private SessionRows() {}

    static SessionRow read(ResultSet row) throws SQLException {
        Session session = new Session(
                row.getString("id"),
                row.getString("account_id"),
                DeviceKind.valueOf(row.getString("kind")),
                row.getString("phone"),
                row.getString("link_id"),
                device(row),
                use(row),
                choices(row));
        return new SessionRow(
                session, ended(row), Timestamps.readOrNull(row, "frozen_at"), Timestamps.readOrNull(row, "wiped_at"));
    }

    static void insert(Handle handle, Session session) {
        handle.createUpdate("""
                        INSERT INTO sessions (id, account_id, kind, phone, link_id, device_name, device_app, device_os,
                            key_x, key_y, generation, created_at, admitted_at, renewed_at, last_active_at, address,
                            ends_at, read_only, without_history, password_at)
                        VALUES (:id, :account, :kind, :phone, :link, :name, :app, :os,
                            :x, :y, :generation, :created, :admitted, :renewed, :active, :address,
                            :ends, :readOnly, :withoutHistory, :password)
                        """)
                .bind("id", session.id())
                .bind("account", session.accountId())
                .bind("kind", session.kind())
                .bind("phone", session.phone())
                .bind("link", session.linkId())
                .bind("name", session.device().facts().name())
                .bind("app", session.device().facts().app())
                .bind("os", session.device().facts().os())
                .bind("x", session.device().key().x())
                .bind("y", session.device().key().y())
                .bind("generation", session.use().generation())
                .bind("created", Timestamps.millis(session.use().createdAt()))
                .bind("admitted", Timestamps.millis(session.use().admittedAt()))
                .bind("renewed", Timestamps.millis(session.use().renewedAt()))
                .bind("active", Timestamps.millis(session.use().lastActiveAt()))
                .bind("address", session.use().address())
                .bind("ends", Timestamps.millis(session.choices().until()))
                .bind("readOnly", session.choices().readOnly())
                .bind("withoutHistory", session.choices().withoutHistory())
                .bind("password", passwordAt(session))
                .execute();
    }

    /** Returns the time of the password with which a phone's session began; a desktop never gets the password. */
    private static @Nullable Long passwordAt(Session session) {
        return session.isLinked() ? null : Timestamps.millis(session.use().createdAt());
    }

    private static LinkChoices choices(ResultSet row) throws SQLException {
        return new LinkChoices(
                Timestamps.readOrNull(row, "ends_at"), row.getBoolean("read_only"), row.getBoolean("without_history"));
    }

    private static SessionDevice device(ResultSet row) throws SQLException {
        DeviceFacts facts =
                new DeviceFacts(row.getString("device_name"), row.getString("device_app"), row.getString("device_os"));
        return new SessionDevice(facts, new DeviceKey("EC", "P-256", row.getString("key_x"), row.getString("key_y")));
    }

    private static SessionUse use(ResultSet row) throws SQLException {
        return new SessionUse(
                row.getLong("generation"),
                Timestamps.read(row, "created_at"),
                Timestamps.readOrNull(row, "admitted_at"),
                Timestamps.read(row, "renewed_at"),
                Timestamps.read(row, "last_active_at"),
                row.getString("address"),
                row.getLong("renewals"));
    }

    private static @Nullable Logout ended(ResultSet row) throws SQLException {
        String reason = row.getString("ended_reason");
        if (reason == null) {
            return null;
        }
        return new Logout(
                LogoutReason.valueOf(reason),
                Initiator.valueOf(row.getString("ended_by")),
                Timestamps.read(row, "ended_at"),
                Timestamps.readOrNull(row, "ended_until"),
                row.getString("ended_note"));
    }
}
