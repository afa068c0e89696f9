package coderbased.fx.people;

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

/** A group before it is one: its name, and who is to be in it. */
public final class NewGroupViewModel {

    private final ChatTools tools;
    private final Consumer<String> made;
    private final PickerViewModel people;
    private final StringProperty name = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final BooleanBinding complete;

    /** @param made hears of the new conversation */
    NewGroupViewModel(ChatTools tools, Consumer<String> made) {
        this.tools = tools;
        this.made = made;
        this.people = new PickerViewModel(tools, Set.of());
        this.complete = Bindings.createBooleanBinding(
                () -> !name.get().isBlank() && !people.chosen().isEmpty(), name, people.chosen());
        name.subscribe(() -> problem.set(""));
    }

    /** Who is to be in it. */
    public PickerViewModel people() {
        return people;
    }

    /** What it is to be called. */
    public StringProperty name() {
        return name;
    }

    /** Whether it has a name and somebody in it. */
    public BooleanBinding complete() {
        return complete;
    }

    /** What went wrong; empty for nothing. */
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** Makes it. */
    public void create() {
        String wanted = name.get().strip();
        String wrong = GroupNames.problem(wanted);
        if (people.chosen().size() >= Protocol.MAX_MEMBERS) {
            wrong = "A group has at most " + Protocol.MAX_MEMBERS + " people.";
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
