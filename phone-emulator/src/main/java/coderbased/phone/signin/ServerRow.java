package coderbased.phone.signin;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.fx.Focus;
import coderbased.fx.Icons;
import coderbased.fx.Parts;
import coderbased.fx.trust.CertificateView;
import coderbased.fx.trust.CertificateViewModel;
import coderbased.phone.parts.Fields;
import coderbased.phone.parts.PhoneIds;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The server that the phone uses; a press opens a field for another one, and offers to forget its certificate. */
final class ServerRow extends VBox {

    private final BooleanProperty editing = new SimpleBooleanProperty();

    ServerRow(SignInViewModel viewModel, CertificateViewModel certificate) {
        getStyleClass().add("server-row");
        TextField address = Fields.text(PhoneIds.SERVER_ADDRESS);
        address.textProperty().bindBidirectional(viewModel.server());
        address.setOnAction(e -> viewModel.changeServer());
        HBox.setHgrow(address, Priority.ALWAYS);
        address.setAccessibleText(MESSAGES.text("signIn.server.address"));
        Button save = Parts.button(PhoneIds.SERVER_SAVE, MESSAGES.text("signIn.server.use"), viewModel::changeServer);
        HBox field = new HBox(address, save);
        field.getStyleClass().add("field-line");
        VBox open = new VBox(field, CertificateView.forgetButton(certificate));
        open.getStyleClass().add("server-row");
        open.visibleProperty().bind(editing);
        open.managedProperty().bind(editing);
        getChildren()
                .addAll(
                        link(viewModel, address),
                        open,
                        Parts.words(PhoneIds.SERVER_PROBLEM, viewModel.serverProblem(), "problem"));
    }

    private Hyperlink link(SignInViewModel viewModel, TextField address) {
        Hyperlink link = new Hyperlink();
        link.setId(PhoneIds.SERVER_EDIT);
        link.setGraphic(Icons.icon("mdi2s-server-network"));
        link.setText(
                MESSAGES.text("signIn.server", "address", viewModel.server().get()));
        link.setOnAction(e -> {
            editing.set(!editing.get());
            link.setVisited(false);
            if (editing.get()) {
                Focus.on(address);
            }
        });
        return link;
    }
}
