package coderbased.desktop;

import static coderbased.desktop.DesktopMessages.MESSAGES;

import coderbased.fx.Choices;
import coderbased.fx.Parts;
import coderbased.fx.ThemeChoice;
import coderbased.fx.notify.Privacy;
import coderbased.fx.program.AboutView;
import coderbased.fx.trust.CertificateView;
import coderbased.fx.trust.CertificateViewModel;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The settings sheet. Enter saves. */
final class SettingsView extends VBox {

    private final SettingsViewModel viewModel;
    private final CertificateViewModel certificate;
    private final Runnable close;
    private final TextField server = new TextField();
    private final Button about;

    SettingsView(SettingsViewModel viewModel, CertificateViewModel certificate, Runnable close) {
        this.viewModel = viewModel;
        this.certificate = certificate;
        this.close = close;
        this.about = Parts.button(DesktopIds.ABOUT, AboutView.open(), () -> {}, "flat");
        setId(DesktopIds.SETTINGS_SHEET);
        getStyleClass().add("sheet");
        setMaxHeight(USE_PREF_SIZE);
        Label title = new Label(MESSAGES.text("settings.title"));
        title.getStyleClass().add("sheet-title");
        getChildren()
                .addAll(title, serverField(), themeField(), notificationsField(), writingField(), about, buttons());
    }

    /** Returns the node that gets the focus first. */
    Node first() {
        return server;
    }

    /** Returns the button that opens the sheet about the program. */
    Button about() {
        return about;
    }

    private VBox serverField() {
        server.setId(DesktopIds.SERVER_ADDRESS);
        server.textProperty().bindBidirectional(viewModel.server());
        server.setOnAction(e -> save());
        Label label = label(MESSAGES.text("settings.server"), server);
        Label problem = Parts.words(DesktopIds.SERVER_PROBLEM, viewModel.problem(), "field-problem");
        viewModel.problem().subscribe(text -> server.setAccessibleHelp(text));
        Label hint = Parts.label(MESSAGES.text("settings.server.hint"), "text-muted", "text-small");
        return field(label, server, problem, hint, CertificateView.ofSettings(certificate));
    }

    private VBox themeField() {
        ChoiceBox<ThemeChoice> theme = Choices.box(DesktopIds.THEME_CHOICE, ThemeChoice.values(), ThemeChoice::label);
        theme.setMaxWidth(Double.MAX_VALUE);
        theme.valueProperty().bindBidirectional(viewModel.theme());
        return field(label(MESSAGES.text("settings.theme"), theme), theme);
    }

    private VBox notificationsField() {
        ChoiceBox<Privacy> shown = Choices.box(DesktopIds.NOTIFICATIONS_CHOICE, Privacy.values(), Privacy::label);
        shown.setMaxWidth(Double.MAX_VALUE);
        shown.valueProperty().bindBidirectional(viewModel.notifications());
        CheckBox sound = new CheckBox(MESSAGES.text("settings.sound"));
        sound.setId(DesktopIds.NOTIFICATIONS_SOUND);
        sound.selectedProperty().bindBidirectional(viewModel.sound());
        sound.disableProperty().bind(viewModel.notifications().isEqualTo(Privacy.OFF));
        return field(label(MESSAGES.text("settings.notifications"), shown), shown, sound);
    }

    private VBox writingField() {
        CheckBox enter = new CheckBox(MESSAGES.text("settings.writing.enter"));
        enter.setId(DesktopIds.ENTER_SENDS);
        enter.setMinHeight(USE_PREF_SIZE);
        enter.selectedProperty().bindBidirectional(viewModel.enterSends());
        return field(label(MESSAGES.text("settings.writing"), enter), enter);
    }

    private HBox buttons() {
        Button cancel = Parts.button(DesktopIds.SETTINGS_CANCEL, MESSAGES.text("settings.cancel"), close);
        Button save = Parts.button(DesktopIds.SETTINGS_SAVE, MESSAGES.text("settings.save"), this::save, "accent");
        HBox buttons = new HBox(cancel, save);
        buttons.getStyleClass().add("sheet-buttons");
        return buttons;
    }

    private void save() {
        if (viewModel.save()) {
            close.run();
        } else {
            server.requestFocus();
        }
    }

    private static Label label(String words, Node labelled) {
        Label label = new Label(words);
        label.setLabelFor(labelled);
        label.getStyleClass().add("field-label");
        return label;
    }

    private static VBox field(Node... parts) {
        VBox field = new VBox(parts);
        field.getStyleClass().add("field");
        return field;
    }
}
