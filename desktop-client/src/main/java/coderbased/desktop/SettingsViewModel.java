package coderbased.desktop;

import coderbased.client.net.ServerAddress;
import coderbased.fx.ThemeChoice;
import coderbased.fx.notify.Privacy;
import java.net.URI;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The settings a person can change: which server, which theme, how the chat behaves. Nothing holds until it is saved, and only what is valid is. */
final class SettingsViewModel {

    private final Settings before;
    private final Consumer<Settings> save;
    private final StringProperty server = new SimpleStringProperty();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ObjectProperty<ThemeChoice> theme = new SimpleObjectProperty<>();
    private final ObjectProperty<Privacy> notifications = new SimpleObjectProperty<>();
    private final BooleanProperty sound = new SimpleBooleanProperty();
    private final BooleanProperty enterSends = new SimpleBooleanProperty();

    SettingsViewModel(Settings before, Consumer<Settings> save) {
        this.before = before;
        this.save = save;
        server.set(before.server().toString());
        theme.set(before.theme());
        notifications.set(before.habits().notifications());
        sound.set(before.habits().sound());
        enterSends.set(before.habits().enterSends());
        server.subscribe(() -> problem.set(""));
    }

    /** The server's address as typed. */
    StringProperty server() {
        return server;
    }

    /** What is wrong with it; empty until a save was tried with a bad one. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** The theme. */
    ObjectProperty<ThemeChoice> theme() {
        return theme;
    }

    /** How much a notification says. */
    ObjectProperty<Privacy> notifications() {
        return notifications;
    }

    /** Whether a notification is heard. */
    BooleanProperty sound() {
        return sound;
    }

    /** Whether Enter sends. */
    BooleanProperty enterSends() {
        return enterSends;
    }

    /** Saves. False, and a problem in words, where the address is none. */
    boolean save() {
        try {
            URI address = ServerAddress.parse(server.get()).uri();
            ChatHabits habits = new ChatHabits(notifications.get(), sound.get(), enterSends.get());
            save.accept(before.withServer(address).withTheme(theme.get()).withHabits(habits));
            return true;
        } catch (IllegalArgumentException e) {
            problem.set(e.getMessage());
            return false;
        }
    }
}
