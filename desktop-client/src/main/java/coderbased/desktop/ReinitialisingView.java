package coderbased.desktop;

import static coderbased.desktop.DesktopMessages.MESSAGES;

import coderbased.fx.Parts;
import coderbased.fx.text.FittedFlow;
import coderbased.fx.trust.CertificateView;
import coderbased.fx.trust.CertificateViewModel;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;

/** The last moment before the Authenticated State. */
final class ReinitialisingView extends MiddleView {

    ReinitialisingView(ReinitialisingViewModel viewModel, CertificateViewModel certificate, Runnable openSettings) {
        super(DesktopIds.REINITIALISING);
        ProgressIndicator wheel = new ProgressIndicator();
        wheel.getStyleClass().add("wheel");
        wheel.setAccessibleText(MESSAGES.text("reinitialising.spoken"));
        Label status = Parts.words(
                DesktopIds.REINITIALISING_STATUS,
                viewModel.trouble().map(trouble -> trouble.isEmpty() ? MESSAGES.text("reinitialising.text") : trouble),
                "middle-text");
        Button retry = Parts.button(DesktopIds.RETRY, MESSAGES.text("connecting.retry"), viewModel::retry, "accent");
        Button settings =
                Parts.button(DesktopIds.CHANGE_SERVER, MESSAGES.text("connecting.changeServer"), openSettings);
        FittedFlow actions = actions(retry, settings);
        Parts.shownWhen(actions, viewModel.trouble().isNotEmpty());
        getChildren()
                .addAll(
                        wheel,
                        Parts.words(DesktopIds.REINITIALISING_TITLE, viewModel.title(), "middle-title"),
                        status,
                        actions,
                        CertificateView.ofOffered(certificate));
    }
}
