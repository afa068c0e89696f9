package coderbased.phone.settings;

import coderbased.fx.text.Wrapping;
import coderbased.phone.parts.Fields;
import coderbased.phone.parts.Panel;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;

/** The panel that deletes the account, after a plain warning and only with the password. */
public final class DeletePanel extends Panel {

    private final PasswordField password;

    public DeletePanel(AccountViewModel account) {
        this(account, Fields.password("delete-password"), new Button("Delete account permanently"));
    }

    private DeletePanel(AccountViewModel account, PasswordField password, Button confirm) {
        super(
                "Delete account",
                "delete-cancel",
                () -> password,
                warning(),
                Fields.labelled("Password", password, "delete-password-problem", account.passwordProblem()),
                Fields.problem("delete-problem", account.problem()),
                confirm);
        this.password = password;
        confirm.setId("delete-confirm");
        confirm.getStyleClass().add("danger");
        confirm.setMaxWidth(Double.MAX_VALUE);
        confirm.disableProperty().bind(account.busy().or(password.textProperty().isEmpty()));
        confirm.setOnAction(e -> account.deleteAccount(password.getText()));
    }

    @Override
    public void close() {
        super.close();
        password.clear();
    }

    private static Label warning() {
        Label words =
                new Label("This deletes your account on every device, at once and permanently. Nobody can restore it.");
        Wrapping.of(words);
        words.setMinHeight(USE_PREF_SIZE);
        return words;
    }
}
