package coderbased.fx.people;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.Icons;
import coderbased.fx.list.MuteFor;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.javafx.FontIcon;

/** Button that mutes a conversation for a chosen time, or unmutes it. */
final class MuteButton extends MenuButton {

    MuteButton(MuteModel mute) {
        setId("info-mute");
        getStyleClass().addAll("flat", "sheet-line");
        setMaxWidth(Double.MAX_VALUE);
        setVisible(!mute.isBarred());
        setManaged(isVisible());
        FontIcon icon = Icons.icon("mdi2b-bell-outline");
        setGraphic(icon);
        textProperty().bind(mute.muted().map(muted -> MESSAGES.text(muted ? "person.muted" : "person.mute")));
        mute.muted().subscribe(muted -> {
            icon.setIconLiteral(muted ? "mdi2b-bell-off-outline" : "mdi2b-bell-outline");
            fill(mute, muted);
        });
    }

    private void fill(MuteModel mute, boolean muted) {
        getItems().clear();
        if (muted) {
            getItems().add(item(MESSAGES.text("person.unmute"), mute::unmute));
        }
        for (MuteFor how : MuteFor.values()) {
            getItems().add(item(how.label(), () -> mute.mute(how)));
        }
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(e -> action.run());
        return item;
    }
}
