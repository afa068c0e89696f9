package coderbased.fx.people;

import coderbased.fx.chat.ChatViewModel;
import coderbased.fx.list.ChatCommands;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opens the sheets over a chat, and closes their ViewModels when the next one is opened. */
public final class ChatSheets implements ChatCommands {

    private final ChatViewModel chat;
    private final SheetHost place;
    private @Nullable Runnable forgetShown;

    public ChatSheets(ChatViewModel chat, SheetHost place) {
        this.chat = chat;
        this.place = place;
        chat.thread().onInfo(this::info);
    }

    @Override
    public void newChat() {
        if (chat.list().actions().refuse()) {
            return;
        }
        forget();
        NewChatView sheet = new NewChatView(
                new PickerViewModel(chat.tools(), Set.of()),
                person -> begin(person.accountId()),
                this::newGroup,
                this::close);
        place.open(sheet, sheet.first());
    }

    @Override
    public void newGroup() {
        if (chat.list().actions().refuse()) {
            return;
        }
        String before = chat.thread().conversationId().get();
        forget();
        boolean[] over = new boolean[1];
        NewGroupViewModel viewModel = new NewGroupViewModel(chat.tools(), id -> {
            if (!over[0]) {
                close();
            }
            if (Objects.equals(before, chat.thread().conversationId().get())) {
                chat.begun(id);
            }
        });
        forgetShown = () -> over[0] = true;
        NewGroupView sheet = new NewGroupView(viewModel, this::close);
        place.open(sheet, sheet.first());
    }

    @Override
    public void info(String conversationId) {
        if (!chat.knows(conversationId)) {
            return;
        }
        forget();
        if (!chat.isGroup(conversationId)) {
            PersonViewModel viewModel = new PersonViewModel(chat, conversationId);
            forgetShown = viewModel::close;
            PersonView sheet = new PersonView(viewModel, this::close);
            place.open(sheet, sheet.first());
        } else {
            showGroup(new GroupViewModel(chat, conversationId));
        }
    }

    private void showGroup(GroupViewModel viewModel) {
        forgetShown = viewModel::close;
        GroupView sheet = new GroupView(viewModel, this::begin, view -> addPeople(viewModel, view), this::close);
        place.open(sheet, sheet.first());
        viewModel.gone().subscribe(gone -> {
            if (gone) {
                close();
            }
        });
    }

    private void addPeople(GroupViewModel group, GroupView back) {
        PickerViewModel people = group.others();
        Runnable goBack = () -> place.open(back, back.first());
        Runnable done = () -> {
            group.add(people);
            goBack.run();
        };
        AddPeopleView sheet = new AddPeopleView(people, done, goBack);
        place.open(sheet, sheet.first());
    }

    /** Opens the chat with an account. */
    private void begin(String accountId) {
        close();
        chat.openWith(accountId);
    }

    /** Closes the sheet. */
    private void close() {
        forget();
        place.close();
    }

    /** Closes the ViewModel of the last sheet, which Escape may have closed before. */
    private void forget() {
        Runnable over = forgetShown;
        forgetShown = null;
        if (over != null) {
            over.run();
        }
    }
}
