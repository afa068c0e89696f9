package coderbased.desktop;

import coderbased.client.ServerAddress;
import coderbased.fx.ThemeChoice;
import java.net.URI;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The settings a person can change: which server, which theme. Nothing holds until it is saved, and only what is valid is. */
final class SettingsViewModel {

    private final Settings before;
    private final Consumer<Settings> save;
    private final StringProperty server = new SimpleStringProperty();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ObjectProperty<ThemeChoice> theme = new SimpleObjectProperty<>();

    SettingsViewModel(Settings before, Consumer<Settings> save) {
        this.before = before;
        this.save = save;
        server.set(before.server().toString());
        theme.set(before.theme());
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

    /** Saves. False, and a problem in words, where the address is none. */
    boolean save() {
        try {
            URI address = ServerAddress.parse(server.get()).uri();
            save.accept(before.withServer(address).withTheme(theme.get()));
            return true;
        } catch (IllegalArgumentException e) {
            problem.set(e.getMessage());
            return false;
        }
    }
}
