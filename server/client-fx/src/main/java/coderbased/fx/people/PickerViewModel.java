package coderbased.fx.people;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.Latest;
import coderbased.fx.chat.ChatTools;
import coderbased.fx.list.ListRow.Person;
import coderbased.fx.text.SafeText;
import coderbased.protocol.Contact;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Searches the people of this server as the user types, and holds the selected ones. */
public final class PickerViewModel {

    private final ChatTools tools;
    private final Set<String> without;
    private final Latest latest;
    private final StringProperty words = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ObservableList<Person> found = FXCollections.observableArrayList();
    private final ObservableList<Person> chosen = FXCollections.observableArrayList();

    /** @param without accounts that are never offered */
    PickerViewModel(ChatTools tools, Set<String> without) {
        this.tools = tools;
        this.without = without;
        this.latest = new Latest(tools.fx(), tools.delay());
        latest.askNow(() -> tools.chat().findPeople(""), this::show, note::set);
        words.addListener(change -> look());
    }

    /** Returns the search words. */
    public StringProperty words() {
        return words;
    }

    /** Returns the results, by name. */
    public ObservableList<Person> found() {
        return found;
    }

    /** Returns the selected people, in order of selection. */
    public ObservableList<Person> chosen() {
        return chosen;
    }

    /** Returns a note to show below the results; empty for none. */
    public ReadOnlyStringProperty note() {
        return note.getReadOnlyProperty();
    }

    /** Selects or deselects a person, and clears the search. */
    public void toggle(Person person) {
        if (!chosen.remove(person)) {
            chosen.add(person);
        }
        words.set("");
    }

    /** Removes the last selection. */
    public void dropLast() {
        if (!chosen.isEmpty()) {
            chosen.removeLast();
        }
    }

    List<String> chosenIds() {
        return chosen.stream().map(Person::accountId).toList();
    }

    private void look() {
        String wanted = words.get().strip();
        latest.ask(() -> tools.chat().findPeople(wanted), this::show, note::set);
    }

    private void show(List<Contact> people) {
        found.setAll(people.stream()
                .filter(p -> !without.contains(p.accountId()))
                .map(p -> new Person(p.accountId(), SafeText.name(p.name()), SafeText.name(p.handle())))
                .toList());
        if (!found.isEmpty()) {
            note.set("");
        } else if (words.get().isBlank()) {
            note.set(MESSAGES.text("people.nobody"));
        } else {
            note.set(MESSAGES.text("people.none", "words", SafeText.name(words.get())));
        }
    }
}
