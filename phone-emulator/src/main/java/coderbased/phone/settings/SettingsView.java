package coderbased.phone.settings;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import atlantafx.base.controls.ToggleSwitch;
import coderbased.fx.Avatar;
import coderbased.fx.Choices;
import coderbased.fx.Icons;
import coderbased.fx.Parts;
import coderbased.fx.ThemeChoice;
import coderbased.fx.notify.Privacy;
import coderbased.fx.program.AboutView;
import coderbased.fx.text.EmojiWords;
import coderbased.fx.trust.CertificateView;
import coderbased.fx.trust.CertificateViewModel;
import coderbased.phone.parts.ConfirmSheet;
import coderbased.phone.parts.Panel;
import coderbased.phone.parts.PhoneIds;
import coderbased.phone.parts.PhoneSettings;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The settings screen: the account, the theme, and logging out. */
public final class SettingsView extends ScrollPane {

    private final AccountViewModel account;
    private final PhoneSettings settings;
    private final ConfirmSheet confirm;
    private final Button about;

    public SettingsView(
            AccountViewModel account,
            PhoneSettings settings,
            CertificateViewModel certificate,
            ConfirmSheet confirm,
            Panel changePassword,
            Panel deleteAccount) {
        this.account = account;
        this.settings = settings;
        this.confirm = confirm;
        this.about = action(PhoneIds.ABOUT, "mdi2i-information-outline", AboutView.open(), () -> {});
        setFitToWidth(true);
        HBox header = new HBox(Parts.label(MESSAGES.text("settings.title"), "screen-title"));
        header.getStyleClass().add("screen-header");
        VBox content = new VBox(
                header,
                profile(),
                Parts.words(PhoneIds.ACCOUNT_NOTICE, account.notice()),
                section(
                        MESSAGES.text("settings.appearance"),
                        line(MESSAGES.text("settings.theme"), theme()),
                        line(MESSAGES.text("settings.mirror"), toggle(PhoneIds.SETTINGS_MIRROR, settings.mirrored())),
                        line(MESSAGES.text("settings.sound"), toggle(PhoneIds.SETTINGS_SOUND, settings.sound()))),
                section(
                        MESSAGES.text("settings.notifications"),
                        line(MESSAGES.text("settings.notifications.show"), notifications())),
                section(MESSAGES.text("settings.server"), server(), CertificateView.ofSettings(certificate)),
                section(
                        MESSAGES.text("settings.account"),
                        action(
                                PhoneIds.CHANGE_PASSWORD,
                                "mdi2l-lock-outline",
                                MESSAGES.text("settings.account.password"),
                                changePassword::open),
                        action(
                                PhoneIds.LOG_OUT,
                                "mdi2l-logout",
                                MESSAGES.text("settings.account.logOut"),
                                this::askLogOut),
                        action(
                                PhoneIds.DELETE_ACCOUNT,
                                "mdi2d-delete-outline",
                                MESSAGES.text("settings.account.delete"),
                                deleteAccount::open)),
                aboutSection(),
                Parts.words(PhoneIds.ACCOUNT_PROBLEM, account.problem(), "problem"));
        content.getStyleClass().add("settings");
        setContent(content);
    }

    /** Returns the button that opens the sheet about the program. */
    public Button about() {
        return about;
    }

    private VBox aboutSection() {
        VBox section = new VBox(about);
        section.getStyleClass().add("settings-section");
        return section;
    }

    private HBox profile() {
        Label name = new Label();
        EmojiWords.show(name, account.name());
        name.setId(PhoneIds.SETTINGS_NAME);
        name.getStyleClass().add("profile-name");
        Label handle = new Label("@" + account.handle());
        handle.getStyleClass().add("text-muted");
        HBox profile = new HBox(new Avatar(account.face()), new VBox(name, handle));
        profile.getStyleClass().add("profile");
        return profile;
    }

    private ChoiceBox<ThemeChoice> theme() {
        ChoiceBox<ThemeChoice> box = Choices.box(PhoneIds.SETTINGS_THEME, ThemeChoice.values(), ThemeChoice::label);
        box.valueProperty().bindBidirectional(settings.theme());
        return box;
    }

    private ChoiceBox<Privacy> notifications() {
        ChoiceBox<Privacy> box = Choices.box(PhoneIds.SETTINGS_NOTIFICATIONS, Privacy.values(), Privacy::label);
        box.valueProperty().bindBidirectional(settings.notifications());
        return box;
    }

    private static ToggleSwitch toggle(String id, BooleanProperty setting) {
        ToggleSwitch toggle = new ToggleSwitch();
        toggle.setId(id);
        toggle.selectedProperty().bindBidirectional(setting);
        return toggle;
    }

    private Label server() {
        Label server =
                Parts.label(MESSAGES.text("settings.server.address", "address", settings.serverText()), "text-muted");
        server.setId(PhoneIds.SETTINGS_SERVER);
        return server;
    }

    private void askLogOut() {
        confirm.ask(new ConfirmSheet.Question(
                MESSAGES.text("settings.logOut.question"),
                MESSAGES.text("settings.logOut.text"),
                MESSAGES.text("settings.logOut.yes"),
                account::logOut));
    }

    private static VBox section(String heading, Node... content) {
        VBox section = new VBox(Parts.label(heading, "group-heading"));
        section.getChildren().addAll(content);
        section.getStyleClass().add("settings-section");
        return section;
    }

    private static HBox line(String words, Node control) {
        Label label = Parts.label(words);
        label.setLabelFor(control);
        control.setAccessibleText(words);
        HBox line = new HBox(label, Parts.space(), control);
        line.getStyleClass().add("settings-line");
        return line;
    }

    private Button action(String id, String icon, String words, Runnable deed) {
        Button button = new Button(words, Icons.icon(icon));
        button.setId(id);
        button.getStyleClass().addAll("flat", "settings-action");
        button.setMaxWidth(Double.MAX_VALUE);
        button.disableProperty().bind(account.busy());
        button.setOnAction(e -> {
            account.forgetProblems();
            deed.run();
        });
        return button;
    }
}
