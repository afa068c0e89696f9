package coderbased.fx.trust;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.text.Wrapping;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
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
        Label fingerprint =
                text("certificate-fingerprint", viewModel.fingerprint().map(s -> s.replace(' ', '\n')));
        fingerprint.getStyleClass().add("fingerprint");
        getChildren()
                .addAll(
                        text("certificate-text", viewModel.words()),
                        fingerprint,
                        only(text("certificate-validity", viewModel.validity()), viewModel.isOffered()),
                        only(button("certificate-trust", "certificate.trust", viewModel::trust), viewModel.isOffered()),
                        forgetButton(viewModel));
        only(this, shown);
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
        return only(button("certificate-forget", "certificate.forget", viewModel::forget), viewModel.isTrusted());
    }

    private static Label text(String id, ObservableValue<String> words) {
        Label label = new Label();
        label.setId(id);
        Wrapping.of(label);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.textProperty().bind(words);
        return label;
    }

    private static Button button(String id, String key, Runnable action) {
        Button button = new Button(MESSAGES.text(key));
        button.setId(id);
        button.setOnAction(e -> action.run());
        return button;
    }

    private static <T extends Node> T only(T node, ObservableValue<Boolean> shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(shown);
        return node;
    }
}
