package coderbased.fx.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.chat.ChatState.Presence;
import coderbased.fx.AConversation;
import coderbased.fx.FakeChat;
import coderbased.fx.TurnedDelay;
import coderbased.fx.chat.ChatViewModel;
import coderbased.fx.list.ListRow.Person;
import coderbased.protocol.Contact;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PeopleViewModelsTest {

    private static final Contact NAMESAKE = new Contact("a-ada2", "ada2", "Ada the Second");

    private final FakeChat chat = new FakeChat();
    private final TurnedDelay delay = new TurnedDelay();
    private final ChatViewModel viewModel =
            new ChatViewModel(chat, Runnable::run, delay, Clock.fixed(FakeChat.NOON, ZoneOffset.UTC));

    private static List<String> names(List<Person> people) {
        return people.stream().map(Person::name).toList();
    }

    private GroupViewModel team(AConversation team) {
        chat.tell(team.build());
        return new GroupViewModel(viewModel, "g");
    }

    @Test
    void peopleAreFoundWhileTypingAndStaySelected() {
        chat.people.add(NAMESAKE);
        PickerViewModel picker = new PickerViewModel(viewModel.tools(), Set.of());
        assertEquals(List.of("Bob", "Ada the Second"), names(picker.found()));
        picker.words().set("sec");
        delay.pass(Duration.ofSeconds(1));
        assertEquals(List.of("Ada the Second"), names(picker.found()));
        picker.toggle(picker.found().getFirst());
        delay.pass(Duration.ofSeconds(1));
        assertEquals("", picker.words().get());
        assertEquals(List.of("Ada the Second"), names(picker.chosen()));
        picker.dropLast();
        assertEquals(List.of(), picker.chosen());
        picker.words().set("nobody");
        delay.pass(Duration.ofSeconds(1));
        assertEquals("No people found for “nobody”.", picker.note().get());
    }

    @Test
    void groupNeedsANameAndAMember() {
        String[] made = new String[1];
        NewGroupViewModel group = new NewGroupViewModel(viewModel.tools(), id -> made[0] = id);
        group.name().set("Team");
        assertFalse(group.complete().get());
        group.people().toggle(group.people().found().getFirst());
        assertTrue(group.complete().get());
        group.name().set("x".repeat(65));
        group.create();
        assertEquals("This name is too long by 1 character.", group.problem().get());
        group.name().set(" Team ");
        assertEquals("", group.problem().get());
        group.create();
        assertEquals("g-Team", made[0]);
        assertTrue(chat.asked.contains("createGroup Team [a-bob]"));
    }

    @Test
    void anAdminChangesTheGroup() {
        GroupViewModel group =
                team(AConversation.group("g", "Team", FakeChat.BOB).admin());
        assertEquals(
                List.of("Ada", "Bob"),
                group.members().stream().map(GroupViewModel.Member::name).toList());
        group.rename(" ");
        assertEquals("A group needs a name.", group.problem().get());
        group.rename("Crew");
        group.setAdmin(group.members().getLast(), true);
        group.remove(group.members().getLast());
        group.leave();
        assertEquals(
                List.of(
                        "change g Rename[name=Crew]",
                        "change g SetAdmin[accountId=a-bob, admin=true]",
                        "change g Remove[accountId=a-bob]",
                        "change g Leave[]"),
                chat.asked.stream().filter(a -> a.startsWith("change")).toList());
    }

    @Test
    void onlyNonMembersAreOffered() {
        chat.people.add(NAMESAKE);
        GroupViewModel group =
                team(AConversation.group("g", "Team", FakeChat.BOB).admin());
        PickerViewModel others = group.others();
        assertEquals(List.of("Ada the Second"), names(others.found()));
        others.toggle(others.found().getFirst());
        group.add(others);
        assertEquals("change g Add[accountIds=[a-ada2]]", chat.asked.getLast());
    }

    @Test
    void leftGroupIsGone() {
        GroupViewModel group = team(AConversation.group("g", "Team", FakeChat.BOB));
        assertFalse(group.gone().get());
        chat.tell(AConversation.withBob().build());
        assertTrue(group.gone().get());
    }

    @Test
    void personSheetShowsNameAndLastVisit() {
        chat.tell(
                AConversation.withBob().build(),
                AConversation.group("g", "Team", FakeChat.BOB).build());
        PersonViewModel person = new PersonViewModel(viewModel, "c-bob");
        chat.tell(FakeChat.BOB, new Presence(false, FakeChat.NOON.minus(Duration.ofHours(1))));
        assertEquals("@bob", person.handle().get());
        assertTrue(
                person.presence().get().startsWith("last seen today at 11:00"),
                person.presence().get());
        assertEquals("Team", person.shared().get());
    }
}
