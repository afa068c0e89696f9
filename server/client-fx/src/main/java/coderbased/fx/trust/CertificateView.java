package coderbased.fx.trust;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.Parts;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/**
 * Fingerprint and validity of a server's certificate, and the button that trusts or forgets it. The button is never the
 * default one and never has the focus first. Takes no room while there is nothing to decide.
 */
public final class CertificateView extends VBox {

    private static final double MAX_WIDTH = 440;

    private CertificateView(CertificateViewModel viewModel, ObservableValue<Boolean> shown) {
        setId("certificate");
        getStyleClass().add("certificate");
        setMaxWidth(MAX_WIDTH);
        Label fingerprint = Parts.words(
                "certificate-fingerprint", viewModel.fingerprint().map(s -> s.replace(' ', '\n')), "fingerprint");
        getChildren()
                .addAll(
                        Parts.words("certificate-text", viewModel.words()),
                        fingerprint,
                        Parts.shownWhen(
                                Parts.words("certificate-validity", viewModel.validity()), viewModel.isOffered()),
                        Parts.shownWhen(
                                Parts.button("certificate-trust", MESSAGES.text("certificate.trust"), viewModel::trust),
                                viewModel.isOffered()),
                        forgetButton(viewModel));
        Parts.shownWhen(this, shown);
    }

    /** Returns the view for a screen without a connection: it offers to trust, and never to forget. */
    public static CertificateView ofOffered(CertificateViewModel viewModel) {
        return new CertificateView(viewModel, viewModel.isOffered());
    }

    /** Returns the view for the settings. */
    public static CertificateView ofSettings(CertificateViewModel viewModel) {
        return new CertificateView(viewModel, viewModel.words().map(words -> !words.isEmpty()));
    }

    /** Returns the button that forgets a trusted certificate, for a place with no room for its fingerprint. */
    public static Node forgetButton(CertificateViewModel viewModel) {
        return Parts.shownWhen(
                Parts.button("certificate-forget", MESSAGES.text("certificate.forget"), viewModel::forget),
                viewModel.isTrusted());
    }
}
