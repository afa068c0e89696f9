package coderbased.fx.people;

import coderbased.fx.list.ConversationActions;
import coderbased.fx.list.MuteFor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Mute setting of one conversation. */
public final class MuteModel {

    private final ConversationActions actions;
    private final String id;
    private final ReadOnlyBooleanWrapper muted = new ReadOnlyBooleanWrapper();

    MuteModel(ConversationActions actions, String id) {
        this.actions = actions;
        this.id = id;
        refresh();
    }

    public ReadOnlyBooleanProperty muted() {
        return muted.getReadOnlyProperty();
    }

    /** True if this device may not change it. */
    boolean isBarred() {
        return actions.isBarred();
    }

    public void mute(MuteFor how) {
        actions.mute(id, how);
    }

    public void unmute() {
        actions.unmute(id);
    }

    void refresh() {
        muted.set(actions.isMuted(id));
    }
}
