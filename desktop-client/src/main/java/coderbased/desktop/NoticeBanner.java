package coderbased.desktop;

import static coderbased.desktop.DesktopMessages.MESSAGES;

import coderbased.fx.Icons;
import coderbased.fx.Parts;
import coderbased.fx.program.SettingsFile;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A banner across the window with a sentence, until it is closed. */
final class NoticeBanner extends HBox {

    private final Label headline = Parts.label("", "banner-headline");
    private final Label detail = Parts.label("", "banner-detail");

    private NoticeBanner(Runnable close) {
        getStyleClass().add("banner");
        setAccessibleRole(AccessibleRole.TEXT);
        Parts.shownWhen(detail, detail.textProperty().isNotEmpty());
        VBox words = new VBox(headline, detail);
        words.getStyleClass().add("banner-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        Button closing = Icons.button(DesktopIds.BANNER_CLOSE, "mdi2c-close", MESSAGES.text("banner.close"));
        closing.setOnAction(e -> close.run());
        getChildren().addAll(Icons.icon("mdi2i-information-outline", "banner-icon"), words, closing);
    }

    /** Returns a banner with the reason why the person is back in the Guest State; hidden while there is none. */
    static NoticeBanner of(NoticeViewModel viewModel) {
        NoticeBanner banner = new NoticeBanner(viewModel::close);
        viewModel.text().subscribe(banner::show);
        return banner;
    }

    /** Returns a banner about another computer that was linked to the account; hidden while there is none. */
    static NoticeBanner of(NewLinkViewModel viewModel) {
        NoticeBanner banner = new NoticeBanner(viewModel::dismiss);
        banner.setId(DesktopIds.NEW_LINK_BANNER);
        banner.follow(viewModel.words());
        return banner;
    }

    /** Returns a banner that says that the settings could not be read or saved; hidden otherwise. */
    static NoticeBanner of(SettingsFile file) {
        NoticeBanner banner = new NoticeBanner(file::dismissTrouble);
        banner.setId(DesktopIds.SETTINGS_TROUBLE_BANNER);
        banner.getStyleClass().add("warning");
        banner.follow(file.trouble());
        return banner;
    }

    private void follow(ObservableValue<String> sentence) {
        sentence.subscribe(words -> {
            setShown(!words.isEmpty());
            say(words, "");
        });
    }

    private void show(NoticeViewModel.@Nullable Text text) {
        setShown(text != null);
        if (text != null) {
            setId(text.loggedOut() ? DesktopIds.LOGGED_OUT_BANNER : DesktopIds.LINK_ENDED_BANNER);
            getStyleClass().removeAll("warning");
            if (text.loggedOut()) {
                getStyleClass().add("warning");
            }
            say(text.headline(), text.detail());
        }
    }

    private void say(String what, String more) {
        headline.setText(what);
        detail.setText(more);
        setAccessibleText((what + " " + more).strip());
    }

    private void setShown(boolean shown) {
        setVisible(shown);
        setManaged(shown);
    }
}
