package coderbased.phone.link;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.fx.Icons;
import coderbased.fx.Parts;
import coderbased.phone.parts.ConfirmSheet;
import coderbased.phone.parts.PhoneIds;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The banner above everything: a computer was linked, was it you? Neither answer is the default. */
public final class NewLinkBanner extends VBox {

    public NewLinkBanner(NewLinkViewModel viewModel, ConfirmSheet confirm, Runnable changePassword) {
        getChildren().addAll(question(viewModel, confirm), advice(viewModel, changePassword));
    }

    private static Node question(NewLinkViewModel viewModel, ConfirmSheet confirm) {
        Button no = button(PhoneIds.NEW_LINK_NO, MESSAGES.text("newLink.notMine"), "danger");
        no.setOnAction(e -> confirm.ask(new ConfirmSheet.Question(
                MESSAGES.text("newLink.notMine.question"),
                MESSAGES.text("newLink.notMine.text"),
                MESSAGES.text("newLink.notMine.yes"),
                viewModel::notMine)));
        Button yes = button(PhoneIds.NEW_LINK_YES, MESSAGES.text("newLink.mine"), "button-outlined");
        yes.setOnAction(e -> viewModel.mine());
        no.disableProperty().bind(viewModel.busy());
        yes.disableProperty().bind(viewModel.busy());
        VBox box = new VBox(
                words(PhoneIds.NEW_LINK, "mdi2l-laptop", Parts.words(PhoneIds.NEW_LINK_QUESTION, viewModel.question())),
                Parts.words(PhoneIds.NEW_LINK_PROBLEM, viewModel.problem(), "problem"),
                answers(no, yes));
        return shownFor(box, viewModel.question().isNotEmpty());
    }

    private static Node advice(NewLinkViewModel viewModel, Runnable changePassword) {
        Button later = button(PhoneIds.NEW_LINK_LATER, MESSAGES.text("newLink.advice.later"), "button-outlined");
        later.setOnAction(e -> viewModel.dismissAdvice());
        Button change = button(PhoneIds.NEW_LINK_PASSWORD, MESSAGES.text("newLink.advice.password"), "accent");
        change.setOnAction(e -> {
            viewModel.dismissAdvice();
            changePassword.run();
        });
        VBox box = new VBox(
                words(PhoneIds.NEW_LINK_TOLD, "mdi2a-alert", Parts.words(PhoneIds.NEW_LINK_ADVICE, viewModel.advice())),
                answers(later, change));
        return shownFor(box, viewModel.advice().isNotEmpty());
    }

    private static Node shownFor(VBox box, ObservableValue<Boolean> when) {
        box.getStyleClass().addAll("banner", "notice", "new-link");
        return Parts.shownWhen(box, when);
    }

    private static HBox words(String id, String icon, Label words) {
        HBox line = new HBox(Icons.icon(icon), words);
        line.setId(id);
        line.getStyleClass().add("new-link-words");
        return line;
    }

    private static HBox answers(Button... buttons) {
        HBox line = new HBox(Parts.space());
        line.getChildren().addAll(buttons);
        line.getStyleClass().add("new-link-answers");
        return line;
    }

    private static Button button(String id, String words, String style) {
        Button button = new Button(words);
        button.setId(id);
        button.getStyleClass().addAll("small", style);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }
}
