package coderbased.desktop;

import static coderbased.desktop.DesktopMessages.MESSAGES;

import coderbased.fx.Icons;
import coderbased.fx.Parts;
import coderbased.fx.text.FittedFlow;
import coderbased.fx.trust.CertificateView;
import coderbased.fx.trust.CertificateViewModel;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.StackPane;

/** The screen without a connection: an empty card for the code; after a failed try, the reason and the actions. */
final class ConnectingView extends MiddleView {

    ConnectingView(ConnectingViewModel viewModel, CertificateViewModel certificate, Runnable openSettings) {
        super(DesktopIds.CONNECTING);
        ObservableValue<Boolean> troubled = viewModel.trouble().isNotEmpty();
        Button retry = Parts.button(DesktopIds.RETRY, MESSAGES.text("connecting.retry"), viewModel::retry, "accent");
        Button settings =
                Parts.button(DesktopIds.CHANGE_SERVER, MESSAGES.text("connecting.changeServer"), openSettings);
        FittedFlow actions = actions(retry, settings);
        Parts.shownWhen(actions, troubled);
        StackPane card = skeleton(troubled);
        // A small window needs its room for the certificate.
        Parts.shownWhen(card, certificate.isOffered().map(offered -> !offered));
        getChildren()
                .addAll(
                        card,
                        Parts.words(
                                DesktopIds.CONNECTING_TITLE,
                                viewModel
                                        .trouble()
                                        .map(t ->
                                                MESSAGES.text(t.isEmpty() ? "connecting.title" : "connecting.failed")),
                                "middle-title"),
                        Parts.words(DesktopIds.CONNECTING_STATUS, viewModel.trouble(), "middle-text"),
                        actions,
                        CertificateView.ofOffered(certificate));
    }

    private static StackPane skeleton(ObservableValue<Boolean> troubled) {
        ProgressIndicator wheel = new ProgressIndicator();
        wheel.getStyleClass().add("wheel");
        wheel.setAccessibleText(MESSAGES.text("connecting.spoken"));
        wheel.visibleProperty().bind(troubled.map(t -> !t));
        var icon = Icons.icon("mdi2c-cloud-off-outline", "middle-icon");
        icon.visibleProperty().bind(troubled);
        StackPane card = new StackPane(wheel, icon);
        card.getStyleClass().add("skeleton-card");
        return card;
    }
}
