package coderbased.desktop;

import static coderbased.desktop.DesktopMessages.MESSAGES;

import coderbased.client.net.ServerAddress;
import coderbased.fx.ThemeChoice;
import coderbased.fx.notify.Privacy;
import java.net.URI;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * The settings a person can change: server, theme, chat. The theme takes effect, and is saved, as soon as it is
 * chosen. Any other change takes effect when it is saved, and only valid ones are saved.
 */
final class SettingsViewModel {

    private final DesktopSettings before;
    private final BooleanSupplier hasLogin;
    private final Consumer<DesktopSettings> save;
    private final StringProperty server = new SimpleStringProperty();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ObjectProperty<ThemeChoice> theme = new SimpleObjectProperty<>();
    private final ObjectProperty<Privacy> notifications = new SimpleObjectProperty<>();
    private final BooleanProperty sound = new SimpleBooleanProperty();
    private final BooleanProperty enterSends = new SimpleBooleanProperty();

    /** @param hasLogin true if there is a login: it belongs to the present server and would be lost at another one */
    SettingsViewModel(DesktopSettings before, BooleanSupplier hasLogin, Consumer<DesktopSettings> save) {
        this.before = before;
        this.hasLogin = hasLogin;
        this.save = save;
        server.set(new ServerAddress(before.server()).toString());
        theme.set(before.theme());
        notifications.set(before.habits().notifications());
        sound.set(before.habits().sound());
        enterSends.set(before.habits().enterSends());
        server.subscribe(() -> problem.set(""));
        theme.subscribe((old, chosen) -> save.accept(before.withTheme(chosen)));
    }

    /** Returns the server's address as typed. */
    StringProperty server() {
        return server;
    }

    /** Returns the problem with it; empty until a save of a bad address was tried. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** Returns the theme. */
    ObjectProperty<ThemeChoice> theme() {
        return theme;
    }

    /** Returns the amount of detail that a notification shows. */
    ObjectProperty<Privacy> notifications() {
        return notifications;
    }

    /** True if a notification plays a sound. */
    BooleanProperty sound() {
        return sound;
    }

    /** True if Enter sends the message. */
    BooleanProperty enterSends() {
        return enterSends;
    }

    /** Saves. Returns false and sets the problem if the address is invalid, or cannot be changed now. */
    boolean save() {
        try {
            URI address = ServerAddress.parse(server.get()).uri();
            if (hasLogin.getAsBoolean() && !address.equals(before.server())) {
                problem.set(MESSAGES.text("settings.server.logOutFirst"));
                return false;
            }
            ChatHabits habits = new ChatHabits(notifications.get(), sound.get(), enterSends.get());
            save.accept(before.withServer(address).withTheme(theme.get()).withHabits(habits));
            return true;
        } catch (IllegalArgumentException e) {
            problem.set(e.getMessage());
            return false;
        }
    }
}
