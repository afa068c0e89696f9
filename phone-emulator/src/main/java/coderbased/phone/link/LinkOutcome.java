package coderbased.phone.link;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.fx.Icons;
import coderbased.fx.Parts;
import coderbased.phone.parts.PhoneIds;
import coderbased.phone.parts.Tab;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;

/** The outcome of a link after the person has answered. */
final class LinkOutcome extends VBox {

    private final LinkViewModel viewModel;
    private final Consumer<Tab> leave;

    LinkOutcome(LinkViewModel viewModel, Consumer<Tab> leave) {
        this.viewModel = viewModel;
        this.leave = leave;
        getStyleClass().add("outcome");
        visibleProperty().bind(viewModel.progress().map(p -> !(p instanceof LinkProgress.Asking)));
        managedProperty().bind(visibleProperty());
        viewModel.progress().subscribe(this::show);
    }

    private void show(LinkProgress progress) {
        getChildren().clear();
        switch (progress) {
            case LinkProgress.Asking asking -> {}
            case LinkProgress.Sending(boolean yes) ->
                waitFor(MESSAGES.text(yes ? "linkOutcome.approving" : "linkOutcome.denying"));
            case LinkProgress.NumberWanted() ->
                waitFor(MESSAGES.text("linkOutcome.numberWanted", "digits", String.valueOf(viewModel.checkNumber())));
            case LinkProgress.Entering() -> waitFor(MESSAGES.text("linkOutcome.entering"));
            case LinkProgress.Linked(String name) -> {
                say("mdi2c-check-circle", "good", MESSAGES.text("linkOutcome.linked", "name", name));
                button(PhoneIds.LINK_DONE, MESSAGES.text("linkOutcome.done"), Tab.DEVICES);
            }
            case LinkProgress.Ended(String sentence, boolean tooMany) -> {
                say("mdi2c-close-circle-outline", "over", sentence);
                if (tooMany) {
                    button(PhoneIds.LINK_DEVICES, MESSAGES.text("linkOutcome.devices"), Tab.DEVICES);
                }
                button(PhoneIds.LINK_DONE, MESSAGES.text("linkOutcome.close"), Tab.SCAN);
            }
        }
    }

    private void waitFor(String words) {
        ProgressIndicator wheel = new ProgressIndicator();
        wheel.getStyleClass().add("outcome-wheel");
        getChildren().addAll(wheel, sentence(words));
    }

    private void say(String icon, String style, String words) {
        Node mark = Icons.icon(icon, "outcome-icon", style);
        getChildren().addAll(mark, sentence(words));
    }

    private static Label sentence(String words) {
        Label label = Parts.label(words);
        label.setId(PhoneIds.LINK_PROGRESS);
        return label;
    }

    private void button(String id, String words, Tab next) {
        Button button = Parts.button(id, words, () -> leave.accept(next));
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().addAll("large", id.equals(PhoneIds.LINK_DONE) ? "accent" : "button-outlined");
        getChildren().add(button);
    }
}
