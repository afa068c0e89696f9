package coderbased.phone.signin;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.fx.Focus;
import coderbased.fx.Icons;
import coderbased.fx.Parts;
import coderbased.fx.trust.CertificateView;
import coderbased.fx.trust.CertificateViewModel;
import coderbased.phone.parts.Fields;
import coderbased.phone.parts.PhoneIds;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The screen while signed out: the form to sign in or to sign up. It scrolls where the window is too low for it. */
public final class SignInView extends ScrollPane {

    private final SignInViewModel viewModel;
    private final TextField handle = Fields.text(PhoneIds.SIGN_IN_HANDLE);
    private @Nullable Node focused;

    public SignInView(SignInViewModel viewModel, CertificateViewModel certificate) {
        this.viewModel = viewModel;
        Region push = new Region();
        VBox.setVgrow(push, Priority.ALWAYS);
        VBox form = new VBox(
                brand(),
                handle(),
                name(),
                password(),
                Parts.words(PhoneIds.SIGN_IN_PROBLEM, viewModel.problem(), "problem"),
                CertificateView.ofOffered(certificate),
                submit(),
                switchForm(),
                push,
                new ServerRow(viewModel, certificate));
        form.getStyleClass().add("sign-in");
        setContent(form);
        setFitToWidth(true);
        setFitToHeight(true);
        disableProperty().bind(viewModel.busy());
        viewModel.busy().subscribe(this::keepFocus);
    }

    /** A form that is disabled loses the focus: it returns to the same node, unless a field has a problem. */
    private void keepFocus(boolean busy) {
        if (busy) {
            focused = getScene() == null ? null : getScene().getFocusOwner();
        } else if (focused != null) {
            Focus.on(focused);
        }
    }

    private VBox brand() {
        Label title = Parts.label(MESSAGES.text("signIn.brand"), "brand");
        Label subtitle = Parts.label("", "text-muted");
        subtitle.textProperty().bind(either(MESSAGES.text("signIn.text.new"), MESSAGES.text("signIn.text")));
        VBox brand = new VBox(Icons.icon("mdi2c-cellphone-message", "brand-icon"), title, subtitle);
        brand.getStyleClass().add("brand-box");
        return brand;
    }

    private VBox handle() {
        handle.textProperty().bindBidirectional(viewModel.handle());
        handle.setOnAction(e -> viewModel.submit());
        return Fields.labelled(
                MESSAGES.text("signIn.handle"), handle, PhoneIds.SIGN_IN_HANDLE_PROBLEM, viewModel.handleProblem());
    }

    private VBox name() {
        TextField name = Fields.text(PhoneIds.SIGN_IN_NAME);
        name.textProperty().bindBidirectional(viewModel.name());
        name.setOnAction(e -> viewModel.submit());
        VBox box = Fields.labelled(
                MESSAGES.text("signIn.name"), name, PhoneIds.SIGN_IN_NAME_PROBLEM, viewModel.nameProblem());
        box.visibleProperty().bind(viewModel.newAccount());
        box.managedProperty().bind(viewModel.newAccount());
        return box;
    }

    private VBox password() {
        TextField password = Fields.password(PhoneIds.SIGN_IN_PASSWORD);
        password.textProperty().bindBidirectional(viewModel.password());
        password.setOnAction(e -> viewModel.submit());
        return Fields.labelled(
                MESSAGES.text("signIn.password"),
                password,
                PhoneIds.SIGN_IN_PASSWORD_PROBLEM,
                viewModel.passwordProblem());
    }

    private Button submit() {
        ProgressIndicator wheel = new ProgressIndicator();
        wheel.getStyleClass().add("button-wheel");
        Button submit = new Button();
        submit.setId(PhoneIds.SIGN_IN_SUBMIT);
        submit.getStyleClass().addAll("accent", "wide");
        submit.setMaxWidth(Double.MAX_VALUE);
        submit.textProperty()
                .bind(Bindings.when(viewModel.busy())
                        .then(MESSAGES.text("signIn.busy"))
                        .otherwise(Bindings.when(viewModel.newAccount())
                                .then(MESSAGES.text("signIn.submit.new"))
                                .otherwise(MESSAGES.text("signIn.submit"))));
        wheel.visibleProperty().bind(viewModel.busy());
        wheel.managedProperty().bind(viewModel.busy());
        submit.setGraphic(wheel);
        submit.setOnAction(e -> viewModel.submit());
        return submit;
    }

    private HBox switchForm() {
        Hyperlink other = new Hyperlink();
        other.setId(PhoneIds.SIGN_IN_SWITCH);
        other.textProperty().bind(either(MESSAGES.text("signIn.switch.existing"), MESSAGES.text("signIn.switch.new")));
        other.setOnAction(e -> {
            viewModel.switchForm();
            other.setVisited(false);
            Focus.on(handle);
        });
        HBox line = new HBox(other);
        line.getStyleClass().add("centred");
        return line;
    }

    private ObservableValue<String> either(String forNew, String forOld) {
        return viewModel.newAccount().map(isNew -> isNew ? forNew : forOld);
    }
}
