package coderbased.phone;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.fx.Icons;
import coderbased.fx.Parts;
import coderbased.fx.program.LoginUnavailableView;
import coderbased.phone.parts.PhoneIds;
import coderbased.phone.signin.SignInView;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The whole phone: banners, and the current screen below them. */
final class PhoneView extends VBox {

    private final PhoneViewModel viewModel;
    private final StackPane content = new StackPane();

    PhoneView(PhoneViewModel viewModel) {
        this.viewModel = viewModel;
        getStyleClass().add("phone");
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(notice(), offline(), new StackPane(content, stopped()));
        VBox.setVgrow(getChildren().getLast(), Priority.ALWAYS);
        viewModel.signedIn().subscribe(this::show);
        viewModel.starting().subscribe(() -> {
            if (viewModel.signedIn().get() == null) {
                show(null);
            }
        });
        viewModel.loginUnavailable().subscribe(() -> show(viewModel.signedIn().get()));
    }

    private void show(@Nullable SignedInViewModel signedIn) {
        if (signedIn != null) {
            content.getChildren()
                    .setAll(new HomeView(
                            signedIn,
                            viewModel.certificate(),
                            viewModel.stopped().isNotEmpty()));
        } else if (viewModel.starting().get()) {
            content.getChildren().setAll(starting());
        } else if (viewModel.loginUnavailable().get() == null) {
            content.getChildren().setAll(new SignInView(viewModel.signIn(), viewModel.certificate()));
        } else {
            content.getChildren()
                    .setAll(new LoginUnavailableView(
                            Icons.icon("mdi2l-lock-outline", "trouble-icon"),
                            viewModel.loginUnavailable(),
                            viewModel::retry,
                            viewModel::replaceLogin));
        }
    }

    private static StackPane starting() {
        StackPane calm = new StackPane(Icons.icon("mdi2m-message-text-outline", "trouble-icon"));
        calm.setId(PhoneIds.STARTING);
        return calm;
    }

    private HBox notice() {
        Button dismiss = Icons.button(PhoneIds.NOTICE_DISMISS, "mdi2c-close", MESSAGES.text("phone.notice.close"));
        dismiss.setOnAction(e -> viewModel.dismissNotice());
        return banner(PhoneIds.NOTICE, "mdi2i-information-outline", viewModel.notice(), dismiss, "notice");
    }

    private HBox offline() {
        Button retry = Parts.button(
                PhoneIds.OFFLINE_RETRY, MESSAGES.text("phone.offline.retry"), viewModel::retry, "small", "flat");
        return banner(PhoneIds.OFFLINE, "mdi2c-cloud-off-outline", viewModel.trouble(), retry, "offline");
    }

    private static HBox banner(String id, String icon, ReadOnlyStringProperty words, Button button, String style) {
        Label label = Parts.wide(Parts.words(id, words));
        button.setMinWidth(USE_PREF_SIZE);
        HBox banner = new HBox(Icons.icon(icon), label, button);
        banner.getStyleClass().addAll("banner", style);
        Parts.shownWhen(banner, words.isNotEmpty());
        return banner;
    }

    private VBox stopped() {
        Label words = Parts.label("");
        words.setId(PhoneIds.STOPPED);
        words.textProperty().bind(viewModel.stopped());
        Button retry = Parts.button(
                PhoneIds.STOPPED_RETRY, MESSAGES.text("phone.stopped.continue"), viewModel::retry, "accent");
        VBox stopped = new VBox(Icons.icon("mdi2p-pause-circle-outline", "trouble-icon"), words, retry);
        stopped.getStyleClass().add("stopped");
        stopped.visibleProperty().bind(viewModel.stopped().isNotEmpty());
        return stopped;
    }
}
