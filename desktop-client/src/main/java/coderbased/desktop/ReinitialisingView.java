package coderbased.desktop;

import static coderbased.desktop.DesktopMessages.MESSAGES;

import coderbased.fx.trust.CertificateView;
import coderbased.fx.trust.CertificateViewModel;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** The last moment before the Authenticated State. */
final class ReinitialisingView extends StackPane {

    ReinitialisingView(ReinitialisingViewModel viewModel, CertificateViewModel certificate, Runnable openSettings) {
        ProgressIndicator wheel = new ProgressIndicator();
        wheel.getStyleClass().add("wheel");
        wheel.setAccessibleText(MESSAGES.text("reinitialising.spoken"));
        Label status = Parts.text(DesktopIds.REINITIALISING_STATUS, "middle-text");
        status.textProperty()
                .bind(viewModel
                        .trouble()
                        .map(trouble -> trouble.isEmpty() ? MESSAGES.text("reinitialising.text") : trouble));
        Button retry = Parts.button(DesktopIds.RETRY, MESSAGES.text("connecting.retry"), viewModel::retry, "accent");
        Button settings =
                Parts.button(DesktopIds.CHANGE_SERVER, MESSAGES.text("connecting.changeServer"), openSettings);
        HBox actions = new HBox(retry, settings);
        actions.getStyleClass().add("actions");
        Parts.shownWhen(actions, viewModel.trouble().isNotEmpty());
        getChildren()
                .add(Parts.middle(
                        DesktopIds.REINITIALISING,
                        wheel,
                        Parts.text(DesktopIds.REINITIALISING_TITLE, "middle-title", viewModel.title()),
                        status,
                        actions,
                        CertificateView.ofOffered(certificate)));
    }
}
