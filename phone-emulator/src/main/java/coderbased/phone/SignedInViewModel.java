package coderbased.phone;

import coderbased.client.PhoneClient;
import coderbased.fx.Times;
import coderbased.fx.chat.ChatViewModel;
import coderbased.fx.notify.NotificationsViewModel;
import coderbased.phone.devices.DevicesViewModel;
import coderbased.phone.link.LinkHistoryViewModel;
import coderbased.phone.link.LinkViewModel;
import coderbased.phone.link.NewLinkViewModel;
import coderbased.phone.parts.PhoneSettings;
import coderbased.phone.parts.PhoneTools;
import coderbased.phone.parts.Tab;
import coderbased.phone.scan.ScannerViewModel;
import coderbased.phone.settings.AccountViewModel;
import coderbased.protocol.AuthHttp.LinkOffer;
import coderbased.protocol.Profile;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The phone while signed in: four tabs, and the link sheet. */
public final class SignedInViewModel implements AutoCloseable {

    private final PhoneClient client;
    private final PhoneTools tools;
    private final ChatViewModel chat;
    private final NotificationsViewModel notifications;
    private final ScannerViewModel scanner;
    private final DevicesViewModel devices;
    private final LinkHistoryViewModel history;
    private final NewLinkViewModel newLink;
    private final AccountViewModel account;
    private final PhoneSettings settings;
    private final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(Tab.CHATS);
    private final ReadOnlyObjectWrapper<@Nullable LinkViewModel> link = new ReadOnlyObjectWrapper<>();
    private boolean over;

    SignedInViewModel(PhoneClient client, Profile profile, PhoneSettings settings, PhoneTools tools) {
        Executor fx = tools.fx();
        this.client = client;
        this.tools = tools;
        this.settings = settings;
        this.chat = new ChatViewModel(client.chat(), fx, tools.clock());
        this.notifications = new NotificationsViewModel(chat);
        this.notifications.privacy().bind(settings.notifications());
        this.notifications.underThem().bind(tab.isEqualTo(Tab.CHATS));
        this.scanner = new ScannerViewModel(client.links(), settings, tools, this::ask);
        this.devices = new DevicesViewModel(client.devices(), fx, new Times(tools.clock()));
        this.history = new LinkHistoryViewModel(
                client.links(), profile.accountId(), settings.linkHistorySeen(), fx, new Times(tools.clock()));
        this.newLink = new NewLinkViewModel(client.links(), fx, new Times(tools.clock()));
        this.account = new AccountViewModel(client, profile, fx);
        tab.subscribe(this::entered);
    }

    public ChatViewModel chat() {
        return chat;
    }

    /** Returns the notifications that arrive while the person is elsewhere on the phone. */
    public NotificationsViewModel notifications() {
        return notifications;
    }

    public ScannerViewModel scanner() {
        return scanner;
    }

    public DevicesViewModel devices() {
        return devices;
    }

    public LinkHistoryViewModel history() {
        return history;
    }

    /** Returns the question whether a new link was the person's own. */
    public NewLinkViewModel newLink() {
        return newLink;
    }

    public AccountViewModel account() {
        return account;
    }

    public PhoneSettings settings() {
        return settings;
    }

    /** Returns the selected tab. */
    public ObjectProperty<Tab> tab() {
        return tab;
    }

    /** Returns the computer that asks to be linked; null for none. */
    public ReadOnlyObjectProperty<@Nullable LinkViewModel> link() {
        return link.getReadOnlyProperty();
    }

    /**
     * Asks again about the computer that waited for an answer when this program ended.
     *
     * @param onOver hears that it waits no longer
     */
    void resumeLink(Runnable onOver) {
        if (link.get() == null) {
            scanner.resume(onOver);
        }
    }

    /** Closes the link sheet; the linked devices show the result. */
    public void closeLink(Tab next) {
        LinkViewModel left = link.get();
        link.set(null);
        settings.openLink().set("");
        if (left != null) {
            left.close();
            if (left.wasAnswered()) {
                scanner.answer();
            }
        }
        tab.set(next);
        entered(next);
    }

    @Override
    public void close() {
        over = true;
        LinkViewModel left = link.get();
        if (left != null) {
            left.close();
        }
        scanner.close();
        devices.close();
        newLink.close();
        notifications.close();
        chat.close();
    }

    /** Opens the link sheet. Ignored after the session ended; a sheet that is open is not replaced under a finger. */
    private void ask(LinkOffer offer) {
        if (over || link.get() != null) {
            return;
        }
        scanner.leave();
        LinkViewModel asked = new LinkViewModel(client.links(), offer, tools.fx(), tools.clock());
        asked.progress().subscribe(progress -> {
            if (progress.isOver()) {
                settings.openLink().set("");
            }
        });
        link.set(asked);
    }

    private void entered(Tab where) {
        if (where == Tab.SCAN && link.get() == null) {
            scanner.open();
        } else {
            scanner.leave();
        }
        if (where == Tab.DEVICES) {
            devices.refresh();
        }
    }
}
