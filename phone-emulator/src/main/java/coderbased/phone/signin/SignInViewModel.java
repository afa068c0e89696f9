package coderbased.phone.signin;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.client.PhoneClient;
import coderbased.client.messages.ProblemWords;
import coderbased.client.net.ServerAddress;
import coderbased.phone.parts.RefusalWords;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.NameRule;
import coderbased.protocol.Problem;
import coderbased.protocol.ProblemReason;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Signing in, and signing up: the same form with one field more. */
public final class SignInViewModel {

    private final PhoneClient client;
    private final Executor fx;
    private final Consumer<URI> onServer;
    private final StringProperty handle = new SimpleStringProperty("");
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final StringProperty server = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper handleProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper nameProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper passwordProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper serverProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper newAccount = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /**
     * @param address where the client's server is
     * @param onServer the person wants another server
     */
    public SignInViewModel(PhoneClient client, URI address, Executor fx, Consumer<URI> onServer) {
        this.client = client;
        this.fx = fx;
        this.onServer = onServer;
        server.set(new ServerAddress(address).toString());
        handle.subscribe(() -> handleProblem.set(""));
        name.subscribe(() -> nameProblem.set(""));
        password.subscribe(() -> passwordProblem.set(""));
        server.subscribe(() -> serverProblem.set(""));
    }

    /** Returns the handle. */
    public StringProperty handle() {
        return handle;
    }

    /** Returns the display name; for a new account only. */
    public StringProperty name() {
        return name;
    }

    public StringProperty password() {
        return password;
    }

    /** Returns the server's address as typed. */
    public StringProperty server() {
        return server;
    }

    /** True if the form creates a new account. */
    public ReadOnlyBooleanProperty newAccount() {
        return newAccount.getReadOnlyProperty();
    }

    /** True while the server is being asked. */
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Returns the problem with the handle; empty if none. */
    public ReadOnlyStringProperty handleProblem() {
        return handleProblem.getReadOnlyProperty();
    }

    /** Returns the problem with the name; empty if none. */
    public ReadOnlyStringProperty nameProblem() {
        return nameProblem.getReadOnlyProperty();
    }

    /** Returns the problem with the password; empty if none. */
    public ReadOnlyStringProperty passwordProblem() {
        return passwordProblem.getReadOnlyProperty();
    }

    /** Returns the problem with the server's address; empty if none. */
    public ReadOnlyStringProperty serverProblem() {
        return serverProblem.getReadOnlyProperty();
    }

    /** Returns the problem that belongs to no field; empty if none. */
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** Switches between signing in and signing up. The typed text stays. */
    public void switchForm() {
        newAccount.set(!newAccount.get());
        forgetProblems();
    }

    /** Empties the form and returns it to signing in, with that handle. */
    public void startOver(String knownHandle) {
        newAccount.set(false);
        handle.set(knownHandle);
        name.set("");
        password.set("");
        forgetProblems();
    }

    /** Takes over which form another one is, and what was typed into it. */
    public void takeOver(SignInViewModel before) {
        newAccount.set(before.newAccount.get());
        handle.set(before.handle.get());
        name.set(before.name.get());
        password.set(before.password.get());
    }

    /** Sends the form, if it is filled in and nothing is under way. */
    public void submit() {
        if (busy.get()) {
            return;
        }
        forgetProblems();
        if (filledIn()) {
            busy.set(true);
            boolean asNew = newAccount.get();
            call().whenCompleteAsync((done, failure) -> answered(asNew, failure), fx);
        }
    }

    /** Sends a form again whose problem is solved, if it was filled in. */
    public void submitAgain() {
        forgetProblems();
        if (!password.get().isEmpty()) {
            submit();
        }
    }

    /** Goes to the server whose address was typed. */
    public void changeServer() {
        try {
            onServer.accept(ServerAddress.parse(server.get()).uri());
        } catch (IllegalArgumentException e) {
            serverProblem.set(e.getMessage());
        }
    }

    private CompletableFuture<Void> call() {
        String who = handle.get().strip().toLowerCase(Locale.ROOT);
        return newAccount.get()
                ? client.signUp(who, name.get().strip(), password.get())
                : client.signIn(who, password.get());
    }

    private boolean filledIn() {
        if (handle.get().isBlank()) {
            handleProblem.set(MESSAGES.text(newAccount.get() ? "signIn.handle.choose" : "signIn.handle.missing"));
        } else if (newAccount.get() && name.get().isBlank()) {
            nameProblem.set(MESSAGES.text("signIn.name.missing"));
        } else if (newAccount.get() && NameRule.problem(name.get()).isPresent()) {
            nameProblem.set(
                    NameRule.problem(name.get()).map(ProblemWords::sentence).orElse(""));
        } else if (password.get().isEmpty()) {
            passwordProblem.set(MESSAGES.text(newAccount.get() ? "signIn.password.choose" : "signIn.password.missing"));
        } else {
            return true;
        }
        return false;
    }

    /** @param asNew which form was sent; the person may have switched meanwhile */
    private void answered(boolean asNew, Throwable failure) {
        busy.set(false);
        if (failure == null) {
            password.set("");
        } else {
            refused(RefusalWords.of(failure), asNew == newAccount.get());
        }
    }

    private void refused(Problem refusal, boolean sameForm) {
        (sameForm ? place(refusal) : problem).set(refusal.message());
    }

    private ReadOnlyStringWrapper place(Problem refusal) {
        String reason = Objects.requireNonNullElse(refusal.reason(), "");
        if (refusal.code() == ErrorCode.HANDLE_TAKEN || reason.equals(ProblemReason.HANDLE_FORM.name())) {
            return handleProblem;
        }
        if (refusal.code() == ErrorCode.WRONG_PASSWORD || reason.equals(ProblemReason.PASSWORD_LENGTH.name())) {
            return passwordProblem;
        }
        return reason.startsWith("NAME_") ? nameProblem : problem;
    }

    private void forgetProblems() {
        handleProblem.set("");
        nameProblem.set("");
        passwordProblem.set("");
        problem.set("");
    }
}
