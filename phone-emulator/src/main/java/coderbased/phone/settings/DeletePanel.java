package coderbased.phone.settings;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.fx.Parts;
import coderbased.phone.parts.Fields;
import coderbased.phone.parts.Panel;
import coderbased.phone.parts.PhoneIds;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;

/** The panel that deletes the account, after a plain warning and only with the password. */
public final class DeletePanel extends Panel {

    private final PasswordField password;

    public DeletePanel(AccountViewModel account) {
        this(
                account,
                Fields.password(PhoneIds.DELETE_PASSWORD),
                Parts.whole(new Button(MESSAGES.text("deleteAccount.confirm"))));
    }

    private DeletePanel(AccountViewModel account, PasswordField password, Button confirm) {
        super(
                MESSAGES.text("deleteAccount.title"),
                PhoneIds.DELETE_CANCEL,
                () -> password,
                warning(),
                Fields.labelled(
                        MESSAGES.text("deleteAccount.password"),
                        password,
                        PhoneIds.DELETE_PASSWORD_PROBLEM,
                        account.passwordProblem()),
                Parts.words(PhoneIds.DELETE_PROBLEM, account.problem(), "problem"),
                confirm);
        this.password = password;
        confirm.setId(PhoneIds.DELETE_CONFIRM);
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
        return Parts.label(MESSAGES.text("deleteAccount.warning"));
    }
}
