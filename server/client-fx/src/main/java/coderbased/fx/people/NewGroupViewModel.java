package coderbased.fx.people;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.Latest;
import coderbased.fx.chat.ChatTools;
import coderbased.protocol.Protocol;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A group before it is created: its name and members. */
public final class NewGroupViewModel {

    private final ChatTools tools;
    private final Consumer<String> made;
    private final PickerViewModel people;
    private final StringProperty name = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final BooleanBinding complete;

    /** @param made receives the id of the new conversation */
    NewGroupViewModel(ChatTools tools, Consumer<String> made) {
        this.tools = tools;
        this.made = made;
        this.people = new PickerViewModel(tools, Set.of());
        this.complete = Bindings.createBooleanBinding(
                () -> !name.get().isBlank() && !people.chosen().isEmpty(), name, people.chosen());
        name.subscribe(() -> problem.set(""));
    }

    /** Returns the picker of its members. */
    public PickerViewModel people() {
        return people;
    }

    /** Returns its name. */
    public StringProperty name() {
        return name;
    }

    /** Returns a value that is true if it has a name and a member. */
    public BooleanBinding complete() {
        return complete;
    }

    /** Returns the last problem; empty for none. */
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** Creates the group. */
    public void create() {
        String wanted = name.get().strip();
        String wrong = GroupNames.problem(wanted);
        if (people.chosen().size() >= Protocol.MAX_MEMBERS) {
            wrong = MESSAGES.text("newGroup.tooMany", "limit", Protocol.MAX_MEMBERS);
        }
        problem.set(wrong);
        if (wrong.isEmpty() && complete.get()) {
            tools.chat().createGroup(wanted, people.chosenIds()).whenCompleteAsync(this::answered, tools.fx());
        }
    }

    private void answered(String conversationId, Throwable failure) {
        if (failure == null) {
            made.accept(conversationId);
        } else {
            problem.set(Latest.sentence(failure));
        }
    }
}
