package coderbased.phone.settings;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.fx.Parts;
import coderbased.phone.parts.Fields;
import coderbased.phone.parts.Panel;
import coderbased.phone.parts.PhoneIds;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;

/** The panel that changes the password. */
public final class PasswordPanel extends Panel {

    private final PasswordField present;
    private final PasswordField wanted;
    private final PasswordField repeated;

    public PasswordPanel(AccountViewModel account) {
        this(
                account,
                Fields.password(PhoneIds.PASSWORD_PRESENT),
                Fields.password(PhoneIds.PASSWORD_NEW),
                Fields.password(PhoneIds.PASSWORD_REPEAT),
                Parts.whole(new Button(MESSAGES.text("password.change"))));
    }

    private PasswordPanel(
            AccountViewModel account,
            PasswordField present,
            PasswordField wanted,
            PasswordField repeated,
            Button save) {
        super(
                MESSAGES.text("password.title"),
                PhoneIds.PASSWORD_CANCEL,
                () -> present,
                warning(),
                Fields.labelled(
                        MESSAGES.text("password.old"),
                        present,
                        PhoneIds.PASSWORD_PRESENT_PROBLEM,
                        account.passwordProblem()),
                Fields.labelled(MESSAGES.text("password.new"), wanted, PhoneIds.PASSWORD_PROBLEM, account.problem()),
                Parts.label(MESSAGES.text("password.repeat")),
                repeated,
                save);
        this.present = present;
        this.wanted = wanted;
        this.repeated = repeated;
        repeated.setAccessibleText(MESSAGES.text("password.repeat"));
        save.setId(PhoneIds.PASSWORD_SAVE);
        save.getStyleClass().add("accent");
        save.setMaxWidth(Double.MAX_VALUE);
        save.disableProperty().bind(account.busy());
        save.setOnAction(e -> account.changePassword(present.getText(), wanted.getText(), repeated.getText()));
        repeated.setOnAction(e -> save.fire());
        account.notice().subscribe(done -> {
            if (!done.isEmpty()) {
                close();
            }
        });
    }

    @Override
    public void close() {
        super.close();
        present.clear();
        wanted.clear();
        repeated.clear();
    }

    private static Label warning() {
        return Parts.label(MESSAGES.text("password.warning"), "text-muted");
    }
}
