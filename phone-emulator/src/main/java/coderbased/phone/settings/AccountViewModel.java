package coderbased.phone.settings;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.client.PhoneClient;
import coderbased.fx.Face;
import coderbased.fx.text.SafeText;
import coderbased.phone.parts.RefusalWords;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Problem;
import coderbased.protocol.Profile;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The account of this phone: the password, logging out, and deleting the account. */
public final class AccountViewModel {

    private final PhoneClient client;
    private final Profile profile;
    private final Executor fx;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper passwordProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");

    public AccountViewModel(PhoneClient client, Profile profile, Executor fx) {
        this.client = client;
        this.profile = profile;
        this.fx = fx;
    }

    /** Returns the picture of the account. */
    public Face face() {
        return Face.of(profile.accountId(), name());
    }

    /** Returns the display name. */
    public String name() {
        return SafeText.name(profile.name());
    }

    /** Returns the handle. */
    public String handle() {
        return profile.handle();
    }

    /** True while the server is being asked. */
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Returns the reason why the last request failed; empty if none. */
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** Returns the problem with the current password as typed; empty if none. */
    public ReadOnlyStringProperty passwordProblem() {
        return passwordProblem.getReadOnlyProperty();
    }

    /** Returns the result in words; empty if none. */
    public ReadOnlyStringProperty notice() {
        return notice.getReadOnlyProperty();
    }

    /** Clears the problems when a form is opened or left. */
    public void forgetProblems() {
        problem.set("");
        passwordProblem.set("");
        notice.set("");
    }

    /** Sets another password. Every other session of the account ends. */
    public void changePassword(String present, String wanted, String repeated) {
        forgetProblems();
        if (present.isEmpty()) {
            passwordProblem.set(MESSAGES.text("account.password.oldMissing"));
        } else if (wanted.isEmpty()) {
            problem.set(MESSAGES.text("account.password.newMissing"));
        } else if (!wanted.equals(repeated)) {
            problem.set(MESSAGES.text("account.password.differ"));
        } else {
            call(client.changePassword(present, wanted), MESSAGES.text("account.password.changed"));
        }
    }

    /** Ends the account, with everything it said. */
    public void deleteAccount(String password) {
        forgetProblems();
        if (password.isEmpty()) {
            passwordProblem.set(MESSAGES.text("account.password.missing"));
        } else {
            call(client.deleteAccount(password), "");
        }
    }

    /** Logs the phone out, and every computer it linked. */
    public void logOut() {
        forgetProblems();
        call(client.logOut(), "");
    }

    private void call(CompletableFuture<Void> call, String done) {
        busy.set(true);
        call.whenCompleteAsync(
                (nothing, failure) -> {
                    busy.set(false);
                    if (failure == null) {
                        notice.set(done);
                    } else {
                        refused(RefusalWords.of(failure));
                    }
                },
                fx);
    }

    private void refused(Problem refusal) {
        if (refusal.code() == ErrorCode.WRONG_PASSWORD) {
            passwordProblem.set(refusal.message());
        } else {
            problem.set(refusal.message());
        }
    }
}
