package coderbased.fx.people;

import coderbased.fx.list.Arranging;
import coderbased.fx.list.MuteFor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Mute setting of one conversation. */
public final class MuteModel {

    private final Arranging arranging;
    private final String id;
    private final ReadOnlyBooleanWrapper muted = new ReadOnlyBooleanWrapper();

    MuteModel(Arranging arranging, String id) {
        this.arranging = arranging;
        this.id = id;
        refresh();
    }

    public ReadOnlyBooleanProperty muted() {
        return muted.getReadOnlyProperty();
    }

    public void mute(MuteFor how) {
        arranging.mute(id, how);
    }

    public void unmute() {
        arranging.unmute(id);
    }

    void refresh() {
        muted.set(arranging.isMuted(id));
    }
}
