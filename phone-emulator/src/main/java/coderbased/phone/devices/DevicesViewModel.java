package coderbased.phone.devices;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.client.PhoneDevices;
import coderbased.client.messages.ProblemWords;
import coderbased.client.net.Subscription;
import coderbased.fx.Times;
import coderbased.fx.text.SafeText;
import coderbased.phone.parts.RefusalWords;
import coderbased.protocol.AuthHttp.Device;
import coderbased.protocol.AuthHttp.Devices;
import coderbased.protocol.LinkChoices;
import coderbased.protocol.NameRule;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The computers linked to this account, and the phone's actions on them.
 *
 * <p>Way out 1.
 */
public final class DevicesViewModel implements AutoCloseable {

    private final PhoneDevices devices;
    private final Executor fx;
    private final Times times;
    private final Subscription subscription;
    private final ObservableList<DeviceRow> rows = FXCollections.observableArrayList();
    private final ObservableList<LoggedOutRow> loggedOut = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private long newest;
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");

    public DevicesViewModel(PhoneDevices devices, Executor fx, Times times) {
        this.devices = devices;
        this.fx = fx;
        this.times = times;
        this.subscription = devices.onChange(() -> fx.execute(this::refresh));
    }

    /** Returns the linked devices, newest first. */
    public ObservableList<DeviceRow> rows() {
        return rows;
    }

    /** Returns the recently logged-out devices, last one first. */
    public ObservableList<LoggedOutRow> loggedOut() {
        return loggedOut;
    }

    /** True if the list has arrived at least once. */
    public ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    /** True while a change is being made. */
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Returns the reason why the list is outdated or the last change failed; empty if all is well. */
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** Returns the number of linked devices and the limit, in words. */
    public ReadOnlyStringProperty count() {
        return count.getReadOnlyProperty();
    }

    /** Asks the server for the list. */
    public void refresh() {
        long mine = ++newest;
        devices.list()
                .whenCompleteAsync(
                        (now, failure) -> {
                            if (mine == newest) { // an older answer that comes late says nothing new
                                heard(now, failure);
                            }
                        },
                        fx);
    }

    /** Gives a device another name. A blank one changes nothing; what cannot be a name is said at once. */
    public void rename(String id, String name) {
        if (name.isBlank()) {
            return;
        }
        NameRule.problem(name)
                .map(ProblemWords::sentence)
                .ifPresentOrElse(problem::set, () -> change(devices.rename(id, name.strip())));
    }

    /** Freezes a device, or thaws it. */
    public void freeze(DeviceRow row) {
        change(row.frozen() ? devices.thaw(row.id()) : devices.freeze(row.id()));
    }

    /** Logs one device out. */
    public void logOut(String id) {
        change(devices.unlink(id));
    }

    /** Logs every linked device out. */
    public void logOutAll() {
        change(devices.unlinkAll());
    }

    @Override
    public void close() {
        subscription.close();
    }

    private void change(CompletableFuture<Void> call) {
        busy.set(true);
        call.whenCompleteAsync(
                (done, failure) -> {
                    busy.set(false);
                    if (failure == null) {
                        refresh();
                    } else {
                        problem.set(RefusalWords.of(failure).message());
                    }
                },
                fx);
    }

    private void heard(@Nullable Devices told, @Nullable Throwable failure) {
        if (told == null) {
            problem.set(failure == null ? "" : RefusalWords.of(failure).message());
            return;
        }
        problem.set("");
        rows.setAll(told.devices().stream().map(this::row).toList());
        loggedOut.setAll(told.loggedOut().stream()
                .map(device -> LoggedOutRow.of(device, times))
                .toList());
        count.set(MESSAGES.text("devices.count", "linked", rows.size(), "limit", told.limit()));
        loaded.set(true);
    }

    private DeviceRow row(Device device) {
        return new DeviceRow(
                device.id(),
                SafeText.name(device.facts().name()),
                MESSAGES.text(
                        "devices.program",
                        "app",
                        SafeText.name(device.facts().app()),
                        "system",
                        SafeText.name(device.facts().os())),
                MESSAGES.text("devices.linked", "when", times.inSentence(device.linkedAt())),
                active(device),
                device.connected(),
                granted(device.choices()),
                device.frozen());
    }

    private String active(Device device) {
        if (device.frozen()) {
            return MESSAGES.text("devices.active.frozen");
        }
        return device.connected()
                ? MESSAGES.text("devices.active.now", "address", device.address())
                : MESSAGES.text(
                        "devices.active.last",
                        "when",
                        times.inSentence(device.lastActiveAt()),
                        "address",
                        device.address());
    }

    private String granted(LinkChoices choices) {
        Instant until = choices.until();
        return choices.equals(LinkChoices.FULL)
                ? ""
                : MESSAGES.text(
                        "devices.granted",
                        "readOnly",
                        choices.readOnly(),
                        "withoutHistory",
                        choices.withoutHistory(),
                        "limited",
                        until != null,
                        "until",
                        until == null ? "" : times.inSentence(until));
    }

    /**
     * One linked device, ready to draw.
     *
     * @param program its app and system, as it says itself
     * @param linked when it was linked
     * @param active when it was last there, and from where
     * @param granted what it may not, in words; empty where it may everything
     * @param frozen whether it sees nothing until it is thawed
     */
    public record DeviceRow(
            String id,
            String name,
            String program,
            String linked,
            String active,
            boolean connected,
            String granted,
            boolean frozen) {}
}
